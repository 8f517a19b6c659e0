// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.runtime.InputAction;
import org.scenewright.runtime.PointerOffer;

/** What is said beside the pointer of what it can do in a running scene. */
class PlayTipTest {

    private static void check(InputAction action, String text, String expected) {
        assertEquals(expected, PlayTip.line(new PointerOffer(action, text)));
    }

    @Test
    void aButtonOfTheMouseIsAClick() {
        check(InputAction.POINTER, "Open", "Click  Open");
        check(InputAction.ANY, "Open", "Click  Open");
    }

    @Test
    void otherActionsAreTheirKeys() {
        check(InputAction.PRIMARY, "Open", "E  Open");
        check(InputAction.ACTION_3, "Open", "1  Open");
    }

    @Test
    void wordsOfAScenePartNoLines() {
        check(InputAction.PRIMARY, " Open\r\n\tthe door\u0000 ", "E  Open the door");
    }

    @Test
    void noWordsAreTheKeyAlone() {
        check(InputAction.PRIMARY, " \n ", "E");
    }

    @Test
    void longWordsAreCut() {
        check(InputAction.PRIMARY, "x".repeat(10_000), "E  " + "x".repeat(60) + "\u2026");
    }
}
