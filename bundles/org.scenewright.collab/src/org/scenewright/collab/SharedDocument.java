// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The document as a session needs it; everything happens in the order in which it is asked for.
 *
 * <p>What is written here is told to {@link SessionCore#wrote} in order.
 */
interface SharedDocument {

    /** Writes for others from now on, as an author that nobody ever was. */
    CompletableFuture<Author> begin();

    /** Merges what others wrote. */
    void merge(List<Batch> batches);

    /** The document as it is, as bytes. */
    CompletableFuture<Copy> copy();

    /**
     * A document as bytes.
     *
     * @param written how many batches of its writer are in it
     */
    record Copy(byte[] bytes, long written) {}

    /**
     * Becomes what another replica is.
     *
     * @param copy the bytes, whatever they hold
     * @param mine batches that are not in it and have to stay
     * @return fails where the bytes are no document, with a sentence that says why
     */
    CompletableFuture<Void> adopt(byte[] copy, List<Batch> mine);

    /** Tells who is there and edits. */
    void present(Set<String> editors);
}
