// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.content.AssetHash;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The files of the project as a session needs them: those alone that the scene names, and that are
 * of a kind that a scene shows or plays. No future fails.
 */
interface SharedFiles {
    /** The most bytes that a file may have which goes from one to the other. */
    int LARGEST = 64 << 20;

    /** The paths that the scene names and at which the project has nothing. */
    CompletableFuture<List<String>> missing();

    /** The files that the scene names and the project has, but for those that are too large. */
    CompletableFuture<List<FileMark>> held();

    /** A file that the scene names; nothing where it does not, or there is none. */
    CompletableFuture<Found> find(String path);

    /** Whether bytes that came once before are at a missing path from now on. */
    CompletableFuture<Boolean> restore(String path, AssetHash hash);

    /**
     * Puts bytes at a missing path; a file that is there by now stays as it is.
     *
     * @param bytes gives them, which is work
     */
    CompletableFuture<Kept> keep(String path, AssetHash hash, Supplier<byte[]> bytes);

    /** What became of a question for a file. */
    sealed interface Found {
        /**
         * It is here.
         *
         * @param sha256 of all its bytes
         */
        record Held(AssetHash hash, byte[] sha256, byte[] bytes) implements Found {}

        /**
         * It is not, or not to be had.
         *
         * @param why a sentence for people
         */
        record Absent(String why) implements Found {}
    }

    /** What became of bytes that came. */
    sealed interface Kept {
        /** The project has them. */
        record Done() implements Kept {}

        /** They are not those that their hash names. */
        record Wrong() implements Kept {}

        /**
         * They cannot be put there, whoever gives them.
         *
         * @param why a sentence for people
         */
        record Refused(String why) implements Kept {}
    }

    /** Of somebody who has no project. */
    static SharedFiles none() {
        return new SharedFiles() {
            @Override
            public CompletableFuture<List<String>> missing() {
                return CompletableFuture.completedFuture(List.of());
            }

            @Override
            public CompletableFuture<List<FileMark>> held() {
                return CompletableFuture.completedFuture(List.of());
            }

            @Override
            public CompletableFuture<Found> find(String path) {
                return CompletableFuture.completedFuture(
                        new Found.Absent("There are no files here."));
            }

            @Override
            public CompletableFuture<Boolean> restore(String path, AssetHash hash) {
                return CompletableFuture.completedFuture(false);
            }

            @Override
            public CompletableFuture<Kept> keep(
                    String path, AssetHash hash, Supplier<byte[]> bytes) {
                return CompletableFuture.completedFuture(
                        new Kept.Refused("There are no files here."));
            }
        };
    }
}
