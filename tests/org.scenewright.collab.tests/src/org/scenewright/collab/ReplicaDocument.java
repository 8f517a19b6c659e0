// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.SharedState;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A bare document behind the port of the session, on the thread of the test. */
final class ReplicaDocument implements SharedDocument {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private final String me;
    private final Consumer<Batch> outbox;
    private final Scene scene;
    private Set<String> editors = Set.of();
    private long written;

    ReplicaDocument(String me, SceneSnapshot start, Consumer<Batch> outbox) {
        this.me = me;
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

    @Override
    public CompletableFuture<Author> begin() {
        written = 0;
        scene.share(
                me,
                batch -> {
                    written = batch.sequence();
                    outbox.accept(batch);
                });
        return CompletableFuture.completedFuture(scene.shared().author().orElseThrow());
    }

    @Override
    public void merge(List<Batch> batches) {
        scene.shared().merge(batches, PEER);
    }

    @Override
    public CompletableFuture<Copy> copy() {
        byte[] bytes = scene.shared().state().toBytes(Samples.TYPES);
        return CompletableFuture.completedFuture(new Copy(bytes, written));
    }

    @Override
    public CompletableFuture<Void> adopt(byte[] copy, List<Batch> mine) {
        try {
            scene.shared().adopt(SharedState.read(copy, Samples.TYPES), mine, PEER);
            return CompletableFuture.completedFuture(null);
        } catch (IOException unfit) {
            return CompletableFuture.failedFuture(unfit);
        }
    }

    @Override
    public void present(Set<String> now) {
        editors = now;
        scene.present(now);
    }
}
