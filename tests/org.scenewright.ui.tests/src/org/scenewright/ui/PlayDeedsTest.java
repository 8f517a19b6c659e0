// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

/** Which addresses scenes may ask to open. */
class PlayDeedsTest {

    private static void check(String expected, String address) {
        assertEquals(expected, PlayDeeds.web(address).map(URI::toASCIIString).orElse("refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org", "HTTP://example.org:8080/a?b=c#d", "https://[::1]/a"})
    void addressesOfTheWebAreOpened(String address) {
        check(address, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https:example.org",
                "https:///a",
                "https://a b"
            })
    void nothingElseIs(String address) {
        check("refused", address);
    }

    @Test
    void anAddressThatLooksLikeAnotherIsNot() {
        check("refused", "https://example.org@elsewhere.test/");
        check("refused", "https://ex\u0430mple.org/");
        check("refused", "https://" + "example.org.".repeat(10) + "test/");
    }

    @Test
    void lettersThatTurnTheOthersRoundAreSeenAsSuch() {
        check("https://example.org/%E2%80%AEa", "https://example.org/\u202ea");
    }
}
