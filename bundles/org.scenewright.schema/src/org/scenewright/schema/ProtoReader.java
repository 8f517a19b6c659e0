// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one message; what a newer SDK added is skipped, and what the bytes leave out is as the SDK
 * has it.
 */
final class ProtoReader {
    private final CodedInputStream in;
    private final Bounds bounds = new Bounds();

    ProtoReader(byte[] bytes) {
        in = CodedInputStream.newInstance(bytes);
    }

    Value read(Descriptor message) {
        try {
            return fields(message);
        } catch (IOException e) {
            throw new SchemaException("no valid " + message.getName() + ": " + e.getMessage());
        }
    }

    private Value.Fields fields(Descriptor message) throws IOException {
        bounds.enter();
        var found = new HashMap<FieldDescriptor, Value>();
        var lists = new HashMap<FieldDescriptor, List<Value>>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            var field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field == null || !read(field, tag, found, lists)) {
                skip(tag);
            }
        }
        bounds.leave();
        lists.forEach((field, items) -> found.put(field, new Value.Items(items)));
        return inOrder(message, found);
    }

    private void skip(int tag) throws IOException {
        if (!in.skipField(tag)) {
            throw new SchemaException("a group ends that never began");
        }
    }

    private boolean read(
            FieldDescriptor field,
            int tag,
            Map<FieldDescriptor, Value> found,
            Map<FieldDescriptor, List<Value>> lists)
            throws IOException {
        int wire = WireFormat.getTagWireType(tag);
        boolean fits = wire == wireType(field);
        boolean packed =
                field.isRepeated()
                        && field.isPackable()
                        && wire == WireFormat.WIRETYPE_LENGTH_DELIMITED;
        if (packed) {
            packed(field, lists.computeIfAbsent(field, f -> new ArrayList<>()));
        } else if (fits && field.isRepeated()) {
            lists.computeIfAbsent(field, f -> new ArrayList<>()).add(single(field));
        } else if (fits) {
            forgetOtherCases(field, found);
            found.put(field, single(field));
        }
        return packed || fits;
    }

    private static int wireType(FieldDescriptor field) {
        return field.getLiteType().getWireType();
    }

    private static void forgetOtherCases(FieldDescriptor field, Map<FieldDescriptor, Value> found) {
        var oneOf = field.getRealContainingOneof();
        if (oneOf != null) {
            oneOf.getFields().forEach(found::remove);
        }
    }

    private void packed(FieldDescriptor field, List<Value> items) throws IOException {
        int limit = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            items.add(single(field));
        }
        in.popLimit(limit);
    }

    private Value single(FieldDescriptor field) throws IOException {
        bounds.count();
        return switch (field.getType()) {
            case BOOL -> Value.of(in.readBool());
            case STRING -> Value.of(Utf8.decode(ByteBuffer.wrap(in.readByteArray())));
            case FLOAT -> Value.of(Floats.widen(in.readFloat()));
            case DOUBLE -> Value.of(in.readDouble());
            case ENUM, INT32 -> Value.of(in.readInt32());
            case UINT32 -> Value.of(Integer.toUnsignedLong(in.readUInt32()));
            case INT64, UINT64 -> Value.of(in.readInt64());
            case MESSAGE -> message(field.getMessageType());
            default ->
                    throw new IllegalStateException(
                            field.getFullName() + " has a type without bytes");
        };
    }

    private Value message(Descriptor type) throws IOException {
        int limit = in.pushLimit(in.readRawVarint32());
        var value = fields(type);
        in.popLimit(limit);
        return value;
    }

    private Value.Fields inOrder(Descriptor message, Map<FieldDescriptor, Value> found) {
        var fields = new LinkedHashMap<String, Value>();
        for (var field : message.getFields()) {
            var value = found.get(field);
            var oneOf = field.getRealContainingOneof();
            if (value != null && oneOf != null) {
                fields.put(ProtoNames.of(oneOf), chosen(field.getJsonName(), value));
            } else if (value != null) {
                fields.put(field.getJsonName(), value);
            } else if (!field.hasPresence()) {
                bounds.count();
                fields.put(field.getJsonName(), zero(field));
            }
        }
        return new Value.Fields(fields);
    }

    private static Value.Fields chosen(String name, Value value) {
        return (Value.Fields)
                Value.fields(Schema.OneOf.CASE, Value.of(name)).with(FieldPath.of(name), value);
    }

    private static Value zero(FieldDescriptor field) {
        if (field.isRepeated()) {
            return Value.of(List.of());
        }
        return switch (field.getType()) {
            case BOOL -> Value.of(false);
            case STRING -> Value.of("");
            default -> Value.of(0);
        };
    }
}
