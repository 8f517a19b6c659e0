// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes what a snapshot changed into the text of a composite; made for one writing. */
final class CompositeWriting {
    // As the web editor writes it.
    private static final Schema NODES =
            struct("value", new Schema.Items(struct("entity", "open", "children")));

    private final CompositeText composite;
    private final CompositeLoading.Loaded loaded;
    private final SceneSnapshot now;
    private final JsonStyle style;
    private final Patches patches = new Patches();
    private final List<SectionWriting> sections;

    private CompositeWriting(
            CompositeText composite, CompositeLoading.Loaded loaded, SceneSnapshot tree) {
        this.composite = composite;
        this.loaded = loaded;
        this.now = NodesUpdate.of(loaded.snapshot(), tree);
        this.style = JsonStyle.of(composite.text());
        var cells = new CellWriting(composite.text(), style, patches, now.types());
        this.sections =
                composite.sections().stream()
                        .map(section -> new SectionWriting(section, cells))
                        .toList();
        for (var section : sections) {
            section.change(loaded, now);
            section.restate(loaded, now);
        }
    }

    static Patches changes(
            CompositeText composite, CompositeLoading.Loaded loaded, SceneSnapshot now) {
        var writing = new CompositeWriting(composite, loaded, now);
        writing.add();
        writing.sections.forEach(section -> section.write(writing.patches));
        return writing.patches;
    }

    private void add() {
        var newSections = new ArrayList<Value>();
        // In the order of files come those that they have, then all others by their names.
        for (var name : new TreeSet<>(now.componentNames())) {
            var same = sections.stream().filter(section -> section.isOf(name)).toList();
            var values = added(name, same);
            if (!values.isEmpty() && !same.isEmpty()) {
                same.getFirst().add(values);
            } else if (!values.isEmpty() && isSaved(name)) {
                newSections.add(section(name, values));
            }
        }
        if (!newSections.isEmpty()) {
            addSections(newSections);
        }
    }

    /** The values that no cell of the text stands for. */
    private LinkedHashMap<Entity, Value> added(String name, List<SectionWriting> same) {
        var added = new LinkedHashMap<Entity, Value>();
        var schema = schema(now, name);
        now.forEach(
                name,
                (entity, value) -> {
                    if (loaded.snapshot().value(entity, name).isEmpty()) {
                        added.put(entity, FieldOrder.of(schema, value, Optional.empty()));
                    }
                });
        same.forEach(section -> added.keySet().removeAll(section.replaced()));
        return added;
    }

    private static Schema struct(String... names) {
        var fields = Stream.of(names).map(n -> field(n, new Schema.Opaque("")));
        return new Schema.Struct(fields.toList());
    }

    private static Schema struct(String name, Schema schema) {
        return new Schema.Struct(List.of(field(name, schema)));
    }

    private static Schema.Field field(String name, Schema schema) {
        return new Schema.Field(name, schema, schema.initial());
    }

    /** The schema by which files order the fields of a component: everybody has the same. */
    static Schema schema(SceneSnapshot now, String component) {
        if (component.equals(TreeOrder.NODES)) {
            return NODES;
        }
        var stored = StoredSchemas.schema(now, component);
        return stored.or(() -> fixed(now, component)).orElseGet(() -> new Schema.Opaque(""));
    }

    private static Optional<Schema> fixed(SceneSnapshot now, String component) {
        return now.types()
                .find(component)
                .filter(type -> !StoredSchemas.isOpen(component))
                .map(ComponentType::schema);
    }

    /** What the renderer answers is never part of a file, unless it was already. */
    private boolean isSaved(String name) {
        return now.types().find(name).stream()
                .noneMatch(type -> type.role() == ComponentType.Role.RESULT);
    }

    private Value section(String name, LinkedHashMap<Entity, Value> values) {
        var section = new LinkedHashMap<String, Value>();
        section.put("name", Value.of(name));
        StoredSchemas.text(now, name)
                .map(ValueJson::parse)
                .or(() -> DeclaredTypes.written(now.types(), name))
                .ifPresent(schema -> section.put("jsonSchema", schema));
        section.put("data", CellWriting.cells(values));
        return new Value.Fields(section);
    }

    private void addSections(List<Value> values) {
        var text = composite.text();
        if (composite.components().isEmpty()) {
            var layout = JsonLayout.of(text, style, composite.root(), composite.members());
            var edit = new ListEdit(composite.root(), composite.members(), layout);
            String list =
                    style.print("components", Value.of(values), layout.indent(), layout.lines());
            edit.insert(composite.members().size(), list);
            edit.write(patches);
            return;
        }
        var list = composite.components().get();
        var elements = composite.elements();
        var plain = JsonLayout.of(text, style, list, elements);
        var layout = elements.isEmpty() ? plain : plain.likeElement(text, elements.getFirst());
        var edit = new ListEdit(list, elements, layout);
        values.forEach(
                value ->
                        edit.insert(
                                elements.size(),
                                style.print(value, layout.indent(), layout.lines())));
        edit.write(patches);
    }
}
