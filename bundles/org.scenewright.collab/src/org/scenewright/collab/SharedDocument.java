// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.StateDigest;

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

    /** Writes for nobody any more, and new entities may get any number. */
    void leave();

    /** Merges what others wrote; fails where that is not in the document then. */
    CompletableFuture<Void> merge(List<Batch> batches);

    /** The document as it is, as bytes; with all that was to be merged before, at least. */
    CompletableFuture<byte[]> copy();

    /**
     * Becomes what another replica is, which came from the same start. What its present author
     * wrote here, and which that one does not hold, stays, too.
     *
     * @param copy the bytes, whatever they hold
     * @param reach how far it has come, whatever it says itself
     * @param given batches that are not in it and have to stay
     * @param lost batches that were written here and do not stay; the person here is offered what
     *     they said
     * @return fails where the bytes are no document, or one that has not come so far, with a
     *     sentence that says why
     */
    CompletableFuture<Void> adopt(byte[] copy, Reach reach, List<Batch> given, List<Batch> lost);

    /**
     * Becomes what another replica is, whatever this one was, and writes for others from then on as
     * an author that nobody ever was. What was here before, and is not there, the person here is
     * offered.
     *
     * @param copy the bytes, whatever they hold
     * @param reach how far it has come, whatever it says itself
     * @param given batches that were written here in a former process, are not in it, and have to
     *     stay
     * @param lost batches that were written so and do not stay; the person here is offered what
     *     they said
     * @return who it writes as; fails where the bytes are no document, or one that has not come so
     *     far, with a sentence that says why
     */
    CompletableFuture<Author> join(byte[] copy, Reach reach, List<Batch> given, List<Batch> lost);

    /**
     * Sums of what is held by now.
     *
     * @param components of which the sums of ranges are wanted, too
     */
    CompletableFuture<DocumentDigest> digest(Set<String> components);

    /** Says again what ranges hold; that goes to the others as if somebody had written it. */
    void restate(List<StateDigest.Bucket> buckets);

    /**
     * Gives away numbers that no entity has, fewer where there are no more.
     *
     * @param holder who alone may use them
     * @param count how many
     */
    CompletableFuture<List<NumberBlock>> grant(String holder, int count);

    /** Never gives away a number before this one, as somebody may hold it. */
    void spare(int end);

    /** Takes back what somebody holds and no entity ever had, as they said that they are gone. */
    void release(String holder);

    /** How many numbers are neither in use nor leased. */
    CompletableFuture<Integer> free();

    /** How many of the numbers that somebody holds no entity ever had. */
    CompletableFuture<Integer> unspent(String holder);

    /**
     * Gives somebody again those numbers that they got first and no entity ever had, where they
     * lost a process and may not get more.
     */
    CompletableFuture<List<NumberBlock>> grantAgain(String holder, int count);

    /** From now on new entities get numbers of such blocks alone. */
    void lease(List<NumberBlock> blocks);

    /** About how many leased numbers are left. */
    CompletableFuture<Integer> unspent();

    /** Tells who is there and edits. */
    void present(Set<String> editors);
}
