// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.jspecify.annotations.Nullable;
import org.scenewright.comms.Failures;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Joiner;
import org.scenewright.runtime.Remnant;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SceneSharing;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Keepsake;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.NumberLeases;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.StateDigest;
import org.scenewright.scene.VersionVector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The document of an open scene behind the port of a shared session; usable from any thread. */
final class SceneDocument implements SharedDocument {
    private static final System.Logger LOG = System.getLogger(SceneDocument.class.getName());

    /** Under which name the edits of others come in. */
    static final Origin ORIGIN = Origin.link(Origin.Kind.PEER, "collaboration");

    // As many as may be written between that the session looks and that the scene does.
    private static final int MOST_RECENT = 4096;

    private final SceneSharing sharing;
    private final String me;
    private final Consumer<Batch> outbox;
    private final StateDigest digest = new StateDigest();
    // Not a monitor, which would hold the carrier of a virtual thread.
    private final ReentrantLock digesting = new ReentrantLock();
    private volatile ConcurrentLinkedDeque<Batch> recent = new ConcurrentLinkedDeque<>();
    // Of who wrote here before, whom nobody hears any more.
    private volatile ConcurrentLinkedDeque<Batch> former = new ConcurrentLinkedDeque<>();
    // What is edited before the scene is the shared one is edited there again.
    private volatile Optional<SceneSnapshot> begun;
    private volatile Optional<Keepsake> kept;

    /**
     * @param past what was kept of the scene, where it took part in the session
     */
    SceneDocument(SceneSession scene, String me, Consumer<Batch> outbox, Past past) {
        this.sharing = scene.sharing();
        this.me = me;
        this.outbox = outbox;
        this.begun = Optional.of(past.begun(scene.snapshot()));
        this.kept = past.scene();
    }

    @Override
    public CompletableFuture<Author> begin() {
        begun = Optional.empty();
        kept = Optional.empty();
        return sharing.begin(me, anew())
                .thenCompose(done -> sharing.author())
                .thenApply(Optional::orElseThrow);
    }

    private Consumer<Batch> anew() {
        var mine = new ConcurrentLinkedDeque<Batch>();
        former = recent;
        recent = mine;
        return batch -> sent(batch, mine);
    }

    private void sent(Batch batch, ConcurrentLinkedDeque<Batch> mine) {
        mine.addLast(batch);
        if (mine.size() > MOST_RECENT) {
            mine.removeFirst();
        }
        outbox.accept(batch);
    }

    @Override
    public void leave() {
        told(sharing.leave(), "The scene did not leave its session");
    }

    @Override
    public CompletableFuture<Void> merge(List<Batch> batches) {
        var merging = sharing.receiveAll(batches, ORIGIN);
        told(merging, "The edits of others were not merged");
        return merging.handle((changes, failure) -> unlessClosed(failure))
                .thenCompose(outcome -> outcome);
    }

    private static CompletableFuture<Void> unlessClosed(@Nullable Throwable failure) {
        return failure == null || isClosed(failure)
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(failure);
    }

    private static void told(CompletableFuture<?> done, String failed) {
        done.whenComplete(
                (nothing, failure) -> {
                    if (failure != null) {
                        LOG.log(level(failure), failed, failure);
                    }
                });
    }

    /** A scene that is closed needs nothing any more. */
    private static System.Logger.Level level(Throwable failure) {
        return isClosed(failure) ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING;
    }

    private static boolean isClosed(Throwable failure) {
        return Failures.cause(failure) instanceof RejectedExecutionException;
    }

    @Override
    public CompletableFuture<byte[]> copy() {
        return sharing.encodedState();
    }

    @Override
    public CompletableFuture<Void> adopt(
            byte[] copy, Reach reach, List<Batch> given, List<Batch> lost) {
        return sharing.adopt(
                        copy,
                        said -> {
                            var heard = heard(said, reach);
                            return new Remnant(
                                    heard, with(recent, given, heard), with(former, lost, heard));
                        },
                        ORIGIN)
                .thenApply(changes -> null);
    }

    /** What is proven counts, and not what the document says: what it said too much never came. */
    private static VersionVector heard(VersionVector said, Reach reach) {
        if (!reach.isPartOf(said)) {
            throw new IllegalStateException("The document lacks edits that it was said to hold.");
        }
        return reach.heard();
    }

    @Override
    public CompletableFuture<DocumentDigest> digest(Set<String> components) {
        var sums =
                sharing.moment()
                        .thenApplyAsync(now -> digest(now, components), SceneDocument::beside);
        told(sums, "What the scene holds was not summed up");
        return sums;
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("scene digest").start(work);
    }

    private DocumentDigest digest(SceneSharing.Moment now, Set<String> components) {
        digesting.lock();
        try {
            digest.follow(now.document());
            return DocumentDigest.of(now.heard(), digest, components);
        } finally {
            digesting.unlock();
        }
    }

    @Override
    public void restate(List<StateDigest.Bucket> buckets) {
        for (var bucket : buckets) {
            told(sharing.restate(List.of(bucket)), "What differs was not said again");
        }
    }

    @Override
    public CompletableFuture<Author> join(
            byte[] copy, Reach reach, List<Batch> given, List<Batch> lost) {
        var joiner =
                new Joiner(
                        me, anew(), begun, kept, said -> former(heard(said, reach), given, lost));
        return sharing.join(copy, joiner, ORIGIN)
                .thenCompose(
                        joined -> {
                            begun = Optional.empty();
                            kept = Optional.empty();
                            return sharing.author();
                        })
                .thenApply(Optional::orElseThrow);
    }

    /** Of who took part too often since, nobody hears any more what they wrote before. */
    private static Remnant former(VersionVector heard, List<Batch> given, List<Batch> lost) {
        var parts = given.stream().collect(Collectors.partitioningBy(b -> isForgotten(heard, b)));
        var offered = new ArrayList<>(lost);
        offered.addAll(parts.getOrDefault(true, List.of()));
        return new Remnant(heard, parts.getOrDefault(false, List.of()), offered);
    }

    private static boolean isForgotten(VersionVector heard, Batch batch) {
        return !heard.last().containsKey(batch.author())
                && heard.covers(batch.author(), batch.sequence());
    }

    /** Batches, with those written here since the session looked, and which are not in it. */
    private static List<Batch> with(
            ConcurrentLinkedDeque<Batch> written, List<Batch> known, VersionVector heard) {
        var all = new ArrayList<>(known);
        written.stream()
                .filter(batch -> !heard.covers(batch.author(), batch.sequence()))
                .filter(batch -> !known.contains(batch))
                .forEach(all::add);
        all.sort(Comparator.comparing(Batch::author).thenComparing(Batch::sequence));
        return all;
    }

    @Override
    public CompletableFuture<List<NumberBlock>> grant(String holder, int count) {
        return grant(holder, count, List.of());
    }

    private CompletableFuture<List<NumberBlock>> grant(
            String holder, int count, List<NumberBlock> before) {
        if (count <= 0) {
            return CompletableFuture.completedFuture(before);
        }
        return sharing.leases()
                .lease(holder)
                .thenCompose(block -> granted(holder, count, before, block));
    }

    private CompletableFuture<List<NumberBlock>> granted(
            String holder, int count, List<NumberBlock> before, Optional<NumberBlock> block) {
        var all = new ArrayList<>(before);
        block.ifPresent(all::add);
        return grant(holder, block.isPresent() ? count - NumberLeases.BLOCK : 0, all);
    }

    @Override
    public void spare(int end) {
        int first = Entity.FIRST_FREE_NUMBER;
        told(
                sharing.leases().note("", new NumberBlock(first, end - first)),
                "Numbers that were given away were not noted");
    }

    @Override
    public void release(String holder) {
        told(sharing.leases().release(holder), "Entity numbers were not taken back");
    }

    @Override
    public CompletableFuture<Integer> free() {
        return sharing.leases().free();
    }

    @Override
    public CompletableFuture<Integer> unspent(String holder) {
        return sharing.leases().unspent(holder);
    }

    @Override
    public CompletableFuture<List<NumberBlock>> grantAgain(String holder, int count) {
        return sharing.leases().leaseAgain(holder, count);
    }

    @Override
    public void lease(List<NumberBlock> blocks) {
        for (var block : blocks) {
            told(sharing.lease(block), "Entity numbers were not taken");
        }
    }

    @Override
    public CompletableFuture<Integer> unspent() {
        return sharing.leases().unspent();
    }

    @Override
    public void present(Set<String> editors) {
        told(sharing.present(editors), "The scene was not told who is there");
    }
}
