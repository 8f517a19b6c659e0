// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Composites as tests write and change them. */
final class CompositeCheck {

    private CompositeCheck() {}

    static final ComponentTypes CORE = CoreComponents.load();
    static final String T = SceneSnapshot.TRANSFORM;
    static final String NAME = SceneSnapshot.NAME;
    static final Entity A = new Entity(512);
    static final Entity B = new Entity(513);
    static final Entity C = new Entity(514);

    static final String SCENE =
            """
            { "version": 1, "components": [
             {"name": "core::Transform", "jsonSchema": {"x": 1}, "data": {
               "512": {"json": {"position": {"x": 1.0, "y": 2e0, "z": -0}, "parent": 0}},
               "513": {"$case": "json", "json": {"parent": 512, "mine": [1.50]}, "more": null}
             }, "extra": true},
             {"name": "core-schema::Name", "data": {
               "512": {"json": {"value": "A"}},
               "513": {"json": {"value": "B"}}
             }},
             {"name": "inspector::Nodes", "data": {
               "0": {"json": {"value": [
                 {"entity": 0, "open": true, "children": [512]},
                 {"entity": 512, "children": [513]},
                 {"entity": 513, "open": false, "mine": 1.0, "children": []},
                 {"entity": 1, "children": []},
                 {"entity": 2, "children": []}
               ]}}
             }}
            ], "other": {"key": 1.0} }
            """;

    static CompositeFile file(String text) {
        return CompositeFile.of(text.getBytes(StandardCharsets.UTF_8), "main.composite", CORE);
    }

    static SceneSnapshot snapshot(CompositeFile file) {
        return file.fill(SceneSnapshot.empty(file.types()));
    }

    static SceneSnapshot snapshot(String text) {
        return snapshot(file(text));
    }

    static String write(CompositeFile file, SceneSnapshot now) {
        return new String(file.write(now), StandardCharsets.UTF_8);
    }

    static Value json(String text) {
        return ValueJson.parse(text.replace('\'', '"'));
    }

    static UnaryOperator<SceneSnapshot> put(Entity entity, String component, String json) {
        return scene -> scene.with(entity, component, Optional.of(json(json)));
    }

    static UnaryOperator<SceneSnapshot> remove(Entity entity, String component) {
        return scene -> scene.with(entity, component, Optional.empty());
    }

    static UnaryOperator<SceneSnapshot> set(
            Entity entity, String component, String path, Value value) {
        return scene -> {
            var old = scene.value(entity, component).orElse(Value.EMPTY);
            return scene.with(
                    entity, component, Optional.of(old.with(FieldPath.parse(path), value)));
        };
    }

    static UnaryOperator<SceneSnapshot> hang(Entity entity, Entity parent, Entity... children) {
        return scene -> scene.withNode(new SceneSnapshot.Node(entity, parent, List.of(children)));
    }

    @SafeVarargs
    static UnaryOperator<SceneSnapshot> all(UnaryOperator<SceneSnapshot>... edits) {
        return scene -> {
            var now = scene;
            for (var edit : edits) {
                now = edit.apply(now);
            }
            return now;
        };
    }

    /**
     * An edit changes one stretch of the text into another, and what is written reads as it was
     * meant.
     */
    static void check(String before, UnaryOperator<SceneSnapshot> edit, String old, String now) {
        assertEquals(
                before.indexOf(old), before.lastIndexOf(old), "the stretch must be the only one");
        var file = file(before);
        var edited = edit.apply(snapshot(file));
        String written = write(file, edited);
        assertEquals(before.replace(old, now), written);
        assertSame(edited, snapshot(written));
    }

    static void assertSame(SceneSnapshot expected, SceneSnapshot actual) {
        assertEquals(expected.entities(), actual.entities());
        for (var entity : expected.entities()) {
            assertEquals(expected.children(entity), actual.children(entity), "below " + entity);
            for (var name : expected.componentNames()) {
                if (!name.equals(TreeOrder.NODES)) {
                    assertEquals(expected.value(entity, name), actual.value(entity, name));
                }
            }
        }
    }

    static void checkSame(String text) {
        var file = file(text);
        assertEquals(text, write(file, snapshot(file)));
    }

    /** A scene of one component with the given cells. */
    static String scene(String component, String cells) {
        return "{\"components\":[{\"name\":\"" + component + "\",\"data\":{" + cells + "}}]}";
    }

    static void checkProblem(String text, String entity, String field, String message) {
        var problems = file(text).problems();
        boolean isTold =
                problems.stream()
                        .anyMatch(
                                p ->
                                        p.file().equals("main.composite")
                                                && p.entity().equals(entity)
                                                && p.field().equals(field)
                                                && p.message().contains(message));
        assertTrue(isTold, problems::toString);
        checkSame(text);
    }
}
