// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever the bytes, a codec answers with a value or a SchemaException, and soon. */
class HostileBytesTest {
    private static final int ROUNDS = 300;

    private static final ComponentTypes TYPES = CoreComponents.load();

    static Stream<String> types() {
        return TYPES.all().stream().map(ComponentType::name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void randomBytesDoNoHarm(String name) {
        var type = TYPES.find(name).orElseThrow();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new RandomValues(seed);
            check(type, random.bytes(random.below(200)));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void truncatedAndChangedBytesDoNoHarm(String name) {
        var type = TYPES.find(name).orElseThrow();
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new RandomValues(seed);
            byte[] bytes = type.codec().toBytes(random.of(type.schema()));
            check(type, Arrays.copyOf(bytes, random.below(bytes.length + 1)));
            if (bytes.length > 0) {
                bytes[random.below(bytes.length)] ^= (byte) (1 << random.below(8));
                check(type, bytes);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void randomValuesOfOtherComponentsDoNoHarm(String name) {
        var type = TYPES.find(name).orElseThrow();
        var others = List.copyOf(TYPES.all());
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new RandomValues(seed);
            var value = random.of(others.get(random.below(others.size())).schema());
            try {
                type.codec().toBytes(value);
            } catch (SchemaException expected) {
                assertEquals(false, expected.getMessage().isEmpty());
            }
        }
    }

    @Test
    void manySiblingsAreNotDeep() {
        var schema = new Schema.Items(new Schema.Struct(List.of()));
        var codec = JsonSchemas.codec(schema);
        assertEquals(300, codec.fromBytes(new byte[] {44, 1, 0, 0}).items("").size());
        byte[] states = new byte[600];
        for (int i = 0; i < states.length; i += 2) {
            states[i] = 0x0A;
        }
        var animator = TYPES.find("core::Animator").orElseThrow().codec();
        assertEquals(300, animator.fromBytes(states).items("states").size());
    }

    @Test
    void aLieAboutTheNumberOfItemsCostsNothing() {
        checkRefused(
                new Schema.Items(new Schema.Flag()),
                "the bytes end too early",
                0xFF,
                0xFF,
                0xFF,
                0xFF);
        checkRefused(
                new Schema.Items(new Schema.Struct(List.of())),
                "more than 4194304 values",
                0xFF,
                0xFF,
                0xFF,
                0xFF);
    }

    @Test
    void aLieAboutTheLengthOfATextCostsNothing() {
        checkRefused(
                new Schema.Text(Schema.TextUse.PLAIN),
                "a text of 4294967295 bytes where 1 are left",
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                'a');
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        checkRefused(
                new Schema.Text(Schema.TextUse.PLAIN),
                "a text is no valid UTF-8",
                1,
                0,
                0,
                0,
                0xC0);
    }

    @Test
    void bytesThatAreLeftOverAreRefused() {
        checkRefused(new Schema.Flag(), "1 bytes are left over", 1, 1);
    }

    @Test
    void aCaseThatDoesNotExistIsRefused() {
        checkRefused(new Schema.OneOf(List.of(), true), "case 200 of 0", 200);
    }

    @Test
    void aTransformHas44Bytes() {
        var codec = TYPES.find("core::Transform").orElseThrow().codec();
        assertThrows(SchemaException.class, () -> codec.fromBytes(new byte[43]));
        assertThrows(SchemaException.class, () -> codec.fromBytes(new byte[45]));
    }

    @Test
    void endlessGroupsDoNotExhaustTheStack() {
        byte[] groups = new byte[1 << 20];
        Arrays.fill(groups, (byte) 0x7B);
        check(TYPES.find("core::Material").orElseThrow(), groups);
    }

    /** What can be read can be written, and is the same then. */
    private static void check(ComponentType type, byte[] bytes) {
        read(type, bytes)
                .ifPresent(
                        value ->
                                assertEquals(
                                        Optional.of(value),
                                        read(type, type.codec().toBytes(value))));
    }

    private static Optional<Value> read(ComponentType type, byte[] bytes) {
        try {
            return Optional.of(type.codec().fromBytes(bytes));
        } catch (SchemaException expected) {
            assertEquals(false, expected.getMessage().isEmpty());
            return Optional.empty();
        }
    }

    private static void checkRefused(Schema schema, String message, int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        var codec = JsonSchemas.codec(schema);
        assertEquals(
                message,
                assertThrows(SchemaException.class, () -> codec.fromBytes(raw)).getMessage());
    }
}
