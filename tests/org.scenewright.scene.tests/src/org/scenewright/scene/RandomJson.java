// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** A JSON text of random content in a random style, with the place of each scalar in it. */
final class RandomJson {
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "1.50",
                    "1e2",
                    "-12.5E-1",
                    "3.0",
                    "0.1",
                    "123456789012345678901",
                    "7");
    private static final List<String> TEXTS =
            List.of("\"\"", "\"a\"", "\"\\u0061\\/\"", "\"{[,:\\\"\"", "\"é😀\"", "\"x y\"");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Scalar> scalars = new ArrayList<>();
    private final String newline;
    private final String unit;
    private final String colon;
    private final boolean ragged;

    /** A scalar of the text. */
    record Scalar(FieldPath path, int from, int to) {}

    RandomJson(long seed) {
        random = new Random(seed);
        newline = pick(List.of("", "\n", "\r\n", "\n"));
        unit = pick(List.of("  ", "\t", "    ", ""));
        colon = pick(List.of(":", ": ", " : "));
        ragged = random.nextInt(3) == 0;
        struct(FieldPath.WHOLE, 0);
        text.append(pick(List.of("", "\n", "  ")));
    }

    String text() {
        return text.toString();
    }

    List<Scalar> scalars() {
        return scalars;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void any(FieldPath path, int level) {
        int kind = level > 4 ? 9 : random.nextInt(10);
        if (kind < 3) {
            struct(path, level);
        } else if (kind < 5) {
            list(path, level);
        } else {
            int from = text.length();
            text.append(pick(kind < 8 ? NUMBERS : List.of("true", "null", pick(TEXTS))));
            scalars.add(new Scalar(path, from, text.length()));
        }
    }

    private void line(int level) {
        if (ragged && random.nextInt(4) == 0) {
            text.append(pick(List.of(" ", "\n", "\t", "")));
        } else if (!newline.isEmpty()) {
            text.append(newline).append(unit.repeat(level));
        }
    }

    private void struct(FieldPath path, int level) {
        int size = random.nextInt(6);
        text.append('{');
        for (int i = 0; i < size; i++) {
            line(level + 1);
            String key = "k" + i;
            text.append('"').append(key).append('"').append(colon);
            any(path.child(key), level + 1);
            text.append(i < size - 1 ? "," : "");
        }
        if (size > 0) {
            line(level);
        }
        text.append('}');
    }

    private void list(FieldPath path, int level) {
        int size = random.nextInt(5);
        text.append('[');
        for (int i = 0; i < size; i++) {
            line(level + 1);
            any(path.child(i), level + 1);
            text.append(i < size - 1 ? "," : "");
        }
        if (size > 0) {
            line(level);
        }
        text.append(']');
    }

    /** Some value to put somewhere. */
    static Value value(Random random, int level) {
        return switch (random.nextInt(level > 2 ? 3 : 5)) {
            case 0 -> Value.of(random.nextInt(1000) / 8.0);
            case 1 -> Value.of("new " + random.nextInt(10));
            case 2 -> Value.of(random.nextBoolean());
            case 3 -> Value.of(List.of(value(random, level + 1), value(random, level + 1)));
            default -> {
                var fields = new LinkedHashMap<String, Value>();
                fields.put("n" + random.nextInt(3), value(random, level + 1));
                fields.put("m", value(random, level + 1));
                yield new Value.Fields(fields);
            }
        };
    }
}
