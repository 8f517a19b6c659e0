// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes one value by its schema; what the value leaves out is as the schema's fallback. */
final class FlatWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);
    private final ByteBuffer scratch = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

    byte[] write(Schema schema, Value value) {
        put(schema, value);
        return out.toByteArray();
    }

    private void put(Schema schema, Value value) {
        switch (schema) {
            case Schema.Flag f -> out.write(Expect.flag(value) ? 1 : 0);
            case Schema.Number(var kind, var unit) -> number(kind, value);
            case Schema.Text t -> text(value);
            case Schema.Choice(var options) -> choice(options, value);
            case Schema.Mask m -> int32(Expect.bits(value));
            case Schema.Vector(var kind) -> vector(kind, Expect.fields(value));
            case Schema.EntityReference e -> int32(Expect.bits(value));
            case Schema.Items(var element) -> items(element, Expect.items(value));
            case Schema.Struct(var fields) -> fields.forEach(f -> field(f, Expect.fields(value)));
            case Schema.OneOf oneOf -> oneOf(oneOf, value);
            case Schema.Maybe(var inner) -> maybe(inner, value);
            case Schema.Opaque(var reason) ->
                    throw new SchemaException("no bytes are known for " + reason);
        }
    }

    private void number(Schema.NumberKind kind, Value value) {
        switch (kind) {
            case INT8 -> out.write((int) Expect.whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case INT16 ->
                    bytes(
                            scratch.putShort(
                                    0,
                                    (short) Expect.whole(value, Short.MIN_VALUE, Short.MAX_VALUE)),
                            2);
            case INT32 -> int32((int) Expect.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UINT32 -> int32((int) Expect.whole(value, 0, 0xFFFFFFFFL));
            case INT64, UINT64 ->
                    bytes(scratch.putLong(0, Expect.whole(value, -0x1p63, 0x1p63)), 8);
            case FLOAT32 -> float32(Expect.number(value));
            case FLOAT64 -> bytes(scratch.putDouble(0, Expect.number(value)), 8);
        }
    }

    private void bytes(ByteBuffer buffer, int count) {
        out.write(buffer.array(), 0, count);
    }

    private void int32(int number) {
        bytes(scratch.putInt(0, number), 4);
    }

    private void float32(double number) {
        bytes(scratch.putFloat(0, (float) number), 4);
    }

    private void text(Value value) {
        byte[] utf8 = Utf8.encode(Expect.text(value));
        int32(utf8.length);
        out.writeBytes(utf8);
    }

    private void choice(List<Schema.Option> options, Value value) {
        if (Expect.isOfNumbers(options)) {
            int32(Expect.bits(value));
        } else {
            text(value);
        }
    }

    private void vector(Schema.VectorKind kind, Value.Fields value) {
        for (String part : kind.parts()) {
            within(
                    part,
                    () ->
                            float32(
                                    value.get(part)
                                            .map(Expect::number)
                                            .orElseGet(() -> kind.neutral(part))));
        }
    }

    private void items(Schema element, List<Value> items) {
        int32(items.size());
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            within(Integer.toString(i), () -> put(element, item));
        }
    }

    private void field(Schema.Field field, Value.Fields value) {
        boolean optional = field.schema() instanceof Schema.Maybe;
        var absent = optional ? new Value.Nothing() : field.fallback();
        within(field.name(), () -> put(field.schema(), value.get(field.name()).orElse(absent)));
    }

    private void oneOf(Schema.OneOf oneOf, Value value) {
        String name = Expect.chosen(Expect.fields(value));
        var chosen = oneOf.chosen(value);
        if (!name.isEmpty() && chosen.isEmpty()) {
            throw SchemaException.noCase(name);
        }
        out.write(chosen.map(oneOf.cases()::indexOf).orElse(-1) + 1);
        chosen.ifPresent(c -> content(c, oneOf.content(value).orElse(c.fallback())));
    }

    private void content(Schema.Field chosen, Value value) {
        within(chosen.name(), () -> put(chosen.schema(), value));
    }

    private void maybe(Schema inner, Value value) {
        boolean present = !(value instanceof Value.Nothing);
        out.write(present ? 1 : 0);
        if (present) {
            put(inner, value);
        }
    }

    private static void within(String step, Runnable part) {
        try {
            part.run();
        } catch (SchemaException e) {
            throw e.within(step);
        }
    }
}
