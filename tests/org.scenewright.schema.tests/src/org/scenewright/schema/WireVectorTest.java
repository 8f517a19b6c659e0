// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Core components byte for byte as the SDK writes them. */
class WireVectorTest {
    private static final ComponentTypes TYPES = CoreComponents.load();

    static Stream<List<String>> core() {
        return Vectors.read("core-vectors.tsv").stream();
    }

    static Stream<List<String>> sdk() {
        return Vectors.read("sdk-vectors.tsv").stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource({"core", "sdk"})
    void bytesAreThoseOfTheSdk(List<String> row) {
        var codec = TYPES.find(row.get(0)).orElseThrow().codec();
        assertEquals(row.get(2), hex(codec.toBytes(ValueJson.parse(row.get(1)))));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("core")
    void valuesAreThoseOfTheSdkInTheSameOrder(List<String> row) {
        var codec = TYPES.find(row.get(0)).orElseThrow().codec();
        assertEquals(
                row.get(1), ValueJson.print(codec.fromBytes(HexFormat.of().parseHex(row.get(2)))));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("sdk")
    void whatWasReadIsWrittenTheSameWay(List<String> row) {
        var codec = TYPES.find(row.get(0)).orElseThrow().codec();
        byte[] bytes = HexFormat.of().parseHex(row.get(2));
        assertEquals(row.get(2), hex(codec.toBytes(codec.fromBytes(bytes))));
    }

    @Test
    void everyCoreComponentHasVectors() {
        var named = core().map(List::getFirst).distinct().toList();
        var known =
                TYPES.all().stream().map(ComponentType::name).filter(n -> n.startsWith("core::"));
        assertEquals(List.of(), known.filter(n -> !named.contains(n)).toList());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
