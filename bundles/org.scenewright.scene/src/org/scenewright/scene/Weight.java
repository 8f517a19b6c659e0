// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Collection;
import java.util.Optional;

/** About how many bytes of memory things take that others make this replica keep. */
final class Weight {
    private static final int OBJECT = 24;
    private static final int TEXT = 48;
    private static final int ENTRY = 48;

    private Weight() {}

    static long of(Optional<Value> value) {
        return value.map(Weight::of).orElse(0L);
    }

    static long of(Value value) {
        return switch (value) {
            case Value.Flag f -> OBJECT;
            case Value.Num n -> OBJECT;
            case Value.Nothing n -> OBJECT;
            case Value.Text(var text) -> of(text);
            case Value.Items(var items) ->
                    2 * OBJECT + items.stream().mapToLong(item -> 8 + of(item)).sum();
            case Value.Fields(var fields) -> sum(fields.values());
        };
    }

    private static long sum(Collection<Value> fields) {
        long sum = 3 * OBJECT;
        for (var field : fields) {
            sum += ENTRY + of(field);
        }
        return sum;
    }

    static long of(String text) {
        return TEXT + 2L * text.length();
    }

    static long of(FieldPath path) {
        return 2 * OBJECT + path.steps().stream().mapToLong(Weight::of).sum();
    }

    static long of(VersionVector seen) {
        return 2 * OBJECT
                + seen.last().keySet().stream()
                        .mapToLong(author -> ENTRY + 2 * OBJECT + of(author.address()))
                        .sum();
    }
}
