// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Colours by which people are told apart. */
final class ColoursTest {
    private static final int MAGENTA = 0xDC3AEC;
    private static final int GREEN = 0x0FB129;
    private static final int ORANGE = 0xF36717;

    private static double distance(int one, int other) {
        return Colours.Shade.of(one).distance(Colours.Shade.of(other));
    }

    private static double closest(Collection<Integer> colours) {
        return colours.stream()
                .flatMap(
                        one ->
                                colours.stream()
                                        .filter(c -> !c.equals(one))
                                        .map(c -> distance(one, c)))
                .min(Double::compare)
                .orElseThrow();
    }

    private static Map<String, Integer> crowd(int number, int colour) {
        var all = new TreeMap<String, Integer>();
        IntStream.range(0, number).forEach(i -> all.put("0x%02x".formatted(i), colour));
        return all;
    }

    /** As WCAG 2 nearly has it: how far a colour stands out from a grey, from 1 to 21. */
    private static double contrast(int colour, double grey) {
        double light =
                0.2126 * part(colour >> 16) + 0.7152 * part(colour >> 8) + 0.0722 * part(colour);
        return (Math.max(light, grey) + 0.05) / (Math.min(light, grey) + 0.05);
    }

    private static double part(int channel) {
        return Math.pow((channel & 0xFF) / 255.0, 2.2);
    }

    @Test
    void allAreFarFromEachOtherAndStandOutFromLightAndDark() {
        assertTrue(closest(Colours.ALL) > 0.12, () -> "" + closest(Colours.ALL));
        for (int colour : Colours.ALL) {
            assertTrue(contrast(colour, 1) > 2.8, () -> Integer.toHexString(colour) + " on white");
            assertTrue(
                    contrast(colour, 0.03) > 2.8, () -> Integer.toHexString(colour) + " on dark");
        }
    }

    @Test
    void whoComesAgainHasTheSameAndMostAreUsed() {
        assertEquals(Colours.of("0xa"), Colours.of("0xa"));
        var used = new HashSet<Integer>();
        IntStream.range(0, 200).forEach(i -> used.add(Colours.of("0x%040x".formatted(i * 7919))));
        assertEquals(new HashSet<>(Colours.ALL), used);
    }

    @Test
    void whoWantsWhatNobodyElseWantsHasIt() {
        var wanted = Map.of("0xa", GREEN, "0xb", ORANGE, "0xc", MAGENTA);
        assertEquals(wanted, Colours.apart(wanted));
    }

    @Test
    void whatNoThemeCanShowIsShownAsTheNearest() {
        assertEquals(Map.of("0xa", MAGENTA), Colours.apart(Map.of("0xa", 0xFF00FF)));
    }

    @Test
    void ofTwoWhoWantTheSameTheFirstByAddressHasIt() {
        var given = Colours.apart(Map.of("0xb", MAGENTA, "0xa", MAGENTA, "0xc", GREEN));
        assertEquals(MAGENTA, given.get("0xa"));
        assertEquals(GREEN, given.get("0xc"));
        assertTrue(closest(given.values()) > 0.2);
    }

    /** Somebody comes to two who have what they wanted. */
    private static Map<String, Integer> givenOnceThereIs(String newcomer, int wanted) {
        var all = new TreeMap<>(Map.of("0xb", GREEN, "0xc", ORANGE));
        all.put(newcomer, wanted);
        return Colours.apart(all);
    }

    @Test
    void whoComesLaterAndByTheirAddressDisturbsNobody() {
        for (int wanted : Colours.ALL) {
            var given = givenOnceThereIs("0xd", wanted);
            assertEquals(GREEN, given.get("0xb"));
            assertEquals(ORANGE, given.get("0xc"));
        }
    }

    @Test
    void whoComesLaterAndIsFirstByAddressTakesTheirsFromOneAtMost() {
        for (int wanted : Colours.ALL) {
            var given = givenOnceThereIs("0xa", wanted);
            assertEquals(wanted, given.get("0xa"));
            assertEquals(wanted != GREEN, given.get("0xb") == GREEN);
            assertEquals(wanted != ORANGE, given.get("0xc") == ORANGE);
        }
    }

    @Test
    void asManyAsThereAreColoursHaveDifferentOnes() {
        var given = Colours.apart(crowd(Colours.ALL.size(), GREEN));
        assertEquals(Colours.ALL.size(), new HashSet<>(given.values()).size());
    }

    @Test
    void aCrowdUsesAllAlike() {
        var given = Colours.apart(crowd(5 * Colours.ALL.size(), GREEN));
        for (int colour : Colours.ALL) {
            assertEquals(5, given.values().stream().filter(c -> c == colour).count());
        }
    }
}
