// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

/** Numbers of 64 bits that are the same for values that are equal, in every process. */
final class ValueHash {
    // Odd numbers without a pattern, from the fractions of the golden ratio and of square roots.
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long TEXT = 0xBB67AE8584CAA73BL;
    private static final long ITEMS = 0x3C6EF372FE94F82BL;
    private static final long FIELDS = 0xA54FF53A5F1D36F1L;
    private static final long NUMBER = 0x510E527FADE682D1L;

    private ValueHash() {}

    /** A number of which every bit depends on every bit of another one. */
    static long mix(long number) {
        long mixed = number * STEP;
        mixed = (mixed ^ mixed >>> 32) * FIELDS;
        mixed = (mixed ^ mixed >>> 29) * TEXT;
        return mixed ^ mixed >>> 32;
    }

    static long of(Value value) {
        return switch (value) {
            case Value.Nothing n -> 1;
            case Value.Flag(var on) -> on ? 3 : 2;
            case Value.Num(var number) -> mix(NUMBER + bits(number));
            case Value.Text(var text) -> of(text);
            case Value.Items(var items) -> {
                long hash = ITEMS;
                for (var item : items) {
                    hash = mix(hash + of(item)) + STEP;
                }
                yield hash;
            }
            case Value.Fields(var fields) -> {
                long sum = FIELDS;
                // Their order tells nothing.
                for (var field : fields.entrySet()) {
                    sum += mix(of(field.getKey()) ^ Long.rotateLeft(of(field.getValue()), 17));
                }
                yield sum;
            }
        };
    }

    // JSON does not tell 0 and -0 apart.
    private static long bits(double number) {
        return Double.doubleToLongBits(number == 0 ? 0 : number);
    }

    static long of(String text) {
        long hash = TEXT;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash + text.charAt(i)) * STEP;
            hash ^= hash >>> 31;
        }
        return mix(hash);
    }

    static long of(OrderKey key) {
        return mix(of(key.fine()) + key.position());
    }

    static long of(long[] numbers) {
        long hash = 0;
        for (long number : numbers) {
            hash = mix(hash + number) + STEP;
        }
        return hash;
    }
}
