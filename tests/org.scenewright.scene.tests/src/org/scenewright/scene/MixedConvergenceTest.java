// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Two replicas and a client that tells nothing of what it means, which also brings newer versions
 * of entities into being, write at once. Whoever hears all of it holds the same, in whatever order
 * and in however large parts they hear it.
 */
class MixedConvergenceTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private final List<Consumer<Scene>> said = new ArrayList<>();
    private final List<CrdtMessage> plain = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoeverHearsAllHoldsTheSame(long seed) {
        var random = new Random(seed);
        var start = SceneText.read("Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2\nLamp\n");
        write(start, random);
        var first = listener(start, random);
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    SceneInvariants.content(first),
                    SceneInvariants.content(listener(start, random)));
        }
    }

    private void write(SceneSnapshot start, Random random) {
        var edits = new RandomEdits(random.nextLong());
        var writers = List.of(writer("ann", start, 2000), writer("bob", start, 3000));
        for (int i = 0; i < 40; i++) {
            var scene = writers.get(random.nextInt(2));
            switch (random.nextInt(8)) {
                case 0 -> scene.undo();
                case 1, 2 -> say(random);
                case 3, 4 -> hear(scene, random);
                default -> scene.apply(edits.next(scene.snapshot()), Origin.USER);
            }
        }
    }

    private Scene writer(String name, SceneSnapshot start, int number) {
        var scene = new Scene(start);
        scene.share(name, batch -> said.add(other -> other.merge(batch, PEER)));
        scene.lease(new NumberBlock(number, 1000));
        return scene;
    }

    private void hear(Scene scene, Random random) {
        if (!said.isEmpty() && random.nextBoolean()) {
            said.get(random.nextInt(said.size())).accept(scene);
        } else if (!plain.isEmpty()) {
            scene.merge(List.of(plain.get(random.nextInt(plain.size()))), PEER);
        }
    }

    private void say(Random random) {
        var entity = Entity.of(512 + random.nextInt(7), random.nextInt(5) / 4);
        var type = type(random);
        int timestamp = 1 + random.nextInt(6);
        plain.add(
                switch (random.nextInt(12)) {
                    case 0 -> new CrdtMessage.DeleteEntity(entity);
                    case 1, 2, 3, 4 ->
                            new CrdtMessage.DeleteComponent(entity, type.id(), timestamp);
                    default ->
                            new CrdtMessage.PutComponent(
                                    entity,
                                    type.id(),
                                    timestamp,
                                    type.codec().toBytes(value(type.name(), random)));
                });
    }

    private static ComponentType type(Random random) {
        var names = List.of(SceneSnapshot.TRANSFORM, SceneSnapshot.NAME, "core-schema::Tags");
        int index = random.nextInt(10);
        return index == 9 ? Rank.TYPE : SceneText.TYPES.find(names.get(index % 3)).orElseThrow();
    }

    private static Value value(String component, Random random) {
        int any = random.nextInt(4);
        return switch (component) {
            case SceneSnapshot.TRANSFORM ->
                    Moving.below(Pose.IDENTITY.toValue(), new Entity(512 + any));
            case SceneSnapshot.NAME -> Value.fields("value", Value.of("P" + any));
            case Rank.NAME -> Value.fields("place", Value.of(any == 0 ? "no place" : any + ":V"));
            default -> ValueJson.parse("{\"tags\":[\"" + any + "\"]}");
        };
    }

    /** Somebody who hears all that was said. */
    private SceneSnapshot listener(SceneSnapshot start, Random random) {
        var scene = new Scene(start);
        scene.share("listener", batch -> {});
        var all = new ArrayList<>(said);
        for (var message : plain) {
            all.add(other -> other.merge(List.of(message), PEER));
        }
        for (int i = 0; i < 5; i++) {
            var part = plain.stream().filter(message -> random.nextInt(3) == 0).toList();
            all.add(other -> other.merge(part, PEER));
        }
        Collections.shuffle(all, random);
        all.forEach(one -> one.accept(scene));
        SceneInvariants.check(scene.snapshot());
        return scene.snapshot();
    }
}
