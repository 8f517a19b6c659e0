// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.AssetSource;
import org.scenewright.content.Resolution;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Pose;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A scene whose script writes what the test says, and is answered; whoever makes it closes it. */
final class PhysicsStage implements AutoCloseable {
    private static final ComponentTypes CORE = CoreComponents.load();

    private final VirtualClock clock = new VirtualClock();
    private final FakeHost host = new FakeHost(clock);
    private final FakeRenderer renderer = new FakeRenderer(clock);
    private final Map<Play, FakeBodies> bodies = new HashMap<>();
    private final ScenePhysics physics = new ScenePhysics(this::bodies);
    private final FakeSpeaker speaker = new FakeSpeaker();
    private final List<String> complaints = new ArrayList<>();
    private final List<AssetSource> lookedUp = new ArrayList<>();
    private final SceneSounds sounds =
            new SceneSounds(
                    speaker, this::recording, clock, (of, complaint) -> complaints.add(complaint));
    private final Walk walk;
    private final FrameSchedule schedule;
    private final List<OpenScene> scenes = new ArrayList<>();
    private final List<CrdtMessage> next = new ArrayList<>();
    private final Map<Integer, Integer> written = new HashMap<>();
    private final FakeHost.FakeScript script;
    private final Play play;

    private Resolution recording(Play of, AssetSource source) {
        lookedUp.add(source);
        return new Resolution.Missing(source.path());
    }

    /** The sounds whose files somebody has looked for. */
    List<AssetSource> lookedUp() {
        return lookedUp;
    }

    PhysicsStage(Path directory) throws IOException {
        this(directory, new Walk.Place(new Pose.Vec(0, 0, 0), Optional.empty()), false);
    }

    /** A scene that somebody walks about in, who enters somewhere. */
    PhysicsStage(Path directory, Walk.Place entrance) throws IOException {
        this(directory, entrance, true);
    }

    private PhysicsStage(Path directory, Walk.Place entrance, boolean walks) throws IOException {
        walk = new Walk(renderer, physics, clock, entrance);
        var both = Physics.both(physics, Physics.both(sounds, new SceneVideos(clock)));
        var ports = new FrameSchedule.Ports(walks ? walk : renderer, both, clock);
        schedule = new FrameSchedule(host, ports, FrameStrategy.NAIVE, FrameQuota.USUAL);
        play = add(directory.resolve("scene"), 0);
        script = host.next();
        script.runs(0, frame -> sent()).starts();
    }

    /** Another scene that is played, with its base so far along Z. */
    Play add(Path directory, double z) throws IOException {
        var scene = new OpenScene(directory);
        scenes.add(scene);
        var bundle = directory.resolve("index.js");
        var base = new Pose.Vec(0, 0, z);
        var calls = SystemCalls.none();
        return schedule.play(
                new PlayPlan(scene.session(), bundle, false, base, PlayPlan.Pace.FIXED, calls),
                new PlayStage.Heard());
    }

    /** Lets a scene that was added run. */
    void starts() {
        host.next().starts();
    }

    private FakeBodies bodies(Play of) {
        return bodies.computeIfAbsent(of, made -> new FakeBodies());
    }

    /** The colliders of a scene. */
    FakeBodies of(Play of) {
        return bodies(of);
    }

    FakeBodies bodies() {
        return bodies(play);
    }

    private List<CrdtMessage> sent() {
        var messages = List.copyOf(next);
        next.clear();
        return messages;
    }

    /** The script writes a component in its next frame. */
    PhysicsStage puts(Entity entity, String component, String json) {
        var type = CORE.find(component).orElseThrow();
        byte[] bytes = type.codec().toBytes(ValueJson.parse(json));
        next.add(
                new CrdtMessage.PutComponent(
                        entity, type.id(), timestamp(entity, type.id()), bytes));
        return this;
    }

    /** The script removes a component in its next frame. */
    PhysicsStage removes(Entity entity, String component) {
        var id = CORE.find(component).orElseThrow().id();
        next.add(new CrdtMessage.DeleteComponent(entity, id, timestamp(entity, id)));
        return this;
    }

    // Later than whatever a renderer wrote in the meantime.
    private int timestamp(Entity entity, ComponentId component) {
        int key = entity.number() * 10_000 + component.value();
        return written.merge(key, 1000, Integer::sum);
    }

    /** Runs so many frames of the script, with one frame of the renderer each. */
    PhysicsStage frames(int count) {
        for (int i = 0; i < count; i++) {
            clock.spend(VirtualClock.MILLI);
            schedule.frame();
        }
        return this;
    }

    /** Runs frames of a sixtieth of a second for so long. */
    PhysicsStage seconds(double seconds) {
        for (double t = 0; t < seconds; t += 1 / 60.0) {
            clock.spend(VirtualClock.MILLI * 1000 / 60);
            schedule.frame();
        }
        return this;
    }

    Walk walk() {
        return walk;
    }

    FakeRenderer renderer() {
        return renderer;
    }

    FakeSpeaker speaker() {
        return speaker;
    }

    /** What is said about sounds. */
    List<String> complaints() {
        return complaints;
    }

    /** Lets time go by. */
    PhysicsStage spend(long nanos) {
        clock.spend(nanos);
        return this;
    }

    SceneSounds sounds() {
        return sounds;
    }

    /** Does as much as has to be for the script to have its answer to what it wrote. */
    PhysicsStage answered() {
        return frames(2);
    }

    void standsAt(double x, double z) {
        renderer.standsAt(x, z);
    }

    ScenePhysics physics() {
        return physics;
    }

    Play play() {
        return play;
    }

    /** Lets somebody hear what changes in the running scene. */
    void hears(Consumer<Changes> listener) {
        PlayStage.hears(play, listener);
    }

    /** What is to be shown instead of materials. */
    Map<Entity, Value> materials() {
        return schedule.materials(play);
    }

    /** What the script was told last of a component; a struct without fields where of none. */
    Value told(Entity entity, String component) {
        return values(entity, component, CrdtMessage.PutComponent.class)
                .reduce((before, after) -> after)
                .orElse(Value.EMPTY);
    }

    /** How often the script was told what a component is. */
    long tellings(Entity entity, String component) {
        return values(entity, component, CrdtMessage.PutComponent.class).count();
    }

    /** How often the script was told that a component is gone. */
    long removals(Entity entity, String component) {
        var id = CORE.find(component).orElseThrow().id();
        return script.replies().stream()
                .flatMap(List::stream)
                .filter(message -> message.entity().equals(entity))
                .filter(
                        message ->
                                message instanceof CrdtMessage.DeleteComponent gone
                                        && gone.component().equals(id))
                .count();
    }

    /** All values that were added to a set since the beginning, in order. */
    List<Value> appended(Entity entity, String component) {
        return values(entity, component, CrdtMessage.AppendValue.class).toList();
    }

    private Stream<Value> values(Entity entity, String component, Class<?> kind) {
        var type = CORE.find(component).orElseThrow();
        return script.replies().stream()
                .flatMap(List::stream)
                .filter(message -> kind.isInstance(message) && message.entity().equals(entity))
                .flatMap(message -> data(message, type.id()))
                .map(type.codec()::fromBytes);
    }

    private static Stream<byte[]> data(CrdtMessage message, ComponentId of) {
        return switch (message) {
            case CrdtMessage.PutComponent put when put.component().equals(of) ->
                    Stream.of(put.data());
            case CrdtMessage.AppendValue added when added.component().equals(of) ->
                    Stream.of(added.data());
            default -> Stream.empty();
        };
    }

    @Override
    public void close() {
        schedule.plays().forEach(Play::close);
        schedule.frame();
        scenes.forEach(OpenScene::close);
    }
}
