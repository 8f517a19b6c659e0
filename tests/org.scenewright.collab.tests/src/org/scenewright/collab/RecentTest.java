// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What is known of many who come and go. */
class RecentTest {
    private final Recent<Integer> recent = new Recent<>();

    private void check(Optional<Integer> wanted, String address) {
        assertEquals(wanted, recent.find(address));
    }

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            recent.put("other" + i, i);
        }
    }

    @Test
    void theLastThatWasSaidIsKnown() {
        check(Optional.empty(), "ann");
        recent.put("ann", 1);
        recent.put("ann", 2);
        check(Optional.of(2), "ann");
    }

    @Test
    void ofTooManyTheOneIsForgottenThatWasSilentForLongest() {
        recent.put("ann", 1);
        recent.put("bob", 2);
        others(Recent.MOST - 2);
        recent.put("ann", 3);
        recent.put("zoe", 4);
        check(Optional.of(3), "ann");
        check(Optional.empty(), "bob");
        check(Optional.of(4), "zoe");
        check(Optional.of(0), "other0");
    }

    @Test
    void toBeAskedAboutIsNotToSayAnything() {
        recent.put("ann", 1);
        others(Recent.MOST - 1);
        check(Optional.of(1), "ann");
        recent.put("zoe", 2);
        check(Optional.empty(), "ann");
    }
}
