// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.CodedInputStream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads composites in their binary form, {@code *.composite.bin}, as the JSON that says the same;
 * made for one reading.
 */
public final class BinaryComposite {
    private final CodedInputStream in;
    private final Bounds bounds = new Bounds();

    private BinaryComposite(byte[] bytes) {
        in = CodedInputStream.newInstance(bytes);
    }

    /**
     * @throws SchemaException when the bytes are no composite
     */
    public static Value read(byte[] bytes) {
        try {
            return new BinaryComposite(bytes).composite();
        } catch (IOException damaged) {
            throw new SchemaException("no binary composite: " + damaged.getMessage());
        }
    }

    /** Takes in the field that the stream stands before. */
    private interface Member {
        void read(int tag) throws IOException;
    }

    /** Hands all fields up to the next limit to a reader. */
    private void message(Member member) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            bounds.count();
            member.read(tag);
        }
    }

    private void nested(Member member) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        bounds.enter();
        message(member);
        bounds.leave();
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }

    private Value composite() throws IOException {
        var version = new double[1];
        var components = new ArrayList<Value>();
        message(
                tag -> {
                    switch (tag) {
                        case 8 -> version[0] = in.readInt32();
                        case 18 -> components.add(component());
                        default -> in.skipField(tag);
                    }
                });
        if (version[0] == 0 && components.isEmpty()) {
            throw new SchemaException("no binary composite: it is empty");
        }
        return Value.fields("version", Value.of(version[0]))
                .with(FieldPath.of("components"), Value.of(components));
    }

    private Value component() throws IOException {
        var component = new LinkedHashMap<String, Value>();
        var cells = new LinkedHashMap<String, Value>();
        component.put("name", Value.of(""));
        nested(
                tag -> {
                    switch (tag) {
                        case 10 -> component.put("name", Value.of(in.readString()));
                        case 18 -> component.put("jsonSchema", value());
                        case 26 -> cell(cells);
                        default -> in.skipField(tag);
                    }
                });
        component.put("data", new Value.Fields(cells));
        return new Value.Fields(component);
    }

    private void cell(Map<String, Value> cells) throws IOException {
        var entity = new int[1];
        var content = new LinkedHashMap<String, Value>();
        nested(
                tag -> {
                    switch (tag) {
                        case 8 -> entity[0] = in.readInt32();
                        case 18 -> nested(inner -> content(inner, content));
                        default -> in.skipField(tag);
                    }
                });
        cells.put(Integer.toUnsignedString(entity[0]), new Value.Fields(content));
    }

    /** The last of value and bytes counts, as in every oneof. */
    private void content(int tag, Map<String, Value> content) throws IOException {
        switch (tag) {
            case 10 -> {
                content.clear();
                content.put("json", value());
            }
            case 18 -> {
                content.clear();
                var base64 = Base64.getEncoder().encodeToString(in.readByteArray());
                content.put("binary", Value.of(base64));
            }
            default -> in.skipField(tag);
        }
    }

    /** A {@code google.protobuf.Value}. */
    private Value value() throws IOException {
        var result = new ArrayList<Value>(List.of(new Value.Nothing()));
        nested(tag -> kind(tag, result));
        return result.getLast();
    }

    private void kind(int tag, List<Value> result) throws IOException {
        switch (tag) {
            case 8 -> {
                in.readInt32();
                result.add(new Value.Nothing());
            }
            case 17 -> result.add(Value.of(in.readDouble()));
            case 26 -> result.add(Value.of(in.readString()));
            case 32 -> result.add(Value.of(in.readBool()));
            case 42 -> result.add(struct());
            case 50 -> result.add(list());
            default -> in.skipField(tag);
        }
    }

    private Value struct() throws IOException {
        var fields = new LinkedHashMap<String, Value>();
        nested(
                tag -> {
                    if (tag == 10) {
                        entry(fields);
                    } else {
                        in.skipField(tag);
                    }
                });
        return new Value.Fields(fields);
    }

    private void entry(Map<String, Value> fields) throws IOException {
        var key = new ArrayList<String>(List.of(""));
        var value = new ArrayList<Value>(List.of(new Value.Nothing()));
        nested(
                tag -> {
                    switch (tag) {
                        case 10 -> key.add(in.readString());
                        case 18 -> value.add(value());
                        default -> in.skipField(tag);
                    }
                });
        fields.put(key.getLast(), value.getLast());
    }

    private Value list() throws IOException {
        var items = new ArrayList<Value>();
        nested(
                tag -> {
                    if (tag == 10) {
                        items.add(value());
                    } else {
                        in.skipField(tag);
                    }
                });
        return Value.of(items);
    }
}
