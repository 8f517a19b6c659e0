// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The files that entities name, and where they lie in the folder of an item. */
final class ItemFiles {
    private static final String ACTIONS = "asset-packs::Actions";
    private static final String SCRIPT = "asset-packs::Script";
    private static final String PLACEHOLDER = "asset-packs::Placeholder";
    private static final List<String> PAYLOAD = List.of("src", "scriptPath");
    private static final Set<String> TAKEN = Set.of("data.json", "composite.json", "thumbnail.png");
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");
    private static final int MOST = 5_000;

    private final SequencedMap<String, String> all = new LinkedHashMap<>();
    private final String base;
    private final String prefix;

    /**
     * @param needs the files that a file needs, both by their paths in the project
     */
    ItemFiles(SceneSnapshot scene, List<Entity> entities, Function<String, List<String>> needs) {
        var paths = new LinkedHashSet<String>();
        for (var entity : entities) {
            for (String component : scene.components(entity)) {
                var type = scene.types().find(component);
                var value = scene.value(entity, component);
                if (type.isPresent() && value.isPresent()) {
                    each(
                            type.get(),
                            value.get(),
                            path -> {
                                paths.add(path);
                                return path;
                            });
                }
            }
        }
        var open = new ArrayDeque<>(paths);
        while (!open.isEmpty() && paths.size() < MOST) {
            needs.apply(open.remove()).stream()
                    .filter(ItemFiles::isLocal)
                    .filter(paths::add)
                    .forEach(open::add);
        }
        var common = common(paths);
        boolean isTaken =
                paths.stream()
                        .anyMatch(
                                p ->
                                        TAKEN.contains(
                                                p.substring(common.length())
                                                        .toLowerCase(Locale.ROOT)));
        base = common;
        prefix = isTaken ? "files/" : "";
        paths.forEach(path -> all.put(relative(path), path));
    }

    /** The paths in the project by those in the item. */
    SequencedMap<String, String> all() {
        return all;
    }

    private String relative(String path) {
        return prefix + path.substring(base.length());
    }

    /** A value that names its files by their places in the item. */
    Value located(ComponentType type, Value value) {
        return each(type, value, path -> SceneItem.FOLDER + "/" + relative(path));
    }

    /** The directory that all lie in, with a slash at its end, or nothing. */
    private static String common(Set<String> paths) {
        var first = paths.stream().findFirst().orElse("");
        int end = first.lastIndexOf('/') + 1;
        while (end > 0 && !isAbove(first.substring(0, end), paths)) {
            end = first.lastIndexOf('/', end - 2) + 1;
        }
        return first.substring(0, end);
    }

    private static boolean isAbove(String directory, Set<String> paths) {
        return paths.stream().allMatch(path -> path.startsWith(directory));
    }

    private static boolean isLocal(String path) {
        return !path.isEmpty()
                && !ADDRESS.matcher(path).matches()
                && !path.startsWith("/")
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
    }

    /** Changes each path of the project that a value has. */
    private static Value each(ComponentType type, Value value, UnaryOperator<String> change) {
        return switch (type.name()) {
            case PLACEHOLDER -> field(value, "src", change);
            case SCRIPT -> items(value, script -> field(script, "path", change));
            case ACTIONS -> items(value, action -> action(action, change));
            default -> {
                var changed = value;
                for (var field : AssetFields.in(type.schema(), value).entrySet()) {
                    if (isLocal(field.getValue())) {
                        var path = Value.of(change.apply(field.getValue()));
                        changed = changed.with(field.getKey(), path);
                    }
                }
                yield changed;
            }
        };
    }

    private static Value items(Value value, UnaryOperator<Value> change) {
        var items = value.items("value");
        return items.isEmpty()
                ? value
                : value.with(FieldPath.of("value"), Value.of(items.stream().map(change).toList()));
    }

    private static Value field(Value value, String name, UnaryOperator<String> change) {
        return Optional.of(value.text(name, ""))
                .filter(ItemFiles::isLocal)
                .map(path -> value.with(FieldPath.of(name), Value.of(change.apply(path))))
                .orElse(value);
    }

    private static Value action(Value action, UnaryOperator<String> change) {
        try {
            var before = ValueJson.parse(action.text("jsonPayload", "{}"));
            var after = before;
            for (var name : PAYLOAD) {
                after = field(after, name, change);
            }
            return after.equals(before)
                    ? action
                    : action.with(FieldPath.of("jsonPayload"), Value.of(ValueJson.print(after)));
        } catch (SchemaException noJson) {
            // Nobody can read what it says.
            return action;
        }
    }
}
