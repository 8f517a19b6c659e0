// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Camera;
import org.scenewright.render.Colleague;
import org.scenewright.render.Hit;
import org.scenewright.render.InputEvent;
import org.scenewright.render.Port;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Permission;
import org.scenewright.runtime.Presence;
import org.scenewright.runtime.Registration;
import org.scenewright.scene.Pose;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Lets a viewport show who else works at its scene, and tells them what the person here looks at.
 *
 * <p>UI thread, where nothing else is said.
 */
final class Companions implements Port.Holds, AutoCloseable {
    /** How far a pointer reaches that meets nothing, in metres. */
    private static final float FAR_METRES = 60;

    private final OpenScene scene;
    private final Outlook.Stagehand hand;
    private final Awareness awareness;
    private final Permission permission;
    private final OwnPlayer player;
    private final List<Registration> registrations;
    // However often others move, the UI thread has one task at most.
    private final AtomicBoolean awaited = new AtomicBoolean();
    private Led led = Led.NOWHERE;

    /**
     * Where the person here was led last; GL thread.
     *
     * @param arrived where the camera came to rest, once it did
     */
    private record Led(boolean isLed, Optional<Presence.Sight> arrived) {
        static final Led NOWHERE = new Led(false, Optional.empty());
        static final Led AWAY = new Led(true, Optional.empty());
    }

    Companions(OpenScene scene, Outlook.Stagehand hand) {
        this.scene = scene;
        this.hand = hand;
        awareness = scene.session().sharing().awareness();
        permission = scene.session().sharing().permission();
        player = new OwnPlayer(scene);
        registrations =
                List.of(
                        awareness.onOthers(others -> soon()),
                        awareness.onLook(this::glide),
                        permission.onChange(this::permitted),
                        scene.play().onTurn(play -> soon()),
                        scene.watch(selected -> choose()));
        choose();
        soon();
    }

    private void soon() {
        if (awaited.compareAndSet(false, true)) {
            scene.ui().execute(this::show);
        }
    }

    private void show() {
        awaited.set(false);
        var colleagues = awareness.others().stream().map(this::colleague).toList();
        hand.with(stage -> stage.view().colleagues(colleagues), false);
    }

    private Colleague colleague(Participant other) {
        var presence = other.presence();
        return new Colleague(
                other.name(),
                other.color(),
                presence.selection().stream().map(scene::shown).collect(Collectors.toSet()),
                presence.sight().map(s -> line(s.eye(), s.target())),
                presence.pointer().map(p -> line(p.from(), p.to())),
                presence.holding().stream().map(scene::shown).collect(Collectors.toSet()));
    }

    /** GL thread, as nothing is dragged of what runs. */
    @Override
    public void hold(List<Entity> entities) {
        awareness.mine(me -> me.withHolding(entities));
    }

    @Override
    public boolean mayDrag() {
        return permission.isGiven();
    }

    @Override
    public Optional<String> obstacle(List<Entity> entities) {
        var why = awareness.holder(entities).map(other -> other.name() + " is dragging this.");
        // In the picture it stands for as long as the button is down, which may be short.
        why.ifPresent(sentence -> scene.ui().execute(() -> scene.say(sentence)));
        return why;
    }

    private static Colleague.Sightline line(Pose.Vec from, Pose.Vec to) {
        return new Colleague.Sightline(vector(from), vector(to));
    }

    /** Handles come or go; a drag under way ends where it is, since the rest would be refused. */
    private void permitted() {
        hand.with(stage -> stage.tools().input(new InputEvent.Cancelled()), false);
    }

    private void glide(Presence.Sight there) {
        hand.with(
                stage -> {
                    led = Led.AWAY;
                    stage.camera().glide(vector(there.eye()), vector(there.target()));
                },
                true);
    }

    private void choose() {
        var selected = scene.selected().stream().flatMap(entity -> scene.document(entity).stream());
        var entities = List.<Entity>copyOf(selected.toList());
        awareness.mine(me -> me.withSelection(entities));
    }

    /** From where the person here looks; GL thread. */
    void look(Camera camera) {
        var sight = new Presence.Sight(vec(camera.eye()), vec(camera.target()));
        if (led.isLed() && !camera.gliding()) {
            rest(sight);
        }
        awareness.mine(me -> me.withSight(Optional.of(sight)));
    }

    private void rest(Presence.Sight sight) {
        if (led.arrived().filter(at -> !at.equals(sight)).isPresent()) {
            led = Led.NOWHERE;
            awareness.stray();
        } else {
            led = new Led(true, Optional.of(sight));
        }
    }

    /** Where the pointer is; GL thread. Where nobody is, nobody looks for what it meets. */
    void point(Stage stage, InputEvent event, Viewport.PixelSize size) {
        if (event instanceof InputEvent.PointerMoved moved && !awareness.others().isEmpty()) {
            point(Optional.of(ray(stage, moved, size)));
        } else if (event instanceof InputEvent.Left) {
            point(Optional.empty());
        }
    }

    private void point(Optional<Presence.Pointer> pointer) {
        awareness.mine(me -> me.withPointer(pointer));
    }

    private static Presence.Pointer ray(
            Stage stage, InputEvent.PointerMoved moved, Viewport.PixelSize size) {
        var ray = stage.camera().ray(moved.x(), moved.y(), size.width(), size.height());
        var end = stage.view().pick(ray).map(Hit::point).orElseGet(() -> ray.at(FAR_METRES));
        return new Presence.Pointer(vec(ray.origin()), vec(end));
    }

    private static Pose.Vec vec(Vector3fc v) {
        return new Pose.Vec(v.x(), v.y(), v.z());
    }

    private static Vector3f vector(Pose.Vec v) {
        return new Vector3f((float) v.x(), (float) v.y(), (float) v.z());
    }

    @Override
    public void close() {
        player.close();
        registrations.forEach(Registration::close);
        awareness.mine(
                me ->
                        me.withSight(Optional.empty())
                                .withPointer(Optional.empty())
                                .withHolding(List.of()));
    }
}
