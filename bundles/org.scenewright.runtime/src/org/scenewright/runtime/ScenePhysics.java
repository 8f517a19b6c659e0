// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers the scenes that run: raycasts, what the player presses and points at, trigger areas, and
 * how far models are.
 *
 * <p>What a player does is told from any thread; all else happens on the thread of the frames.
 */
public final class ScenePhysics implements Physics, AutoCloseable {
    private static final int POINTER = 1;
    private static final Bodies.Sieve POINTED = new Bodies.Sieve(POINTER, false);

    private final Function<Play, Bodies> bodies;
    private final Map<Play, Running> running = new HashMap<>();
    private final ConcurrentLinkedQueue<Input> inputs = new ConcurrentLinkedQueue<>();
    private final ElementAnswers elements = new ElementAnswers();
    private final List<Consumer<List<PointerOffer>>> watchers = new CopyOnWriteArrayList<>();
    private volatile Optional<Aim> aim = Optional.empty();
    private List<PointerOffer> offers = List.of();

    /** How far away a pointer does something. */
    public enum Reach {
        /** As far as the scene allows the player, or the camera. */
        OF_PLAYER,
        /** As far as one sees: whoever looks on from a camera of their own cannot come nearer. */
        OF_EYE
    }

    /**
     * Where a pointer is.
     *
     * @param ray the way from the camera through the pointer, in the world
     * @param x pixels from the left of the canvas
     * @param y pixels from its top
     * @param reach how far away it does something
     */
    public record Aim(Bodies.Beam ray, double x, double y, Reach reach) {}

    /** Something was pressed or released. */
    private record Input(InputAction action, boolean isDown, Optional<Aim> aim) {}

    /** What is known of one play. */
    private final class Running {
        private final Play play;
        private final SceneLand land;
        private final Pose.Vec base;
        private final Bodies solid;
        private final Registration registration;
        private final Raycasts raycasts;
        private final ModelStates models;
        private final PointerHits pointer = new PointerHits();
        private final PointerPlace place = new PointerPlace();
        private final TriggerAreas areas = new TriggerAreas();
        private final Nearby nearby = new Nearby();

        Running(Play play) {
            base = play.plan().origin();
            solid = bodies.apply(play);
            this.play = play;
            land = new SceneLand(play);
            registration = play.link(solid);
            raycasts = new Raycasts(solid);
            models = new ModelStates(solid);
        }

        SceneTerrain.Part part() {
            return new SceneTerrain.Part(play, base, solid);
        }

        void close() {
            registration.close();
            solid.close();
        }

        /** What of this scene is in the way of a ray; nothing where another scene is before it. */
        Optional<PointerHits.Pointed> pointed(Aim at) {
            var own = contact(at);
            boolean isHidden =
                    own.isPresent()
                            && running.values().stream()
                                    .filter(other -> other != this)
                                    .flatMap(other -> other.contact(at).stream())
                                    .anyMatch(other -> other.metres() < own.get().metres());
            var beam = at.ray().from(base);
            return own.filter(contact -> !isHidden)
                    .map(contact -> new PointerHits.Pointed(beam, contact, at.reach()));
        }

        private Optional<Bodies.Contact> contact(Aim at) {
            return solid.along(at.ray().from(base), POINTED).stream().findFirst();
        }

        void answer(Answering answering) {
            solid.lookFrom(answering.scene().worldPose(Entity.CAMERA).position());
            models.answer(answering);
            raycasts.answer(answering);
            var at = aim;
            pointer.answer(at.flatMap(this::pointed), answering);
            place.answer(at, answering);
            areas.answer(answering);
            nearby.answer(pointer, answering);
            elements.tell(play, pointer, answering);
        }

        void press(Input input) {
            var at = input.aim().flatMap(this::pointed);
            pointer.press(new PointerHits.Press(input.action(), input.isDown(), at));
        }
    }

    /**
     * @param bodies makes the colliders of a scene that runs, as its snapshot is by then
     */
    public ScenePhysics(Function<Play, Bodies> bodies) {
        this.bodies = bodies;
    }

    /** What players walk on. */
    Terrain terrain() {
        return new SceneTerrain(() -> running.values().stream().map(Running::part).toList());
    }

    /** The scene on whose parcels a place of the world is; on the thread of the frames. */
    Optional<SceneSnapshot> sceneAt(Pose.Vec place) {
        return running.values().stream()
                .filter(one -> one.land.settings().holds(place.minus(one.base)))
                .findFirst()
                .map(one -> one.part().play().snapshot());
    }

    /** The pointer is somewhere; any thread. */
    public void aim(Aim at) {
        aim = Optional.of(at);
    }

    /** The pointer is nowhere in the scenes; any thread. */
    public void leave() {
        aim = Optional.empty();
    }

    /** Something is pressed where the pointer is; any thread. */
    public void press(InputAction action) {
        inputs.add(new Input(action, true, aim));
    }

    /** Something is released where the pointer is; any thread. */
    public void release(InputAction action) {
        inputs.add(new Input(action, false, aim));
    }

    /**
     * The pointer does something to an element of the user interface of a scene; any thread.
     *
     * @param kind what, by the numbers of PointerEventType
     */
    public void touch(Play play, Entity element, int kind) {
        elements.add(
                new ElementAnswers.Answer(
                        play, element, (pointer, out) -> pointer.touch(element, kind, out)));
    }

    /** A component of an element of a user interface says what was done to it; any thread. */
    public void reply(Play play, Entity element, String component, Value value) {
        elements.add(
                new ElementAnswers.Answer(
                        play, element, (pointer, to) -> to.out().put(element, component, value)));
    }

    /**
     * Calls back on the thread of the frames when the pointer can do something else than before.
     */
    public Registration onOffers(Consumer<List<PointerOffer>> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void posed(Play play, Map<Entity, Posture> postures) {
        running.computeIfAbsent(play, Running::new).solid.pose(postures);
    }

    @Override
    public void move(Play play, RendererWriting out) {
        forgetEnded();
        running.computeIfAbsent(play, Running::new);
        Worn.move(play.snapshot(), out);
        for (var input = inputs.poll(); input != null; input = inputs.poll()) {
            var next = input;
            running.values().forEach(one -> one.press(next));
        }
    }

    private void forgetEnded() {
        var ended = running.keySet().stream().filter(play -> play.state().isOver()).toList();
        elements.forgetEnded();
        ended.stream().flatMap(play -> removed(play).stream()).forEach(Running::close);
        offer();
    }

    private Optional<Running> removed(Play play) {
        var gone = running.remove(play);
        return gone == null ? Optional.empty() : Optional.of(gone);
    }

    @Override
    public void answer(Play play, RendererWriting out) {
        var one = running.computeIfAbsent(play, Running::new);
        var scene = play.snapshot();
        var answering = new Answering(scene, play.tally().ticks(), out);
        one.answer(answering);
        offer();
    }

    /** No two scenes have offers: what the pointer points at is in one of them. */
    private void offer() {
        var now =
                running.values().stream()
                        .map(one -> one.pointer.offers())
                        .filter(some -> !some.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        if (!now.equals(offers)) {
            offers = now;
            watchers.forEach(watcher -> watcher.accept(now));
        }
    }

    /** Forgets all scenes, on the thread of the frames or after its end. */
    @Override
    public void close() {
        running.values().forEach(Running::close);
        running.clear();
    }
}
