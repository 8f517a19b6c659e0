// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The boundary of the document as tests see it: a scene as text, an edit, and the scene or the
 * refusal after it.
 */
final class SceneCheck {
    private SceneCheck() {}

    /** An edit of entities that are told by name. */
    interface NamedEdit extends Function<SceneSnapshot, Edit> {}

    /** Makes an edit, compares, takes it back, compares, and makes it again. */
    static void check(String before, NamedEdit edit, String after) {
        var scene = new Scene(SceneText.read(before));
        accepted(scene, edit);
        assertEquals(after.stripIndent(), SceneText.print(scene.snapshot()));
        boolean isStep = scene.undo().isPresent();
        assertEquals(SceneText.print(SceneText.read(before)), SceneText.print(scene.snapshot()));
        assertEquals(isStep, scene.redo().isPresent());
        assertEquals(after.stripIndent(), SceneText.print(scene.snapshot()));
    }

    /** Makes an edit that must be refused with exactly this sentence, and leave no trace. */
    static void refused(String before, NamedEdit edit, String reason) {
        var scene = new Scene(SceneText.read(before));
        var start = scene.snapshot();
        var outcome = scene.apply(edit.apply(start), Origin.USER);
        assertEquals(new Outcome.Refused(reason), outcome);
        assertTrue(start == scene.snapshot() && scene.undoLabel().isEmpty());
    }

    static Changes accepted(Scene scene, NamedEdit edit) {
        return accepted(scene, edit, Origin.USER);
    }

    static Changes accepted(Scene scene, NamedEdit edit, Origin origin) {
        return switch (scene.apply(edit.apply(scene.snapshot()), origin)) {
            case Outcome.Accepted(var changes) -> changes;
            case Outcome.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    static NamedEdit spawn(String name, String parent) {
        return s ->
                new Edit.Spawn(
                        name, Edit.Place.under(SceneText.find(s, parent)), new LinkedHashMap<>());
    }

    static NamedEdit spawnWith(String name, String component, String json) {
        return s -> {
            var components = new LinkedHashMap<String, Value>();
            components.put(component, ValueJson.parse(json));
            return new Edit.Spawn(name, Edit.Place.TOP, components);
        };
    }

    static NamedEdit despawn(String... names) {
        return s -> new Edit.Despawn(SceneText.find(s, List.of(names)));
    }

    static NamedEdit set(String name, String field, String json) {
        int split = field.indexOf('.', field.indexOf("::"));
        String component = split < 0 ? field : field.substring(0, split);
        var path = FieldPath.parse(split < 0 ? "" : field.substring(split + 1));
        return s -> new Edit.Set(SceneText.find(s, name), component, path, ValueJson.parse(json));
    }

    static NamedEdit unset(String name, String component, String path) {
        return s -> new Edit.Unset(SceneText.find(s, name), component, FieldPath.parse(path));
    }

    static NamedEdit put(String name, String component, String json) {
        return s -> new Edit.Put(SceneText.find(s, name), component, ValueJson.parse(json));
    }

    static NamedEdit remove(String name, String component) {
        return s -> new Edit.Remove(SceneText.find(s, name), component);
    }

    static NamedEdit rename(String name, String to) {
        return s -> new Edit.Rename(SceneText.find(s, name), to);
    }

    static NamedEdit reparent(List<String> names, String parent) {
        return s ->
                new Edit.Reparent(
                        SceneText.find(s, names), Edit.Place.under(SceneText.find(s, parent)));
    }

    static NamedEdit reparentBefore(List<String> names, String sibling) {
        return s -> {
            var before = SceneText.find(s, sibling);
            return new Edit.Reparent(
                    SceneText.find(s, names),
                    new Edit.Place(s.parent(before), Optional.of(before)));
        };
    }

    static NamedEdit duplicate(String... names) {
        return s -> new Edit.Duplicate(SceneText.find(s, List.of(names)));
    }

    /** Copies out of the scene itself and pastes below a parent. */
    static NamedEdit copyTo(String parent, String... names) {
        return s ->
                new Edit.Paste(
                        Fragment.copy(s, SceneText.find(s, List.of(names))),
                        Edit.Place.under(SceneText.find(s, parent)));
    }

    static NamedEdit all(NamedEdit... edits) {
        return s ->
                new Edit.All("Do it all", Arrays.stream(edits).map(edit -> edit.apply(s)).toList());
    }

    static NamedEdit configure(String path, String json) {
        return s -> new Edit.Configure(FieldPath.parse(path), ValueJson.parse(json));
    }
}
