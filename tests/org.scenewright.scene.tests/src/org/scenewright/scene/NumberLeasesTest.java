// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

class NumberLeasesTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private static Scene scene(String text) {
        return new Scene(SceneText.read(text));
    }

    @Test
    void theLowestFreeNumbersAreLeasedFirst() {
        var leases = new NumberLeases();
        var scene = scene("Box\nLid\n");
        assertEquals(Optional.of(new NumberBlock(514, 16)), leases.lease("ann", scene));
        assertEquals(Optional.of(new NumberBlock(530, 16)), leases.lease("bob", scene));
    }

    @Test
    void aGapIsLeasedAsItIs() {
        var leases = new NumberLeases();
        var scene = scene("Box\n");
        scene.lease(new NumberBlock(515, 1));
        SceneCheck.accepted(scene, spawn("Lid", "Scene"));
        assertEquals(Optional.of(new NumberBlock(513, 2)), leases.lease("ann", scene));
        assertEquals(Optional.of(new NumberBlock(516, 16)), leases.lease("ann", scene));
    }

    @Test
    void whatSomebodyGivesBackIsLeasedAgainButForWhatTheyUsed() {
        var leases = new NumberLeases();
        var scene = scene("");
        leases.lease("ann", scene).ifPresent(scene::lease);
        SceneCheck.accepted(scene, spawn("Box", "Scene"));
        leases.release("ann", scene);
        assertEquals(List.of(), leases.held("ann"));
        assertEquals(Optional.of(new NumberBlock(513, 16)), leases.lease("bob", scene));
    }

    @Test
    void whoeverKeepsTheLeasesNextKnowsThoseOfOthers() {
        var next = new NumberLeases();
        next.note("ann", new NumberBlock(512, 16));
        assertEquals(Optional.of(new NumberBlock(528, 16)), next.lease("bob", scene("")));
        assertEquals(List.of(new NumberBlock(512, 16)), next.held("ann"));
    }

    @Test
    void aFullSceneLeasesNothing() {
        var leases = new NumberLeases();
        leases.note("ann", new NumberBlock(512, Entity.LAST_NUMBER - 513));
        assertEquals(Optional.of(new NumberBlock(65533, 2)), leases.lease("bob", scene("")));
        assertEquals(Optional.empty(), leases.lease("bob", scene("")));
    }

    @Test
    void aNumberWhoseEntityCanStillBeBroughtBackIsNotLeased() {
        var sent = new ArrayList<Batch>();
        var bob = scene("Box\nLid\n");
        var ann = scene("Box\nLid\n");
        bob.share("bob", sent::add);
        ann.share("ann", batch -> {});
        SceneCheck.accepted(bob, SceneCheck.despawn("Lid"));
        ann.merge(sent.getFirst(), PEER);
        assertEquals(Optional.of(new NumberBlock(514, 16)), new NumberLeases().lease("cat", ann));
    }

    @Test
    void whoeverHasSpentAllNumbersCannotBringAnythingIntoBeing() {
        var scene = scene("");
        scene.lease(new NumberBlock(600, 1));
        assertEquals(1, scene.unspentNumbers());
        SceneCheck.accepted(scene, spawn("Box", "Scene"));
        assertEquals(0, scene.unspentNumbers());
        var more = spawn("Lid", "Scene").apply(scene.snapshot());
        assertTrue(scene.apply(more, Origin.USER) instanceof Outcome.Refused);
    }

    /** Eight replicas that bring entities into being, and hear of each other late or not at all. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noTwoReplicasEverGiveOneNumberToDifferentEntities(long seed) {
        var random = new Random(seed);
        var leases = new NumberLeases();
        var sent = new ArrayList<List<Batch>>();
        var scenes = new ArrayList<Scene>();
        for (int i = 0; i < 8; i++) {
            var outbox = new ArrayList<Batch>();
            var scene = scene("Box\n  Lid\nCrate\n");
            scene.share("address" + i, outbox::add);
            leases.lease("address" + i, scene).ifPresent(scene::lease);
            scenes.add(scene);
            sent.add(outbox);
        }
        var owners = new TreeMap<Entity, Integer>();
        for (int step = 0; step < 2000; step++) {
            int who = random.nextInt(8);
            var scene = scenes.get(who);
            if (scene.unspentNumbers() < 4) {
                // Whoever keeps the leases knows less than everything too.
                leases.lease("address" + who, scenes.getFirst()).ifPresent(scene::lease);
            }
            switch (random.nextInt(6)) {
                case 0 -> scene.undo();
                case 1 -> scene.redo();
                case 2 -> hear(scene, sent.get(random.nextInt(8)), random);
                default -> spawned(scene).forEach(e -> assertEquals(who, owner(owners, e, who)));
            }
        }
        assertTrue(owners.size() > 500, "entities came into being: " + owners.size());
        assertTrue(owners.lastKey().number() < 512 + owners.size() + 8 * 24, "numbers are dense");
    }

    private static int owner(TreeMap<Entity, Integer> owners, Entity entity, int who) {
        owners.putIfAbsent(entity, who);
        return owners.get(entity);
    }

    private static void hear(Scene scene, List<Batch> sent, Random random) {
        if (!sent.isEmpty()) {
            scene.merge(sent.get(random.nextInt(sent.size())), PEER);
        }
    }

    private static List<Entity> spawned(Scene scene) {
        var edit = new Edit.Spawn("N", Edit.Place.TOP, new LinkedHashMap<>());
        return switch (scene.apply(edit, Origin.USER)) {
            case Outcome.Accepted(var changes) ->
                    changes.list().stream()
                            .filter(Change.Spawned.class::isInstance)
                            .map(change -> ((Change.Spawned) change).entity())
                            .toList();
            case Outcome.Refused r -> List.of();
        };
    }

    @Test
    void whoLostWhatTheyKnewGetsWhatTheyHoldLongestAndDidNotUse() {
        var leases = new NumberLeases();
        var scene = scene("");
        for (int i = 0; i < 3; i++) {
            leases.lease("ann", scene);
        }
        assertEquals(48, leases.unspent("ann", scene));
        scene.lease(new NumberBlock(514, 1));
        SceneCheck.accepted(scene, spawn("Box", "Scene"));
        assertEquals(47, leases.unspent("ann", scene));
        assertEquals(
                List.of(new NumberBlock(512, 2), new NumberBlock(515, 13)),
                leases.again("ann", 10, scene));
        assertEquals(List.of(new NumberBlock(528, 16)), leases.again("ann", 10, scene));
        assertEquals(47, leases.unspent("ann", scene));
        assertEquals(Optional.of(new NumberBlock(560, 16)), leases.lease("bob", scene));
    }
}
