// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Scenes as tests write them: a line for each entity, indented below its parent.
 *
 * <p>{@code Box at 1,2,3 inspector::Lock={"value":true}}: a name, a position, components without
 * spaces.
 */
final class SceneText {
    static final ComponentTypes TYPES = CoreComponents.load();

    private SceneText() {}

    static SceneSnapshot read(String text) {
        var scene = new Scene(SceneSnapshot.empty(TYPES));
        var open = new ArrayList<Entity>();
        for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            open.subList(Math.min(depth, open.size()), open.size()).clear();
            var parent = open.isEmpty() ? Entity.ROOT : open.getLast();
            open.add(spawn(scene, parent, line.strip().split(" ")));
        }
        return scene.snapshot();
    }

    private static Entity spawn(Scene scene, Entity parent, String[] words) {
        var components = new LinkedHashMap<String, Value>();
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("at")) {
                components.put(SceneSnapshot.TRANSFORM, transform(words[++i].split(",")));
            } else {
                String[] parts = words[i].split("=", 2);
                components.put(parts[0], ValueJson.parse(parts[1]));
            }
        }
        var spawned =
                scene.apply(
                        new Edit.Spawn(words[0], Edit.Place.under(parent), components),
                        Origin.USER);
        return switch (spawned) {
            case Outcome.Accepted(var changes) ->
                    ((Change.Spawned) changes.list().getFirst()).entity();
            case Outcome.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    static Value transform(String... position) {
        var at = new Pose.Vec(number(position[0]), number(position[1]), number(position[2]));
        return new Pose(at, Pose.IDENTITY.rotation(), Pose.IDENTITY.scale()).toValue();
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    static String print(SceneSnapshot snapshot) {
        var out = new StringBuilder();
        snapshot.components(Entity.ROOT)
                .forEach(c -> out.append(component(snapshot, Entity.ROOT, c).strip()).append('\n'));
        snapshot.children(Entity.ROOT).forEach(child -> print(snapshot, child, 0, out));
        return out.toString();
    }

    private static void print(SceneSnapshot snapshot, Entity entity, int depth, StringBuilder out) {
        out.append("  ".repeat(depth)).append(snapshot.name(entity));
        var at = snapshot.pose(entity);
        if (!at.position().equals(Pose.IDENTITY.position())) {
            out.append(" at ").append(text(at.position()));
        }
        if (!at.scale().equals(Pose.IDENTITY.scale())) {
            out.append(" scaled ").append(text(at.scale()));
        }
        snapshot.components(entity).stream()
                .filter(c -> !c.equals(SceneSnapshot.NAME) && !c.equals(SceneSnapshot.TRANSFORM))
                .forEach(c -> out.append(component(snapshot, entity, c)));
        out.append('\n');
        snapshot.children(entity).forEach(child -> print(snapshot, child, depth + 1, out));
    }

    private static String component(SceneSnapshot snapshot, Entity entity, String name) {
        return " " + name + "=" + snapshot.value(entity, name).map(ValueJson::print).orElse("");
    }

    private static String text(Pose.Vec v) {
        return ValueJson.print(Value.of(v.x()))
                + ","
                + ValueJson.print(Value.of(v.y()))
                + ","
                + ValueJson.print(Value.of(v.z()));
    }

    /** The entity with a name; "Scene" is the root. */
    static Entity find(SceneSnapshot snapshot, String name) {
        return snapshot.entities().stream()
                .filter(entity -> snapshot.name(entity).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in\n" + print(snapshot)));
    }

    static List<Entity> find(SceneSnapshot snapshot, List<String> names) {
        return names.stream().map(name -> find(snapshot, name)).toList();
    }
}
