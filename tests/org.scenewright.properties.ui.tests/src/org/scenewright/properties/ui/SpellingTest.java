// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

class SpellingTest {

    @Test
    void wholeNumbersHaveNoPoint() {
        assertEquals("16000", NumberBox.spell(16000));
    }

    @Test
    void singlePrecisionDustIsNotShown() {
        assertEquals("0.1", NumberBox.spell((float) 0.1));
    }

    @Test
    void smallNumbersKeepTheirDigits() {
        assertEquals("0.00001234", NumberBox.spell(0.00001234));
    }

    @Test
    void tinyNumbersAreNotTakenForOthersWhenCut() {
        assertEquals("\u22480", NumberBox.spell(-2.220446049250313e-16));
        assertEquals("1.2e-7", NumberBox.spell(0.0000001234));
        assertEquals("-2.220446e-16", NumberBox.exact(-2.220446049250313e-16));
    }

    @Test
    void largeWholeNumbersKeepAllDigits() {
        assertEquals("9007199254740991", NumberBox.spell(9007199254740991.0));
        assertEquals("-9007199254740991", NumberBox.spell(-9007199254740991.0));
    }

    @Test
    void allDigitsAreThoseThatTheFileHas() {
        assertEquals("0.123456789012", NumberBox.exact(0.123456789012));
        assertEquals("0.1", NumberBox.exact((float) 0.1));
        assertEquals("123.456", NumberBox.exact((float) 123.456));
    }

    @Test
    void aStepFromALargeNumberChangesNothingElse() {
        assertEquals(9007199254740991.0, NumberBox.clean(9007199254740991.0));
    }

    @Test
    void enumNamesBecomeWords() {
        assertEquals("Alpha test", ChoiceField.words("MTM_ALPHA_TEST"));
    }

    @Test
    void textOptionsBecomeWords() {
        assertEquals("On click", ChoiceField.words("on_click"));
    }

    @Test
    void hexadecimalColoursAreRead() {
        assertEquals(OptionalInt.of(0x336699), ColorField.parse("#369"));
    }

    @Test
    void otherWordsAreNoColour() {
        assertEquals(OptionalInt.empty(), ColorField.parse("reddish"));
    }
}
