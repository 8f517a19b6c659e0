// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** Makes values that fit a schema, the same ones for the same seed. */
final class RandomValues {
    private static final List<String> TEXTS =
            List.of("", "a", "Hé€😀", "assets/a b.glb", "\"quoted\"\n", "日本語");

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    Value of(Schema schema) {
        return switch (schema) {
            case Schema.Flag f -> Value.of(random.nextBoolean());
            case Schema.Number(var kind, var unit) -> Value.of(number(kind));
            case Schema.Text t -> Value.of(TEXTS.get(random.nextInt(TEXTS.size())));
            case Schema.Choice(var options) -> options.get(random.nextInt(options.size())).value();
            case Schema.Mask m -> Value.of(random.nextInt(1 << 16));
            case Schema.Vector(var kind) -> vector(kind);
            case Schema.EntityReference e -> Value.of(random.nextInt(1 << 20));
            case Schema.Items(var element) -> items(element);
            case Schema.Struct(var fields) -> struct(fields);
            case Schema.OneOf oneOf when oneOf.boxed() && random.nextInt(4) == 0 -> Value.EMPTY;
            case Schema.OneOf oneOf -> {
                var chosen = oneOf.cases().get(random.nextInt(oneOf.cases().size()));
                yield oneOf.choose(chosen, of(chosen.schema()));
            }
            case Schema.Maybe(var inner) -> of(inner);
            case Schema.Opaque o -> Value.EMPTY;
        };
    }

    private double number(Schema.NumberKind kind) {
        return switch (kind) {
            case INT8 -> random.nextInt(256) - 128;
            case INT16 -> random.nextInt(1 << 16) - (1 << 15);
            case INT32 -> random.nextInt();
            case UINT32 -> random.nextInt() & 0xFFFFFFFFL;
            case INT64 -> random.nextLong() >> 11;
            case UINT64 -> random.nextLong() >>> 11;
            case FLOAT32, FLOAT64 -> random.nextInt(2000) / 8.0 - 100;
        };
    }

    private Value vector(Schema.VectorKind kind) {
        var parts = new LinkedHashMap<String, Value>();
        kind.parts().forEach(part -> parts.put(part, Value.of(number(Schema.NumberKind.FLOAT32))));
        return new Value.Fields(parts);
    }

    private Value items(Schema element) {
        var items = new ArrayList<Value>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(of(element));
        }
        return new Value.Items(items);
    }

    private Value struct(List<Schema.Field> fields) {
        var values = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            boolean mayMiss =
                    field.schema() instanceof Schema.Maybe || isCoreChoice(field.schema());
            if (!mayMiss || random.nextInt(3) > 0) {
                values.put(field.name(), of(field.schema()));
            }
        }
        return new Value.Fields(values);
    }

    /**
     * Core components leave a choice out that was not made, custom ones write it as an empty
     * struct.
     */
    private static boolean isCoreChoice(Schema schema) {
        return schema instanceof Schema.OneOf oneOf && !oneOf.boxed();
    }

    /** Bytes without any sense. */
    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
