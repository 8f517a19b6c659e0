// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads one value by its schema; a declared length is believed only as far as there are bytes. */
final class FlatReader {
    private final ByteBuffer in;
    private final Bounds bounds = new Bounds();

    FlatReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    Value read(Schema schema) {
        try {
            var value = next(schema);
            if (in.hasRemaining()) {
                throw new SchemaException(in.remaining() + " bytes are left over");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new SchemaException("the bytes end too early");
        }
    }

    private Value next(Schema schema) {
        bounds.count();
        return switch (schema) {
            case Schema.Flag f -> Value.of(in.get() == 1);
            case Schema.Number(var kind, var unit) -> Value.of(number(kind));
            case Schema.Text t -> text();
            case Schema.Choice(var options) -> choice(options);
            case Schema.Mask m -> Value.of(unsigned());
            case Schema.Vector(var kind) -> vector(kind);
            case Schema.EntityReference e -> Value.of(unsigned());
            case Schema.Items(var element) -> items(element);
            case Schema.Struct(var fields) -> struct(fields);
            case Schema.OneOf oneOf -> oneOf(oneOf);
            case Schema.Maybe(var inner) -> maybe(inner).orElseGet(Value.Nothing::new);
            case Schema.Opaque(var reason) ->
                    throw new SchemaException("no bytes are known for " + reason);
        };
    }

    private double number(Schema.NumberKind kind) {
        return switch (kind) {
            case INT8 -> in.get();
            case INT16 -> in.getShort();
            case INT32 -> in.getInt();
            case UINT32 -> unsigned();
            case INT64, UINT64 -> in.getLong();
            case FLOAT32 -> Floats.widen(in.getFloat());
            case FLOAT64 -> in.getDouble();
        };
    }

    private long unsigned() {
        return Integer.toUnsignedLong(in.getInt());
    }

    private Value text() {
        long length = unsigned();
        if (length > in.remaining()) {
            throw new SchemaException(
                    "a text of " + length + " bytes where " + in.remaining() + " are left");
        }
        var bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return Value.of(Utf8.decode(bytes));
    }

    private Value choice(List<Schema.Option> options) {
        return Expect.isOfNumbers(options) ? Value.of(in.getInt()) : text();
    }

    private Value vector(Schema.VectorKind kind) {
        var parts = new LinkedHashMap<String, Value>();
        kind.parts().forEach(part -> parts.put(part, Value.of(Floats.widen(in.getFloat()))));
        return new Value.Fields(parts);
    }

    private Value items(Schema element) {
        long count = unsigned();
        // Grown item by item: the bytes end, or the bound on values is met, long before a lie
        // becomes memory.
        var items = new ArrayList<Value>();
        bounds.enter();
        for (long i = 0; i < count; i++) {
            items.add(next(element));
        }
        bounds.leave();
        return new Value.Items(items);
    }

    private Value struct(List<Schema.Field> fields) {
        var values = new LinkedHashMap<String, Value>();
        bounds.enter();
        for (var field : fields) {
            if (field.schema() instanceof Schema.Maybe(var inner)) {
                maybe(inner).ifPresent(value -> values.put(field.name(), value));
            } else {
                values.put(field.name(), next(field.schema()));
            }
        }
        bounds.leave();
        return new Value.Fields(values);
    }

    private Value oneOf(Schema.OneOf oneOf) {
        int index = Byte.toUnsignedInt(in.get());
        if (index > oneOf.cases().size()) {
            throw new SchemaException("case " + index + " of " + oneOf.cases().size());
        }
        if (index == 0) {
            return Value.EMPTY;
        }
        var chosen = oneOf.cases().get(index - 1);
        return oneOf.choose(chosen, next(chosen.schema()));
    }

    private Optional<Value> maybe(Schema inner) {
        return in.get() == 1 ? Optional.of(next(inner)) : Optional.empty();
    }
}
