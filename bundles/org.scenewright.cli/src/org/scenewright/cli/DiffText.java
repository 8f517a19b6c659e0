// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Difference;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Differences as people read them: a line for each entity, and one for each of its fields. */
final class DiffText {
    /** What stands in the place of an entity for {@code scene.json}. */
    static final String SETTINGS = "scene.json";

    private static final int MOST_SHOWN = 120;

    private final StringBuilder text = new StringBuilder();
    private Optional<String> heading = Optional.empty();

    /**
     * Adds differences.
     *
     * @param name how an entity is called
     */
    void add(List<Difference> changes, Function<Entity, String> name) {
        for (var change : changes) {
            var next = Optional.of(name.apply(change.entity()));
            if (!next.equals(heading)) {
                text.append(next.get()).append(System.lineSeparator());
                heading = next;
            }
            text.append("  ").append(line(change)).append(System.lineSeparator());
        }
    }

    private static String line(Difference change) {
        String field = field(change);
        if (change.before().isEmpty()) {
            return "+ " + field + shown(change.after());
        }
        return change.after().isEmpty()
                ? "- " + field + shown(change.before())
                : "~ " + field + shown(change.before()) + " -> " + shown(change.after());
    }

    private static String field(Difference change) {
        boolean isNamed = !change.component().isEmpty() && !change.component().equals(SETTINGS);
        String path = change.path().toString();
        String dot = isNamed && !path.isEmpty() ? "." : "";
        String field = (isNamed ? change.component() : "") + dot + path;
        return field.isEmpty() ? "" : field + ": ";
    }

    private static String shown(Optional<Value> value) {
        String shown = value.map(ValueJson::print).orElse("");
        return shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN - 1) + "…" : shown;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
