// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class AssetTransferTest {
    private static final AssetTransfer TRANSFER = AssetTransfer.instance();

    private static void check(String payload, String... ids) {
        var bytes = payload.getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(ids), AssetTransfer.decoded(bytes));
    }

    @Test
    void idsTravelAsLinesOfUtf8() {
        assertEquals(
                "palm\nBäume/2",
                new String(AssetTransfer.encoded("palm", "Bäume/2"), StandardCharsets.UTF_8));
        check("palm\nBäume/2", "palm", "Bäume/2");
    }

    @Test
    void anAssetIsNamedOnce() {
        check("palm\nrock\npalm\n", "palm", "rock");
    }

    @Test
    void aPayloadThatNamesNothingHoldsNothing() {
        check("");
        check("\n\n");
    }

    @Test
    void aPayloadWithControlCharactersHoldsNothing() {
        check("palm\nro\u0000ck");
    }

    @Test
    void aHugePayloadHoldsNothing() {
        check("palm\n".repeat(AssetTransfer.MOST_BYTES));
        check("p".repeat(513));
        check(String.join("\n", many(AssetTransfer.MOST_ASSETS + 1)));
    }

    @Test
    void asManyAsAreAllowedTravel() {
        var ids = many(AssetTransfer.MOST_ASSETS);
        check(String.join("\n", ids), ids);
        assertTrue(TRANSFER.validate(ids));
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i).toArray(String[]::new);
    }

    @Test
    void whatWouldNotArriveAsItIsIsNotOffered() {
        Stream.of(new String[] {}, new String[] {""}, new String[] {"a\nb"}, "palm", 1)
                .forEach(data -> assertFalse(TRANSFER.validate(data), () -> "offers " + data));
    }
}
