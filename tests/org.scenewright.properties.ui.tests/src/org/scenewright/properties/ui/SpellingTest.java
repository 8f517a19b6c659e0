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
    void fieldNamesBecomeWords() {
        assertEquals("Albedo Color", Slot.title("albedoColor"));
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
