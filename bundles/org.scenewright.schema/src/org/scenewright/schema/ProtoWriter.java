// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.WireFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes the fields of one message in the order of their declaration, lists of numbers packed even
 * if empty: the bytes of two replicas are compared, so they must not depend on who wrote them.
 */
final class ProtoWriter {
    private static final int BUFFER = 64;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, BUFFER);

    private ProtoWriter() {}

    static byte[] write(Descriptor message, Value value) {
        var writer = new ProtoWriter();
        try {
            writer.fields(message, Expect.fields(value));
            return writer.toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    private byte[] toBytes() throws IOException {
        out.flush();
        return bytes.toByteArray();
    }

    private void fields(Descriptor message, Value.Fields value) throws IOException {
        for (var field : message.getFields()) {
            var oneOf = field.getRealContainingOneof();
            if (oneOf == null) {
                field(field, value);
            } else if (oneOf.getField(0) == field) {
                choice(oneOf, value);
            }
        }
    }

    private void choice(OneofDescriptor oneOf, Value.Fields holder) throws IOException {
        String name = ProtoNames.of(oneOf);
        var value = present(holder, name);
        try {
            if (!(value instanceof Value.Nothing)) {
                chosen(oneOf, Expect.fields(value));
            }
        } catch (SchemaException e) {
            throw e.within(name);
        }
    }

    private void chosen(OneofDescriptor oneOf, Value.Fields value) throws IOException {
        String name = Expect.chosen(value);
        if (name.isEmpty()) {
            return;
        }
        for (var field : oneOf.getFields()) {
            if (field.getJsonName().equals(name)) {
                field(field, value);
                return;
            }
        }
        throw SchemaException.noCase(name);
    }

    private void field(FieldDescriptor field, Value.Fields holder) throws IOException {
        var value = present(holder, field.getJsonName());
        try {
            if (field.isRepeated()) {
                repeated(field, value instanceof Value.Nothing ? List.of() : Expect.items(value));
            } else if (!(value instanceof Value.Nothing)
                    && (field.hasPresence() || !isZero(value))) {
                single(field, value);
            }
        } catch (SchemaException e) {
            throw e.within(field.getJsonName());
        }
    }

    private static Value present(Value.Fields holder, String name) {
        return holder.get(name).orElseGet(Value.Nothing::new);
    }

    private static boolean isZero(Value value) {
        return switch (value) {
            case Value.Flag(var on) -> !on;
            case Value.Num(var number) -> number == 0;
            case Value.Text(var text) -> text.isEmpty();
            case Value.Nothing n -> true;
            case Value.Items i -> false;
            case Value.Fields f -> false;
        };
    }

    private void repeated(FieldDescriptor field, List<Value> items) throws IOException {
        if (!field.isPackable()) {
            for (int i = 0; i < items.size(); i++) {
                item(field, items.get(i), i);
            }
            return;
        }
        var packed = new ProtoWriter();
        for (int i = 0; i < items.size(); i++) {
            packed.element(field, items.get(i), i);
        }
        out.writeByteArray(field.getNumber(), packed.toBytes());
    }

    private void item(FieldDescriptor field, Value value, int index) throws IOException {
        try {
            single(field, value);
        } catch (SchemaException e) {
            throw e.within(Integer.toString(index));
        }
    }

    private void element(FieldDescriptor field, Value value, int index) throws IOException {
        try {
            scalar(field, value);
        } catch (SchemaException e) {
            throw e.within(Integer.toString(index));
        }
    }

    private void single(FieldDescriptor field, Value value) throws IOException {
        if (field.getType() == FieldDescriptor.Type.MESSAGE) {
            out.writeByteArray(field.getNumber(), write(field.getMessageType(), value));
        } else {
            out.writeTag(field.getNumber(), wireType(field));
            scalar(field, value);
        }
    }

    private static int wireType(FieldDescriptor field) {
        return switch (field.getType()) {
            case FLOAT -> WireFormat.WIRETYPE_FIXED32;
            case DOUBLE -> WireFormat.WIRETYPE_FIXED64;
            case STRING -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
            default -> WireFormat.WIRETYPE_VARINT;
        };
    }

    private void scalar(FieldDescriptor field, Value value) throws IOException {
        switch (field.getType()) {
            case BOOL -> out.writeBoolNoTag(Expect.flag(value));
            case STRING -> out.writeByteArrayNoTag(Utf8.encode(Expect.text(value)));
            case FLOAT -> out.writeFloatNoTag((float) Expect.number(value));
            case DOUBLE -> out.writeDoubleNoTag(Expect.number(value));
            case ENUM, INT32 -> out.writeInt32NoTag(Expect.bits(value));
            case UINT32 -> out.writeUInt32NoTag((int) Expect.whole(value, 0, 0xFFFFFFFFL));
            case INT64, UINT64 -> out.writeInt64NoTag(Expect.whole(value, -0x1p63, 0x1p63));
            default ->
                    throw new IllegalStateException(
                            field.getFullName() + " has a type without bytes");
        }
    }
}
