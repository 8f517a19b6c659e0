// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Pose;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells those who edit together where the player of the person here is, and stops playing when the
 * scene is to be edited; UI thread.
 */
final class OwnPlayer implements AutoCloseable {
    private final OpenScene scene;
    private final Awareness awareness;
    private final List<Registration> registrations;

    OwnPlayer(OpenScene scene) {
        this.scene = scene;
        this.awareness = scene.session().sharing().awareness();
        this.registrations = List.of(scene.play().onTurn(this::turn), awareness.onEdit(this::stop));
        turn(scene.play().shown());
    }

    private void turn(Optional<Play> running) {
        awareness.player(() -> running.flatMap(OwnPlayer::feet));
    }

    private static Optional<Pose.Vec> feet(Play play) {
        return play.state().isOver()
                ? Optional.empty()
                : Optional.of(play.snapshot().worldPose(Entity.PLAYER).position());
    }

    private CompletableFuture<Boolean> stop() {
        var stopped = new CompletableFuture<Boolean>();
        scene.ui()
                .execute(
                        () -> {
                            scene.play().stop();
                            stopped.complete(true);
                        });
        return stopped;
    }

    @Override
    public void close() {
        registrations.forEach(Registration::close);
    }
}
