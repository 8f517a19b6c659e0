// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.SceneCheck.duplicate;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawnWith;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;

/** Two branches that place smart items of the asset packs. */
class IdMergeTest {
    private static final String ACTIONS = "asset-packs::Actions";
    private static final String STATES = "asset-packs::States";
    private static final String COUNTER = "asset-packs::Counter";
    private static final String TRIGGERS = "asset-packs::Triggers";
    private static final String T = "core::Transform.position.";

    private static final String BASE =
            "Crate at 9,0,0\n"
                    + "Lever at 1,0,0 asset-packs::Actions="
                    + actions(1, "Turn_On")
                    + " asset-packs::States={\"id\":2,\"value\":[\"On\",\"Off\"],\"defaultValue\":\"Off\"}"
                    + " asset-packs::Triggers="
                    + triggers(2, 1)
                    + " core-schema::Network-Entity={\"networkId\":0,\"entityId\":8002}\n"
                    + "  Handle at 0,1,0 asset-packs::Triggers="
                    + triggers(2, 1)
                    + " core-schema::Network-Parent={\"networkId\":0,\"entityId\":8002}\n";

    private static String actions(int id, String name) {
        return "{\"id\":"
                + id
                + ",\"value\":[{\"name\":\""
                + name
                + "\",\"type\":\"set_state\",\"jsonPayload\":\"{\\\"state\\\":\\\"On\\\"}\"}]}";
    }

    private static String triggers(int condition, int action) {
        return "{\"value\":[{\"type\":\"on_input_action\",\"conditions\":[{\"id\":"
                + condition
                + ",\"type\":\"when_state_is\",\"value\":\"Off\"}],\"operation\":\"and\","
                + "\"actions\":[{\"id\":"
                + action
                + ",\"name\":\"Turn_On\"}]}]}";
    }

    private static SceneSnapshot base() {
        return edited(SceneText.read(BASE), put("Scene", "asset-packs::Counter", count(2)));
    }

    private static String count(int last) {
        return "{\"id\":0,\"value\":" + last + "}";
    }

    private static SceneSnapshot edited(SceneSnapshot base, SceneCheck.NamedEdit... edits) {
        var scene = new Scene(base);
        for (var edit : edits) {
            SceneCheck.accepted(scene, edit);
        }
        return scene.snapshot();
    }

    private static ThreeWay.Merged merged(SceneSnapshot ours, SceneSnapshot theirs) {
        var merged = ThreeWay.merge(base(), ours, theirs);
        SceneInvariants.check(merged.snapshot());
        return merged;
    }

    private static String json(ThreeWay.Merged merged, Entity entity, String component) {
        return ValueJson.print(merged.snapshot().value(entity, component).orElseThrow());
    }

    /** A copy of the lever that stands somewhere; copies are named Lever_2 and Handle_2. */
    private static SceneSnapshot placed(int x) {
        var copied = edited(base(), duplicate("Lever"));
        var lever = copied.children(Entity.ROOT).stream().filter(e -> isCopy(copied, e)).toList();
        return edited(copied, s -> move(lever.getFirst(), x));
    }

    private static boolean isCopy(SceneSnapshot scene, Entity entity) {
        return scene.name(entity).startsWith("Lever") && !scene.name(entity).equals("Lever");
    }

    private static Edit move(Entity entity, int x) {
        return new Edit.Set(
                entity, SceneSnapshot.TRANSFORM, FieldPath.parse("position.x"), Value.of(x));
    }

    @Test
    void itemsThatBothPlacedActOnThemselves() {
        var merged = merged(placed(4), placed(5));
        assertEquals(List.of(), merged.conflicts());
        assertEquals(7 + 1, merged.snapshot().size());
        var lever = new Entity(517);
        var handle = merged.snapshot().children(lever).getFirst();
        assertEquals(5, merged.snapshot().pose(lever).position().x());
        assertEquals(new Entity(518), handle);
        assertEquals(actions(5, "Turn_On"), json(merged, lever, ACTIONS));
        assertEquals(6, merged.snapshot().value(lever, STATES).orElseThrow().number("id", 0));
        assertEquals(triggers(6, 5), json(merged, lever, TRIGGERS));
        assertEquals(triggers(6, 5), json(merged, handle, TRIGGERS));
        assertEquals(count(6), json(merged, Entity.ROOT, COUNTER));
        assertEquals(
                "{\"networkId\":0,\"entityId\":8004}",
                json(merged, lever, "core-schema::Network-Entity"));
        assertEquals(
                "{\"networkId\":0,\"entityId\":8004}",
                json(merged, handle, "core-schema::Network-Parent"));
    }

    @Test
    void ourItemStaysAsItIs() {
        var ours = placed(4);
        var merged = merged(ours, placed(5));
        for (int number : List.of(515, 516)) {
            var entity = new Entity(number);
            for (String name : ours.components(entity)) {
                assertEquals(ours.value(entity, name), merged.snapshot().value(entity, name));
            }
        }
    }

    @Test
    void theSameItemPlacedOnBothSidesIsOne() {
        var merged = merged(placed(4), placed(4));
        assertEquals(List.of(), merged.conflicts());
        assertEquals(6, merged.snapshot().size());
        assertEquals(0, merged.newIds());
    }

    @Test
    void idsOfOldEntitiesThatBothMadeSmartAreDifferent() {
        var ours = edited(base(), put("Crate", ACTIONS, actions(3, "Open")), counted(3));
        var theirs = edited(base(), put("Handle", ACTIONS, actions(3, "Pull")), counted(3));
        var merged = merged(ours, theirs);
        assertEquals(List.of(), merged.conflicts());
        assertEquals(actions(3, "Open"), json(merged, new Entity(512), ACTIONS));
        assertEquals(actions(4, "Pull"), json(merged, new Entity(514), ACTIONS));
        assertEquals(count(4), json(merged, Entity.ROOT, COUNTER));
    }

    private static SceneCheck.NamedEdit counted(int last) {
        return put("Scene", COUNTER, count(last));
    }

    @Test
    void whatBothAddedInOnePlaceHasTheIdOfOurs() {
        var ours = edited(base(), put("Crate", ACTIONS, actions(3, "Open")), counted(3));
        var theirs =
                edited(
                        base(),
                        put("Crate", "asset-packs::States", "{\"id\":3,\"value\":[\"Off\"]}"),
                        put("Crate", ACTIONS, actions(4, "Shut")),
                        put("Crate", TRIGGERS, triggers(3, 4)),
                        counted(4));
        var merged = merged(ours, theirs);
        assertEquals(List.of(), merged.conflicts());
        var crate = new Entity(512);
        assertEquals(
                List.of(3.0, 5.0),
                List.of(
                        merged.snapshot().value(crate, ACTIONS).orElseThrow().number("id", 0),
                        merged.snapshot().value(crate, STATES).orElseThrow().number("id", 0)));
        assertEquals(triggers(5, 3), json(merged, crate, TRIGGERS));
        assertEquals(2, items(merged, crate).size());
    }

    private static List<Value> items(ThreeWay.Merged merged, Entity entity) {
        return merged.snapshot().value(entity, ACTIONS).orElseThrow().items("value");
    }

    @Test
    void aCounterThatBothRaisedIsNoConflict() {
        var merged = merged(edited(base(), counted(9)), edited(base(), counted(5)));
        assertEquals(List.of(), merged.conflicts());
        assertEquals(count(9), json(merged, Entity.ROOT, COUNTER));
        assertEquals(
                count(9),
                json(
                        merged(edited(base(), counted(5)), edited(base(), counted(9))),
                        Entity.ROOT,
                        COUNTER));
    }

    @Test
    void aCounterThatOnlyOneSideChangedIsAsThere() {
        var merged = merged(edited(base(), counted(1)), base());
        assertEquals(count(1), json(merged, Entity.ROOT, COUNTER));
    }

    @Test
    void partsThatLookAlikeBelowDifferentItemsStayApart() {
        var merged =
                merged(
                        edited(
                                base(),
                                spawnWith("A", "inspector::Lock", "{\"value\":true}"),
                                in("A")),
                        edited(
                                base(),
                                spawnWith("B", "inspector::Lock", "{\"value\":true}"),
                                in("B")));
        assertEquals(List.of(), merged.conflicts());
        var names = new ArrayList<String>();
        for (var entity : merged.snapshot().entities()) {
            if (merged.snapshot().name(entity).equals("Part")) {
                names.add(merged.snapshot().name(merged.snapshot().parent(entity)));
            }
        }
        assertEquals(List.of("A", "B"), names);
    }

    private static SceneCheck.NamedEdit in(String parent) {
        return SceneCheck.spawn("Part", parent);
    }

    @Test
    void triggersOfAlikeEntitiesFollowTheItemsThatTheySpeakOf() {
        var button = put("Button", TRIGGERS, triggers(3, 3));
        var smart = put("Box", ACTIONS, actions(3, "Open"));
        var ours =
                edited(
                        base(),
                        spawnWith("Box", ACTIONS, actions(3, "Open")),
                        spawnWith("Button", TRIGGERS, triggers(3, 3)));
        var theirs = edited(ours, set("Box", T + "x", "6"), button, smart);
        var merged = merged(ours, theirs);
        assertEquals(List.of(), merged.conflicts());
        assertEquals(triggers(3, 3), json(merged, new Entity(516), TRIGGERS));
        assertEquals(triggers(4, 4), json(merged, new Entity(518), TRIGGERS));
    }

    @Test
    void aNetworkIdIsNoEntityOfTheScene() {
        var network = "{\"networkId\":0,\"entityId\":515}";
        var component = "core-schema::Network-Entity";
        var merged =
                merged(
                        edited(base(), spawnWith("A", "inspector::Lock", "{\"value\":true}")),
                        edited(
                                base(),
                                spawnWith("B", "inspector::Lock", "{\"value\":true}"),
                                put("Crate", component, network)));
        assertEquals(List.of(new Entity(515)), List.copyOf(merged.renumbered().keySet()));
        assertEquals(network, json(merged, new Entity(512), component));
    }

    @Test
    void renamingAnItemOnOneSideChangesNoId() {
        var merged = merged(edited(base(), rename("Lever", "Switch")), placed(4));
        assertEquals(0, merged.newIds());
        assertEquals(List.of(), merged.conflicts());
    }
}
