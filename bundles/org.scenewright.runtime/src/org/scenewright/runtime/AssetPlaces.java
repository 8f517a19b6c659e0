// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.content.AssetHash;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Placement;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the files are that fields of a scene name, for people; a port. Any thread. */
public interface AssetPlaces {

    /**
     * A field that names a file.
     *
     * @param field the name of the component, a dot and the path of the field
     * @param src what it says
     */
    record Field(SceneSnapshot scene, Entity entity, String field, String src) {}

    /**
     * Where a file is.
     *
     * @param provider what people call whoever has it (ADR-18)
     * @param hash of its bytes, where it is there
     * @param base the address that hashes are appended to
     */
    record Place(String provider, Optional<AssetHash> hash, String base) {

        /** The whole address; empty where nothing is there. */
        public String address() {
            return hash.map(content -> base + content).orElse("");
        }
    }

    /** What an asset of the catalog has for a field. */
    sealed interface Supply {

        /**
         * A file.
         *
         * @param path by which the field names it in the project, which has it soon
         * @param asset what the field is to be bound to
         */
        record Held(String path, Placement.Asset asset) implements Supply {}

        /**
         * Nothing.
         *
         * @param reason for people, without a full stop
         */
        record None(String reason) implements Supply {}
    }

    /** Looks where a file is, in the background. */
    CompletableFuture<Place> find(Field field);

    /** The paths of the files that the fields of a scene may name, in alphabetical order. */
    CompletableFuture<List<String>> files();

    /** Those of these files that a field may name, as far as that is known. */
    default CompletableFuture<List<String>> files(Field field) {
        return files();
    }

    /**
     * Finds what an asset has for a field, and begins to bring its files to the project; in the
     * background.
     *
     * @param asset its id
     */
    default CompletableFuture<Supply> supply(Field field, String asset) {
        return CompletableFuture.completedFuture(
                new Supply.None("No catalog here has the asset " + asset));
    }

    /** Grows whenever files may be somewhere else than before. */
    long revision();

    /** Calls a listener, on any thread, whenever the revision has grown. */
    Registration onChanged(Runnable listener);

    /** Nobody who knows. */
    static AssetPlaces none() {
        return new AssetPlaces() {
            @Override
            public CompletableFuture<Place> find(Field field) {
                return CompletableFuture.completedFuture(new Place("", Optional.empty(), ""));
            }

            @Override
            public CompletableFuture<List<String>> files() {
                return CompletableFuture.completedFuture(List.of());
            }

            @Override
            public long revision() {
                return 0;
            }

            @Override
            public Registration onChanged(Runnable listener) {
                return () -> {};
            }
        };
    }
}
