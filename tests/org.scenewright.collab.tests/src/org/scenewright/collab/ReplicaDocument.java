// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Difference;
import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.NumberLeases;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SetAside;
import org.scenewright.scene.SharedScene;
import org.scenewright.scene.SharedState;
import org.scenewright.scene.StateDigest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A bare document behind the port of the session, on the thread of the test. */
final class ReplicaDocument implements SharedDocument {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private final String me;
    private final LongSupplier sharings;
    private final Consumer<Batch> outbox;
    private final Scene scene;
    private final NumberLeases leases = new NumberLeases();
    private final StateDigest digest = new StateDigest();
    private final List<Difference> aside = new ArrayList<>();
    private Set<String> editors = Set.of();
    private final Map<String, Integer> failures = new HashMap<>();
    private int copies;

    /**
     * @param sharings a greater number each time, by which one author is told from the next
     */
    ReplicaDocument(String me, SceneSnapshot start, LongSupplier sharings, Consumer<Batch> outbox) {
        this.me = me;
        this.sharings = sharings;
        this.outbox = outbox;
        this.scene = new Scene(start);
    }

    Scene scene() {
        return scene;
    }

    /** Who was said to edit. */
    Set<String> editors() {
        return editors;
    }

    /** How many copies were made. */
    int copies() {
        return copies;
    }

    @Override
    public CompletableFuture<Author> begin() {
        if (fails("begin")) {
            return failed();
        }
        scene.share(new Author(me, sharings.getAsLong()), outbox);
        return CompletableFuture.completedFuture(scene.shared().author().orElseThrow());
    }

    @Override
    public void leave() {
        scene.shared().leave();
    }

    @Override
    public CompletableFuture<Void> merge(List<Batch> batches) {
        if (fails("merge")) {
            return failed();
        }
        scene.shared().merge(batches, PEER);
        return CompletableFuture.completedFuture(null);
    }

    /** Lets something fail so many times before it works. */
    void fail(String what, int times) {
        failures.put(what, times);
    }

    private boolean fails(String what) {
        int left = failures.getOrDefault(what, 0);
        failures.put(what, Math.max(0, left - 1));
        return left > 0;
    }

    private static <T> CompletableFuture<T> failed() {
        return CompletableFuture.failedFuture(new IllegalStateException("no"));
    }

    @Override
    public CompletableFuture<byte[]> copy() {
        copies++;
        byte[] bytes = scene.shared().state().toBytes(Samples.TYPES);
        return CompletableFuture.completedFuture(bytes);
    }

    @Override
    public CompletableFuture<Void> adopt(
            byte[] copy, Reach reach, List<Batch> given, List<Batch> lost) {
        return read(copy, reach)
                .thenAccept(state -> aside(scene.shared().adopt(state, given, lost, PEER).lost()));
    }

    private CompletableFuture<SharedState> read(byte[] copy, Reach reach) {
        if (fails("adopt")) {
            return failed();
        }
        try {
            var state = SharedState.read(copy, Samples.TYPES);
            if (!reach.isPartOf(state.heard())) {
                throw new IOException("The document lacks edits that it was said to hold.");
            }
            return CompletableFuture.completedFuture(state.hearing(reach.heard()));
        } catch (IOException unfit) {
            return CompletableFuture.failedFuture(unfit);
        }
    }

    @Override
    public CompletableFuture<DocumentDigest> digest(Set<String> components) {
        digest.follow(scene.snapshot());
        return CompletableFuture.completedFuture(
                DocumentDigest.of(scene.shared().heard(), digest, components));
    }

    @Override
    public void restate(List<StateDigest.Bucket> buckets) {
        buckets.forEach(bucket -> scene.shared().restate(List.of(bucket)));
    }

    @Override
    public CompletableFuture<Author> join(
            byte[] copy, Reach reach, List<Batch> given, List<Batch> lost) {
        return read(copy, reach).thenCompose(state -> joined(state, given, lost));
    }

    private CompletableFuture<Author> joined(
            SharedState state, List<Batch> given, List<Batch> lost) {
        var author = begin();
        if (author.isCompletedExceptionally()) {
            return author;
        }
        var own = new SharedScene.Own(scene.snapshot(), Optional.empty(), given, lost);
        var joined = scene.shared().join(state, own, PEER);
        aside(joined.lost());
        aside(joined.aside());
        return author;
    }

    private void aside(SetAside one) {
        aside.addAll(one.differences());
    }

    /** What was here and is offered to the person. */
    List<Difference> aside() {
        return List.copyOf(aside);
    }

    @Override
    public CompletableFuture<List<NumberBlock>> grant(String holder, int count) {
        var blocks = new ArrayList<NumberBlock>();
        for (int left = count; left > 0; left -= NumberLeases.BLOCK) {
            leases.lease(holder, scene).ifPresent(blocks::add);
        }
        return CompletableFuture.completedFuture(blocks);
    }

    @Override
    public void spare(int end) {
        int first = Entity.FIRST_FREE_NUMBER;
        leases.note("somebody", new NumberBlock(first, end - first));
    }

    @Override
    public void release(String holder) {
        leases.release(holder, scene);
    }

    @Override
    public CompletableFuture<Integer> free() {
        return CompletableFuture.completedFuture(leases.free(scene));
    }

    @Override
    public CompletableFuture<Integer> unspent(String holder) {
        return CompletableFuture.completedFuture(leases.unspent(holder, scene));
    }

    @Override
    public CompletableFuture<List<NumberBlock>> grantAgain(String holder, int count) {
        return CompletableFuture.completedFuture(leases.again(holder, count, scene));
    }

    @Override
    public void lease(List<NumberBlock> blocks) {
        blocks.forEach(scene::lease);
    }

    @Override
    public CompletableFuture<Integer> unspent() {
        return CompletableFuture.completedFuture(scene.unspentNumbers());
    }

    @Override
    public void present(Set<String> now) {
        editors = now;
        scene.present(now);
    }
}
