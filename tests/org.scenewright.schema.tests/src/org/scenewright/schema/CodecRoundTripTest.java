// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Values, JSON and bytes of every component, made at random from its schema. */
class CodecRoundTripTest {
    private static final int ROUNDS = 50;

    private static final ComponentTypes TYPES = CoreComponents.load();

    static Stream<String> types() {
        return TYPES.all().stream().map(ComponentType::name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesComeBackFromTheirBytes(String name) {
        var type = TYPES.find(name).orElseThrow();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var value = new RandomValues(seed).of(type.schema());
            assertEquals(
                    value, type.codec().fromBytes(type.codec().toBytes(value)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesComeBackFromTheirJson(String name) {
        var type = TYPES.find(name).orElseThrow();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var value = new RandomValues(seed).of(type.schema());
            assertEquals(value, ValueJson.parse(ValueJson.print(value)), "seed " + seed);
            assertEquals(value, ValueJson.read(ValueJson.write(value)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theOrderOfFieldsInAValueDoesNotReachTheBytes(String name) {
        var type = TYPES.find(name).orElseThrow();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var value = new RandomValues(seed).of(type.schema());
            assertArrayEquals(
                    type.codec().toBytes(value),
                    type.codec().toBytes(reversed(value)),
                    "seed " + seed);
        }
    }

    private static Value reversed(Value value) {
        return value instanceof Value.Fields(var fields)
                ? new Value.Fields(fields.reversed())
                : value;
    }
}
