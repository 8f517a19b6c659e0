// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.stream.Collectors;

/** What a search leaves of a tree. */
class TreeShapeTest {
    /** House(512) holds Door(514) and Window(515); Tree(513) holds Bird house(516). */
    private static SceneSnapshot scene() {
        var text = new SceneText();
        var names = List.of("House", "Tree", "Door", "Window", "Bird house");
        for (int i = 0; i < names.size(); i++) {
            text.box(512 + i, names.get(i), "0, 0, 0", "1, 1, 1");
        }
        try (var session =
                SceneSession.open(
                                SceneProject.of(text.write(OpenEditor.temporary().resolve("tree"))))
                        .join()) {
            session.post(
                            new Edit.Reparent(
                                    entities(514, 515), Edit.Place.under(Entity.of(512, 0))),
                            Origin.USER)
                    .join();
            session.post(
                            new Edit.Reparent(entities(516), Edit.Place.under(Entity.of(513, 0))),
                            Origin.USER)
                    .join();
            return session.snapshot();
        }
    }

    private static List<Entity> entities(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(number -> Entity.of(number, 0)).toList();
    }

    private static void check(String search, String tree) {
        var shape = TreeShape.of(scene(), search);
        assertEquals(tree, show(shape, Entity.ROOT));
    }

    private static String show(TreeShape shape, Entity entity) {
        return shape.children(entity).stream()
                .map(child -> shape.name(child) + show(shape, child))
                .collect(Collectors.joining(" ", "(", ")"));
    }

    @Test
    void withoutWordsEverythingIsThere() {
        check("  ", "(House(Door() Window()) Tree(Bird house()))");
    }

    @Test
    void whatMatchesKeepsWhatItHangsBelow() {
        check("door", "(House(Door()))");
    }

    @Test
    void partsOfNamesMatchInAnyCase() {
        check("HOUSE", "(House() Tree(Bird house()))");
    }

    @Test
    void anEntityIsFoundByItsNumber() {
        check("515", "(House(Window()))");
    }

    @Test
    void nothingFoundIsAnEmptyTree() {
        check("garage", "()");
    }

    @Test
    void matchesAreInAscendingOrder() {
        assertEquals(entities(512, 516), TreeShape.of(scene(), "house").matches());
    }

    @Test
    void itHoldsOnlyWhatItShows() {
        var shape = TreeShape.of(scene(), "door");
        assertTrue(shape.holds(Entity.of(512, 0)));
        assertFalse(shape.holds(Entity.of(515, 0)));
    }
}
