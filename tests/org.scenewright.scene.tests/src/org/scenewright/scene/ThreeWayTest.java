// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.scene.MergeCheck.checkBoth;
import static org.scenewright.scene.MergeCheck.checkConflict;
import static org.scenewright.scene.MergeCheck.merged;
import static org.scenewright.scene.SceneCheck.all;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.put;
import static org.scenewright.scene.SceneCheck.remove;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparent;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;
import static org.scenewright.scene.SceneCheck.spawnWith;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Map;

class ThreeWayTest {
    private static final String T = "core::Transform.position.";
    private static final String LOCK = "inspector::Lock";
    private static final String ON = "{\"value\":true}";

    private static String tags(String list) {
        return "Box core-schema::Tags={\"tags\":" + list + "}\n";
    }

    private static SceneCheck.NamedEdit tagged(String list) {
        return put("Box", "core-schema::Tags", "{\"tags\":" + list + "}");
    }

    @Test
    void aLongBranchThatTheyDeletedComesBackWithWhatWeHungBelowIt() {
        var base = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            base.append("  ".repeat(i)).append("Link_").append(i).append('\n');
        }
        var merged = merged(base.toString(), spawn("Lamp", "Link_299"), despawn("Link_0"));
        assertEquals(302, merged.snapshot().size());
        assertEquals(300, merged.conflicts().size());
    }

    private static String action(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"jsonPayload\":\"{}\"}";
    }

    private static String actions(String... list) {
        return "{\"id\":1,\"value\":[" + String.join(",", list) + "]}";
    }

    private static SceneCheck.NamedEdit acting(String... list) {
        return put("Box", "asset-packs::Actions", actions(list));
    }

    private static String box(String... list) {
        return "Box asset-packs::Actions=" + actions(list) + "\n";
    }

    @Test
    void differentFieldsOfOneComponentAreMerged() {
        checkBoth(
                "Box at 1,2,3\n",
                set("Box", T + "x", "7"),
                set("Box", T + "y", "8"),
                "Box at 7,8,3\n");
    }

    @Test
    void theSameEditOnBothSidesIsMadeOnce() {
        checkBoth(
                "Box at 1,2,3\n",
                set("Box", T + "x", "7"),
                set("Box", T + "x", "7"),
                "Box at 7,2,3\n");
    }

    @Test
    void differentEditsOfOneFieldAreAConflictAndOursStays() {
        checkConflict(
                "Box at 1,2,3\n",
                set("Box", T + "x", "7"),
                set("Box", T + "x", "8"),
                "Box core::Transform.position.x: 1 / 7 / 8");
    }

    @Test
    void differentEntitiesComponentsAndSettingsAreMerged() {
        checkBoth(
                "Box\nCrate\n",
                all(rename("Box", "Chest"), configure("a", "1")),
                all(put("Crate", LOCK, ON), configure("b", "2")),
                "Chest\nCrate inspector::Lock={\"value\":true}\n");
    }

    @Test
    void settingsConflictLikeComponents() {
        checkConflict(
                "Box\n",
                configure("display.title", "\"A\""),
                configure("display.title", "\"B\""),
                "Scene scene.json.display.title: none / \"A\" / \"B\"");
    }

    @Test
    void deletingAComponentThatTheOtherSideEditsIsAConflict() {
        String base = "Box inspector::Lock={\"value\":false}\n";
        checkConflict(
                base,
                remove("Box", LOCK),
                put("Box", LOCK, ON),
                "Box inspector::Lock: {\"value\":false} / none / {\"value\":true}");
        checkConflict(
                base,
                put("Box", LOCK, ON),
                remove("Box", LOCK),
                "Box inspector::Lock: {\"value\":false} / {\"value\":true} / none");
    }

    @Test
    void deletingAnEntityThatTheOtherSideEditsIsAConflict() {
        checkConflict(
                "Box\nCrate\n",
                despawn("Box"),
                rename("Box", "Chest"),
                "512 core-schema::Name: {\"value\":\"Box\"} / none / {\"value\":\"Chest\"}");
        checkConflict(
                "Box\nCrate\n",
                rename("Box", "Chest"),
                despawn("Box"),
                "Chest core-schema::Name: {\"value\":\"Box\"} / {\"value\":\"Chest\"} / none");
    }

    @Test
    void deletingWhatTheOtherSideLeftAloneDeletesIt() {
        checkBoth("Box\n  Lid\nCrate\n", despawn("Box"), rename("Crate", "Case"), "Case\n");
    }

    @Test
    void hangingSomethingBelowWhatTheyDeletedKeepsIt() {
        var merged = merged("Box\nCrate\n", spawn("Lid", "Box"), despawn("Box"));
        assertEquals("Box\n  Lid\nCrate\n", SceneText.print(merged.snapshot()));
        assertEquals(
                List.of(new Entity(512)),
                merged.conflicts().stream().map(Conflict::entity).toList());
    }

    @Test
    void whatTheyHungBelowSomethingThatWeDeletedStandsAtTheRootWhereItWas() {
        var merged =
                merged(
                        "Box at 1,2,3\nCrate\n",
                        despawn("Box"),
                        all(spawn("Lid", "Box"), set("Crate", T + "x", "5")));
        assertEquals("Crate at 5,0,0\nLid at 1,2,3\n", SceneText.print(merged.snapshot()));
        assertEquals(
                List.of("Lid core::Transform.parent: none / none / 512"),
                merged.conflicts().stream()
                        .map(c -> MergeCheck.print(merged.snapshot(), c))
                        .toList());
    }

    @Test
    void whatTheyMovedBelowSomethingThatWeDeletedStaysWhereItWas() {
        checkConflict(
                "Box at 1,2,3\nCrate at 0,0,0\n",
                despawn("Box"),
                reparent(List.of("Crate"), "Box"),
                "Crate core::Transform.position.x: 0 / 0 / -1",
                "Crate core::Transform.position.y: 0 / 0 / -2",
                "Crate core::Transform.position.z: 0 / 0 / -3",
                "Crate core::Transform.parent: 0 / 0 / 512");
    }

    @Test
    void movesToDifferentParentsAreAConflictOfTheWholePlace() {
        checkConflict(
                "A at 1,0,0\nB at 0,1,0\nBox at 0,0,0\n",
                reparent(List.of("Box"), "A"),
                reparent(List.of("Box"), "B"),
                "Box core::Transform.position.y: 0 / 0 / -1",
                "Box core::Transform.parent: 0 / 512 / 513");
    }

    @Test
    void twoMovesThatMakeACycleAreAConflictAndOursStays() {
        checkConflict(
                "A at 0,0,0\nB at 0,0,0\n",
                reparent(List.of("A"), "B"),
                reparent(List.of("B"), "A"),
                "B core::Transform.parent: 0 / 0 / 512");
    }

    @Test
    void bothInsertionsAmongSiblingsSurvive() {
        String base = "B\nA\n";
        var swapped = reparentBefore(List.of("A"), "B");
        checkBoth(base, swapped, put("B", LOCK, ON), "A\nB inspector::Lock={\"value\":true}\n");
        var merged = merged(base, spawn("Ours", "Scene"), spawn("Theirs", "Scene"));
        assertEquals("B\nA\nOurs\nTheirs\n", SceneText.print(merged.snapshot()));
    }

    @Test
    void differentSiblingsThatWereMovedAreBothMoved() {
        checkBoth(
                "A\nB\nC\nD\nE\n",
                reparentBefore(List.of("B"), "A"),
                reparentBefore(List.of("E"), "D"),
                "B\nA\nC\nE\nD\n");
    }

    @Test
    void oneSiblingThatWasMovedTwiceIsAConflictOfTheOrder() {
        checkConflict(
                "A\nB\nC\nD\nE\n",
                reparentBefore(List.of("E"), "A"),
                reparentBefore(List.of("E"), "C"),
                "Scene inspector::Nodes.children: [512,513,514,515,516]"
                        + " / [516,512,513,514,515] / [512,513,516,514,515]");
    }

    @Test
    void differentEntitiesOfOneNumberBothSurvive() {
        var merged =
                merged(
                        "Box\n",
                        spawn("Ours", "Scene"),
                        all(spawn("Theirs", "Scene"), spawn("Part", "Box")));
        assertEquals(List.of(), merged.conflicts());
        assertEquals(Map.of(new Entity(513), new Entity(515)), merged.renumbered());
        assertEquals("Box\n  Part\nOurs\nTheirs\n", SceneText.print(merged.snapshot()));
    }

    @Test
    void whatHangsBelowARenumberedEntityGoesWithIt() {
        String base = "Box\n";
        var theirs = MergeCheck.edited(base, spawn("Theirs", "Scene"), spawn("Part", "Theirs"));
        var ours = MergeCheck.edited(base, spawn("Ours", "Scene"));
        var merged = ThreeWay.merge(SceneText.read(base), ours, theirs);
        SceneInvariants.check(merged.snapshot());
        assertEquals("Box\nOurs\nTheirs\n  Part\n", SceneText.print(merged.snapshot()));
    }

    @Test
    void theSameEntityAddedOnBothSidesIsAddedOnce() {
        checkBoth("Box\n", spawn("Ship", "Scene"), spawn("Ship", "Scene"), "Box\nShip\n");
    }

    @Test
    void unknownKeysOfAComponentAreMergedLikeOthers() {
        var start =
                CompositeCheck.snapshot(
                        CompositeCheck.scene(
                                "my::Thing", "\"512\":{\"json\":{\"a\":{\"x\":1},\"b\":1}}"));
        var ours =
                CompositeCheck.set(CompositeCheck.A, "my::Thing", "a.y", Value.of(2)).apply(start);
        var theirs =
                CompositeCheck.set(CompositeCheck.A, "my::Thing", "c", Value.of(3)).apply(start);
        var merged = ThreeWay.merge(start, ours, theirs);
        assertEquals(List.of(), merged.conflicts());
        assertEquals(
                CompositeCheck.json("{'a':{'x':1,'y':2},'b':1,'c':3}"),
                merged.snapshot().value(CompositeCheck.A, "my::Thing").orElseThrow());
    }

    @Test
    void textsAddedToAndTakenOutOfAListAreMerged() {
        checkBoth(
                tags("[\"a\",\"b\"]"),
                tagged("[\"a\",\"b\",\"c\"]"),
                tagged("[\"b\",\"d\"]"),
                "Box core-schema::Tags={\"tags\":[\"b\",\"c\",\"d\"]}\n");
    }

    @Test
    void oneTextRenamedTwiceIsAConflictOfTheList() {
        checkConflict(
                tags("[\"a\",\"b\"]"),
                tagged("[\"x\",\"b\"]"),
                tagged("[\"y\",\"b\"]"),
                "Box core-schema::Tags.tags: [\"a\",\"b\"] / [\"x\",\"b\"] / [\"y\",\"b\"]");
    }

    @Test
    void itemsWithANameAreMergedWhereverTheyStand() {
        checkBoth(
                box(action("Open", "a"), action("Shut", "a")),
                acting(action("Open", "a"), action("Shut", "b")),
                acting(action("New", "a"), action("Open", "c"), action("Shut", "a")),
                box(action("New", "a"), action("Open", "c"), action("Shut", "b")));
    }

    @Test
    void oneItemChangedTwiceIsAConflictOfItsField() {
        checkConflict(
                box(action("Open", "a"), action("Shut", "a")),
                acting(action("Open", "a"), action("Shut", "b")),
                acting(action("Open", "a"), action("Shut", "c")),
                "Box asset-packs::Actions.value.1.type: \"a\" / \"b\" / \"c\"");
    }

    @Test
    void anItemTakenOutOnOneSideAndChangedOnTheOtherIsAConflict() {
        checkConflict(
                box(action("Open", "a"), action("Shut", "a")),
                acting(action("Shut", "a")),
                acting(action("Open", "b"), action("Shut", "a")),
                "Box asset-packs::Actions.value.0: "
                        + action("Open", "a")
                        + " / none / "
                        + action("Open", "b"));
    }

    @Test
    void anEntityAddedWithTheSameNameByBothStaysTwo() {
        var merged =
                merged(
                        "Box\n",
                        spawnWith("Ship", LOCK, ON),
                        spawnWith("Ship", LOCK, "{\"value\":false}"));
        assertEquals(3, merged.snapshot().size() - 1);
    }
}
