// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What is known of many who come and go. */
class ByAddressTest {
    private final ByAddress<Integer> known = new ByAddress<>();

    private void check(Optional<Integer> wanted, String address) {
        assertEquals(wanted, known.find(address));
    }

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            known.put("other" + i, i);
        }
    }

    @Test
    void theLastThatWasSaidIsKnown() {
        check(Optional.empty(), "ann");
        known.put("ann", 1);
        known.put("ann", 2);
        check(Optional.of(2), "ann");
    }

    @Test
    void ofTooManyTheOneIsForgottenThatWasSilentForLongest() {
        known.put("ann", 1);
        known.put("bob", 2);
        others(ByAddress.MOST - 2);
        known.put("ann", 3);
        known.put("zoe", 4);
        check(Optional.of(3), "ann");
        check(Optional.empty(), "bob");
        check(Optional.of(4), "zoe");
        check(Optional.of(0), "other0");
    }

    @Test
    void toBeAskedAboutIsNotToSayAnything() {
        known.put("ann", 1);
        others(ByAddress.MOST - 1);
        check(Optional.of(1), "ann");
        known.put("zoe", 2);
        check(Optional.empty(), "ann");
    }
}
