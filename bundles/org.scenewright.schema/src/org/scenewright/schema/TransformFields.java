// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The fields of a Transform as its bytes have them, which become values only when somebody asks.
 *
 * <p>Thousands of them arrive in one frame of a running scene, and most are looked at once or
 * never.
 */
final class TransformFields extends CompactFields {
    static final int LENGTH = 44;

    private static final int FLOATS = 10;
    private static final int EXPONENT = 0x7F80_0000;

    private final float[] numbers;
    private final int parent;

    private TransformFields(float[] numbers, int parent) {
        this.numbers = numbers;
        this.parent = parent;
    }

    /**
     * @param bytes as many as a Transform has
     * @throws SchemaException when one of them is no number
     */
    static TransformFields read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var numbers = new float[FLOATS];
        float sum = 0;
        for (int i = 0; i < FLOATS; i++) {
            numbers[i] = in.getFloat(4 * i);
            sum += numbers[i] - numbers[i];
        }
        // Of a number that is none or infinite the difference is none either.
        if (sum != 0) {
            throw new SchemaException("a Transform with a number that is not finite");
        }
        return new TransformFields(numbers, in.getInt(4 * FLOATS));
    }

    /** Whether bytes are a Transform: as many as it has, and no number that is none. */
    static boolean reads(ByteBuffer bytes) {
        boolean isFinite = bytes.remaining() == LENGTH;
        for (int i = 0; isFinite && i < FLOATS; i++) {
            // All bits of the exponent stand for infinity and for what is no number.
            isFinite = (bytes.getInt(bytes.position() + 4 * i) & EXPONENT) != EXPONENT;
        }
        return isFinite;
    }

    byte[] toBytes() {
        var out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            out.putFloat(number);
        }
        return out.putInt(parent).array();
    }

    @Override
    public @Nullable Value get(@Nullable Object name) {
        return switch (name instanceof String text ? text : "") {
            case "position" -> vector(Schema.VectorKind.VECTOR3, 0);
            case "rotation" -> vector(Schema.VectorKind.QUATERNION, 3);
            case "scale" -> vector(Schema.VectorKind.VECTOR3, 7);
            case "parent" -> Value.of(Integer.toUnsignedLong(parent));
            default -> null;
        };
    }

    private Value vector(Schema.VectorKind kind, int from) {
        var parts = new LinkedHashMap<String, Value>();
        int index = from;
        for (String part : kind.parts()) {
            parts.put(part, Value.of(Floats.widen(numbers[index++])));
        }
        return new Value.Fields(parts);
    }

    private SequencedMap<String, Value> all() {
        var all = new LinkedHashMap<String, Value>();
        for (var field : TransformCodec.SCHEMA.fields()) {
            Optional.ofNullable(get(field.name())).ifPresent(value -> all.put(field.name(), value));
        }
        return all;
    }

    @Override
    public int size() {
        return TransformCodec.SCHEMA.fields().size();
    }

    @Override
    public Set<Map.Entry<String, Value>> entrySet() {
        return all().sequencedEntrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransformFields f
                ? parent == f.parent && Arrays.equals(numbers, f.numbers)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
