// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.schema.Value;

/** Fields that may be absent and are of one row. */
class SheetOptionalTest extends SheetOnScene {
    private static final String OPTIONAL =
            """
            {"version":1,"components":[
            {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}},"513":{"json":{"value":"Lamp"}}}},
            {"name":"my::Pirate","jsonSchema":{"type":"object","properties":{
            "armed":{"type":"boolean","serializationType":"boolean"},
            "respawn":{"type":"number","serializationType":"optional","optionalJsonSchema":{"type":"number","serializationType":"float32"}},
            "nick":{"type":"string","serializationType":"optional","optionalJsonSchema":{"type":"string","serializationType":"utf8-string"}}
            },"serializationType":"map"},
            "data":{"512":{"json":{"armed":true}},"513":{"json":{"armed":true,"respawn":0,"nick":""}}}}
            ]}\
            """;

    @Override
    String composite() {
        return OPTIONAL;
    }

    private Button check(String path) {
        return all(shell)
                .filter(c -> path.equals(c.getData("optional")))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void click(String path) {
        check(path).setSelection(!check(path).getSelection());
        check(path).notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void whatIsNotThereHasAnEmptyCheckBoxAndNothingElse() {
        show(BOX);
        assertFalse(check("respawn").getSelection());
        assertFalse(hasField("respawn"));
        assertFalse(check("nick").getSelection());
        assertFalse(hasField("nick"));
    }

    @Test
    void whatIsThereIsShownBesideItsCheckBox() {
        show(LAMP);
        assertTrue(check("respawn").getSelection());
        assertEquals("0", shown("respawn"));
        assertTrue(field(Text.class, "respawn").getSize().x > 50);
        assertTrue(check("nick").getSelection());
        assertEquals("", shown("nick"));
    }

    @Test
    void aClickSetsAndAnotherTakesAway() {
        show(BOX);
        click("respawn");
        pumpUntil(BOX, "my::Pirate", "respawn", "0");
        pump(() -> hasField("respawn"));
        settle();
        assertTrue(field(Text.class, "respawn").getSize().x > 50);
        type("respawn", "2.5");
        pumpUntil(BOX, "my::Pirate", "respawn", "2.5");
        click("respawn");
        pump(() -> value(BOX, "my::Pirate", "respawn").equals("nothing"));
        pump(() -> !hasField("respawn"));
    }

    @Test
    void whatComesFromElsewhereIsShown() {
        show(BOX);
        set(BOX, "my::Pirate", "respawn", Value.of(7));
        pump(() -> hasField("respawn"));
        assertEquals("7", shown("respawn"));
        assertTrue(check("respawn").getSelection());
    }

    @Test
    void theSignStandsBeforeTheLabelAndTakesAway() {
        show(LAMP);
        var mark = Mark.of(field(Text.class, "respawn")).orElseThrow();
        assertEquals("Respawn", mark.label().getText());
        assertTrue(mark.differs());
        type("respawn", "much");
        begin("respawn", "much");
        assertTrue(mark.wrong().isPresent());
        mark.reset();
        pump(() -> !hasField("respawn"));
        assertEquals("nothing", value(LAMP, "my::Pirate", "respawn"));
    }

    @Test
    void checkBoxesKeepTheLookOfThePlatform() {
        show(LAMP);
        assertEquals(true, field(Button.class, "armed").getData("org.eclipse.e4.ui.css.disabled"));
        assertEquals(true, check("respawn").getData("org.eclipse.e4.ui.css.disabled"));
    }
}
