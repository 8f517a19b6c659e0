// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValuePool;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the values of single cells into the text of a composite. */
final class CellWriting {
    static final String JSON = "json";
    static final String BINARY = "binary";

    private final byte[] text;
    private final JsonStyle style;
    private final JsonDiff diff;
    private final Patches patches;
    private final ComponentTypes types;
    private final ValuePool pool = new ValuePool();

    CellWriting(byte[] text, JsonStyle style, Patches patches, ComponentTypes types) {
        this.text = text;
        this.style = style;
        this.patches = patches;
        this.diff = new JsonDiff(text, style, patches);
        this.types = types;
    }

    /** The object with new cells, as JSON. */
    static Value cells(Map<Entity, Value> values) {
        var cells = new LinkedHashMap<String, Value>();
        values.forEach((entity, value) -> cells.put(entity.toString(), Value.fields(JSON, value)));
        return new Value.Fields(cells);
    }

    JsonLayout layout(Section section, Span data) {
        var cells = section.cells();
        var layout = JsonLayout.of(text, style, data, cells);
        return cells.isEmpty()
                ? layout
                : layout.likeElement(
                        text, new Span(start(cells.getFirst()), cells.getFirst().to()));
    }

    String print(Entity entity, Value value, JsonLayout layout) {
        return style.print(
                entity.toString(), Value.fields(JSON, value), layout.indent(), layout.lines());
    }

    /** The member of a section that holds its cells. */
    String print(Map<Entity, Value> values, JsonLayout layout) {
        return style.print("data", cells(values), layout.indent(), layout.lines());
    }

    /** A member of a section. */
    String print(String name, Value value, JsonLayout layout) {
        return style.print(name, value, layout.indent(), layout.lines());
    }

    /** Puts a value in the place of a part. */
    void replace(JsonPart part, Value value, JsonLayout around) {
        patches.replace(
                part.from(), part.to(), style.print(value, around.indent(), around.lines()));
    }

    JsonPart part(JsonSpan span) {
        return part(span.from(), span.to());
    }

    private JsonPart part(int from, int to) {
        var scanner = new JsonScanner(text, from, to, pool);
        scanner.next();
        return scanner.part();
    }

    JsonLayout layout(JsonPart.Struct struct) {
        return JsonLayout.of(text, style, struct, struct.members());
    }

    /** Where the value of a cell starts. */
    private int start(Cell cell) {
        int at = cell.from() + 1;
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        while (text[at] != ':') {
            at++;
        }
        at++;
        while (Character.isWhitespace(text[at])) {
            at++;
        }
        return at;
    }

    /** Makes a cell say a value, in the form in which it says one now. */
    void change(String component, Cell cell, Value value, JsonLayout around) {
        var part = part(start(cell), cell.to());
        var said =
                switch (cell.content()) {
                    case Cell.Content.Json j -> part.value().with(FieldPath.of(JSON), value);
                    case Cell.Content.Binary b -> binary(component, part.value(), value);
                    case Cell.Content.Unclear u -> json(part.value(), value);
                };
        diff.change(part, said, around);
    }

    private Value binary(String component, Value cell, Value value) {
        try {
            var codec = types.find(component).orElseThrow().codec();
            String base64 = Base64.getEncoder().encodeToString(codec.toBytes(value));
            return cell.with(FieldPath.of(BINARY), Value.of(base64));
        } catch (SchemaException cannotBeBytes) {
            // JSON holds any value, and readers of composites take it in place of bytes.
            return json(cell.without(FieldPath.of(BINARY)), value);
        }
    }

    private static Value json(Value cell, Value value) {
        return cell instanceof Value.Fields fields
                ? fields.with(FieldPath.of(JSON), value)
                : Value.fields(JSON, value);
    }
}
