// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A renderer that takes the time it is told to, and notes the order of what is asked of it. */
final class FakeRenderer implements Renderer, Physics {
    private final VirtualClock clock;
    private final List<String> log = new ArrayList<>();
    private final List<Long> drawn = new ArrayList<>();
    private Viewer viewer = Viewer.USUAL;
    private long update;
    private long gpu;
    private int animated;
    private CompletableFuture<?> models = CompletableFuture.completedFuture(true);

    FakeRenderer(VirtualClock clock) {
        this.clock = clock;
    }

    /** An update takes so long, and the GPU so long for a frame. */
    FakeRenderer takes(long updateNanos, long gpuNanos) {
        update = updateNanos;
        gpu = gpuNanos;
        return this;
    }

    FakeRenderer loads(CompletableFuture<?> future) {
        models = future;
        return this;
    }

    void standsAt(double x, double z) {
        var pose = new Pose(new Pose.Vec(x, 0, z), Viewer.USUAL.player().rotation(), scale());
        viewer = new Viewer(pose, pose, false, false, Viewer.USUAL.canvas());
    }

    private static Pose.Vec scale() {
        return Pose.IDENTITY.scale();
    }

    @Override
    public Viewer update(long frame) {
        log.add("camera");
        clock.spend(update);
        return viewer;
    }

    @Override
    public void animated(Play play) {
        animated++;
    }

    /** How often it heard that clips had moved something. */
    int animated() {
        return animated;
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        log.add("render");
        var done = new CompletableFuture<Boolean>();
        clock.after(
                gpu,
                () -> {
                    drawn.add(clock.nanos());
                    done.complete(true);
                });
        return done;
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        return models;
    }

    @Override
    public void move(Play play, RendererWriting out) {
        log.add("move");
    }

    @Override
    public void answer(Play play, RendererWriting out) {
        log.add("physics");
    }

    List<String> log() {
        return log;
    }

    /** When the GPU had drawn the frames. */
    List<Long> drawn() {
        return drawn;
    }
}
