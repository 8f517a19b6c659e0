// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.schema.ValueJson;

/** What has no known shape is typed as JSON, and what is no JSON is not lost. */
class SheetJsonTest extends SheetOnScene {

    /** A component that both have. */
    private void giveToLamp(String json) {
        set(LAMP, "my::Thing", "extra", ValueJson.parse(json));
    }

    private String explained() {
        return String.valueOf(field(Text.class, "extra").getToolTipText());
    }

    @Test
    void jsonIsWritten() {
        show(BOX);
        type("extra", "{\"n\":2}");
        pumpUntil(BOX, "my::Thing", "extra", "{\"n\":2}");
        assertEquals("JSON", explained());
    }

    @Test
    void whatIsNoJsonWaitsWhereItWasTyped() {
        giveToLamp("[7]");
        show(BOX);
        begin("extra", "{\"n\":2,");
        show(LAMP);
        assertEquals("[7]", shown("extra"));
        assertEquals("JSON", explained());
        show(BOX);
        assertEquals("{\"n\":2,", shown("extra"));
        assertTrue(explained().startsWith("Thing \u203a Extra is not JSON: "), explained());
        assertEquals("{\"n\":1}", value(BOX, "my::Thing", "extra"));
        type("extra", "{\"n\":2}");
        pumpUntil(BOX, "my::Thing", "extra", "{\"n\":2}");
        assertEquals("JSON", explained());
    }

    @Test
    void whatIsNoJsonWaitsInASectionThatVanishes() {
        show(BOX);
        begin("extra", "{\"n\":2,");
        show(LAMP);
        show(BOX);
        assertEquals("{\"n\":2,", shown("extra"));
    }

    @Test
    void whatIsNoJsonAndIsLeftIsTold() {
        giveToLamp("[7]");
        show(BOX);
        begin("extra", "{\"n\":2,");
        show(LAMP);
        pump(() -> messages.getLast().startsWith("Not changed: Thing \u203a Extra is not JSON: "));
    }

    @Test
    void escapeTakesBackWhatIsNoJson() {
        show(BOX);
        var text = begin("extra", "{\"n\":2,");
        text.notifyListeners(SWT.FocusOut, new Event());
        assertEquals("{\"n\":2,", shown("extra"));
        var key = new Event();
        key.keyCode = SWT.ESC;
        text.notifyListeners(SWT.KeyDown, key);
        assertEquals("{\"n\":1}", shown("extra"));
        assertEquals("JSON", explained());
    }

    @Test
    void aNewValueTakesThePlaceOfWhatIsNoJson() {
        show(BOX);
        begin("extra", "{\"n\":2,");
        show(LAMP);
        set(BOX, "my::Thing", "extra", ValueJson.parse("{\"n\":5}"));
        show(BOX);
        assertEquals("{\"n\":5}", shown("extra"));
    }
}
