// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TreeOrderTest {
    private static final String NODES =
            "{\"entity\":0,\"open\":true,\"children\":[514,512]},{\"entity\":512,\"children\":[]},"
                    + "{\"entity\":514,\"open\":false,\"my\":1.0,\"children\":[513]},"
                    + "{\"entity\":513,\"children\":[]},{\"entity\":1,\"children\":[]}";

    private static String cell(int entity, int parent) {
        return "\"" + entity + "\":{\"json\":{\"parent\":" + parent + "}}";
    }

    private static String scene(String transforms, String nodes) {
        return "{\"components\":[{\"name\":\"core::Transform\",\"data\":{"
                + transforms
                + "}},{\"name\":\"inspector::Nodes\",\"data\":{\"0\":{\"json\":{\"value\":["
                + nodes
                + "]}}}}]}";
    }

    private static final String SCENE =
            scene(cell(512, 0) + "," + cell(513, 514) + "," + cell(514, 0), NODES);

    private static CompositeFile file(String text) {
        return CompositeFile.of(
                text.getBytes(StandardCharsets.UTF_8), "x", ComponentTypes.of(List.of()));
    }

    private static SceneSnapshot snapshot(CompositeFile file) {
        return file.fill(SceneSnapshot.empty(file.types()));
    }

    /** The tree as "parent:child,child;..." in ascending order of parents. */
    private static void checkTree(String text, String tree) {
        var scene = snapshot(file(text));
        var told = new ArrayList<String>();
        for (var entity : scene.entities()) {
            var children = scene.children(entity).stream().map(Entity::toString).toList();
            if (!children.isEmpty()) {
                told.add(entity + ":" + String.join(",", children));
            }
        }
        assertEquals(tree, String.join(";", told));
    }

    private static SceneSnapshot hang(SceneSnapshot scene, int parent, int... children) {
        var now = scene;
        var list = new ArrayList<Entity>();
        for (int child : children) {
            list.add(new Entity(child));
            var old = now.children(new Entity(child));
            now = now.withNode(new SceneSnapshot.Node(new Entity(child), new Entity(parent), old));
        }
        var up = now.parent(new Entity(parent));
        return now.withNode(new SceneSnapshot.Node(new Entity(parent), up, list));
    }

    private static SceneSnapshot transform(SceneSnapshot scene, int entity, int parent) {
        var value = Value.EMPTY.with(FieldPath.of("parent"), Value.of(parent));
        return scene.with(new Entity(entity), SceneSnapshot.TRANSFORM, Optional.of(value));
    }

    private static void checkNodes(SceneSnapshot now, String nodes) {
        String written = new String(file(SCENE).write(now), StandardCharsets.UTF_8);
        String list =
                written.substring(
                        written.indexOf("\"value\":[") + 9, written.lastIndexOf("]}}}}]}"));
        assertEquals(nodes, list);
    }

    private static SceneSnapshot start() {
        return snapshot(file(SCENE));
    }

    @Test
    void siblingsStandInTheOrderOfTheList() {
        checkTree(SCENE, "0:1,514,512;514:513");
    }

    @Test
    void transformTellsTheParentWhateverTheListSays() {
        checkTree(
                scene(cell(512, 0) + "," + cell(513, 512), "{\"entity\":0,\"children\":[513,512]}"),
                "0:512;512:513");
    }

    @Test
    void whatTheListLeavesOutComesLastByNumber() {
        checkTree(
                scene(
                        cell(514, 0) + "," + cell(512, 0) + "," + cell(513, 0),
                        "{\"entity\":0,\"children\":[513]}"),
                "0:513,512,514");
    }

    @Test
    void whatTheListNamesTwiceStandsOnce() {
        checkTree(
                scene(
                        cell(512, 0),
                        "{\"entity\":0,\"children\":[512,512,900]},{\"entity\":0,\"children\":[512]}"),
                "0:512");
    }

    @Test
    void anEntryMakesAnEntity() {
        checkTree(scene("", "{\"entity\":600,\"children\":[]}"), "0:600");
    }

    @Test
    void aListThatIsNoneIsIgnored() {
        checkTree(
                scene(cell(512, 0), "5,{},{\"entity\":\"x\"},{\"entity\":-1,\"children\":{}}"),
                "0:512");
    }

    @Test
    void aNewEntityGetsAnEntry() {
        checkNodes(
                transform(hang(start(), 0, 1, 514, 512, 515), 515, 0),
                NODES.replace("[514,512]", "[514,512,515]") + ",{\"entity\":515,\"children\":[]}");
    }

    @Test
    void anEntityThatIsGoneLosesItsEntry() {
        var now = hang(start(), 0, 1, 514).withoutNode(new Entity(512));
        checkNodes(
                now,
                NODES.replace("[514,512]", "[514]")
                        .replace("{\"entity\":512,\"children\":[]},", ""));
    }

    @Test
    void aMoveChangesTheListsOfBothParents() {
        var now = transform(hang(hang(start(), 514), 512, 513), 513, 512);
        checkNodes(
                now,
                NODES.replace("\"my\":1.0,\"children\":[513]", "\"my\":1.0,\"children\":[]")
                        .replace(
                                "{\"entity\":512,\"children\":[]}",
                                "{\"entity\":512,\"children\":[513]}"));
    }

    @Test
    void siblingsChangePlaces() {
        checkNodes(hang(start(), 0, 1, 512, 514), NODES.replace("[514,512]", "[512,514]"));
    }

    @Test
    void anOpenedEntryIsWrittenWithoutAMove() {
        var nodes = start().value(Entity.ROOT, TreeOrder.NODES).orElseThrow();
        var open = nodes.with(FieldPath.parse("value.2.open"), Value.of(true));
        checkNodes(
                start().with(Entity.ROOT, TreeOrder.NODES, Optional.of(open)),
                NODES.replace("false", "true"));
    }

    /** Saves a document into a file that was written from it before and read again since. */
    private static void checkSavedAgain(SceneSnapshot earlier, SceneSnapshot later) {
        byte[] once = file(SCENE).write(later);
        byte[] before = file(SCENE).write(earlier);
        var reopened = file(new String(before, StandardCharsets.UTF_8));
        assertEquals(
                new String(once, StandardCharsets.UTF_8),
                new String(reopened.write(later), StandardCharsets.UTF_8));
    }

    private static SceneSnapshot spawned() {
        return transform(hang(start(), 0, 1, 514, 512, 515), 515, 0);
    }

    @Test
    void whatWasSavedBeforeItWasOpenedAgainStaysListed() {
        checkSavedAgain(spawned(), spawned());
    }

    @Test
    void whatComesAfterItWasOpenedAgainIsListedToo() {
        var more = hang(hang(spawned(), 0, 1, 514, 512, 515, 516), 515, 517);
        checkSavedAgain(spawned(), transform(transform(more, 516, 0), 517, 515));
    }

    @Test
    void whatWasTakenOutBeforeItWasOpenedAgainStaysOut() {
        var now = hang(start(), 0, 1, 514).withoutNode(new Entity(512));
        checkSavedAgain(now, now);
    }

    @Test
    void whatIsTakenOutAfterItWasOpenedAgainLosesItsEntry() {
        checkSavedAgain(spawned(), start());
    }

    @Test
    void anEntityThatLosesItsLastComponentGetsAnEntry() {
        String text = scene(cell(512, 0), "{\"entity\":0,\"children\":[]}");
        var file = file(text);
        var bare = snapshot(file).with(new Entity(512), SceneSnapshot.TRANSFORM, Optional.empty());
        checkTree(new String(file.write(bare), StandardCharsets.UTF_8), "0:512");
    }

    @Test
    void withoutAListOneIsWrittenOnlyForAnOrderOfItsOwn() {
        String text =
                "{\"components\":[{\"name\":\"core::Transform\",\"data\":{"
                        + cell(512, 0)
                        + ","
                        + cell(513, 0)
                        + "}}]}";
        var file = file(text);
        var spawned = transform(hang(snapshot(file), 0, 512, 513, 514), 514, 0);
        String longer = text.replace(cell(513, 0), cell(513, 0) + "," + cell(514, 0));
        assertEquals(longer, new String(file.write(spawned), StandardCharsets.UTF_8));
        byte[] ordered = file.write(hang(snapshot(file), 0, 513, 512));
        checkTree(new String(ordered, StandardCharsets.UTF_8), "0:513,512");
    }
}
