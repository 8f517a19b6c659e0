// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes what changed in the cells of one component. */
final class SectionWriting {
    private static final String SCHEMA = "jsonSchema";

    private final Section section;
    private final CellWriting cells;
    private final Optional<JsonLayout> layout;
    private final Optional<ListEdit> edit;
    private final Set<Entity> replaced = new HashSet<>();
    private final List<String> newMembers = new ArrayList<>();
    private Map<Entity, Value> added = Map.of();

    SectionWriting(Section section, CellWriting cells) {
        this.section = section;
        this.cells = cells;
        this.layout = section.data().map(data -> cells.layout(section, data));
        this.edit =
                section.data()
                        .map(data -> new ListEdit(data, section.cells(), layout.orElseThrow()));
    }

    boolean isOf(String name) {
        return section.name().equals(name);
    }

    /** Entities whose cells were not understood, but have a value now. */
    Set<Entity> replaced() {
        return replaced;
    }

    void change(CompositeLoading.Loaded loaded, SceneSnapshot now) {
        for (int i = 0; i < section.cells().size(); i++) {
            var cell = section.cells().get(i);
            if (cell.entity().filter(loaded.snapshot()::holds).isPresent()) {
                change(i, loaded, now);
            }
        }
    }

    private void change(int index, CompositeLoading.Loaded loaded, SceneSnapshot now) {
        var cell = section.cells().get(index);
        var entity = cell.entity().orElseThrow();
        var before = loaded.snapshot().value(entity, section.name());
        var after = now.value(entity, section.name());
        if (after.isEmpty()) {
            // What was not understood goes with its entity only.
            if (before.isPresent() || !now.holds(entity)) {
                edit.orElseThrow().remove(index);
            }
        } else if (!after.equals(before) && !loaded.shadowed().contains(cell.from())) {
            cells.change(
                    section.name(), cell, ordered(now, after.get(), before), layout.orElseThrow());
            replaced.add(entity);
        }
    }

    private Value ordered(SceneSnapshot now, Value value, Optional<Value> before) {
        return FieldOrder.of(CompositeWriting.schema(now, section.name()), value, before);
    }

    /** Says the schema anew where the document has another one by now. */
    void restate(CompositeLoading.Loaded loaded, SceneSnapshot now) {
        var before = StoredSchemas.text(loaded.snapshot(), section.name());
        StoredSchemas.text(now, section.name())
                .filter(after -> !Optional.of(after).equals(before))
                .ifPresent(after -> restate(ValueJson.parse(after)));
    }

    private void restate(Value schema) {
        if (cells.part(section) instanceof JsonPart.Struct struct) {
            var inside = cells.layout(struct);
            struct.members().stream()
                    .filter(member -> member.name().equals(SCHEMA))
                    .forEach(member -> cells.replace(member.part(), schema, inside));
            if (section.schema().isEmpty()) {
                newMembers.add(cells.print(SCHEMA, schema, inside));
            }
        }
    }

    /** Puts new cells where their numbers belong. */
    void add(Map<Entity, Value> values) {
        added = values;
        int at = 0;
        for (var entry : values.entrySet()) {
            while (at < section.cells().size()
                    && isBefore(section.cells().get(at), entry.getKey())) {
                at++;
            }
            int before = at;
            layout.ifPresent(
                    l ->
                            edit.orElseThrow()
                                    .insert(
                                            before,
                                            cells.print(entry.getKey(), entry.getValue(), l)));
        }
    }

    private static boolean isBefore(Cell cell, Entity entity) {
        return cell.entity().map(other -> other.compareTo(entity) < 0).orElse(true);
    }

    void write(Patches patches) {
        edit.ifPresent(list -> list.write(patches));
        boolean isBare = edit.isEmpty() && !added.isEmpty();
        if ((isBare || !newMembers.isEmpty())
                && cells.part(section) instanceof JsonPart.Struct struct) {
            var inside = cells.layout(struct);
            var members = new ListEdit(struct, struct.members(), inside);
            newMembers.forEach(text -> members.insert(1, text));
            if (isBare) {
                members.insert(struct.members().size(), cells.print(added, inside));
            }
            members.write(patches);
        }
    }
}
