// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.scenewright.schema.Value;

/** What files hold that does not fit its schema: shown as it is, marked, and kept. */
class SheetMisfitTest extends SheetOnScene {
    private static final String MISFITS =
            """
            {"version":1,"components":[
            {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}},"513":{"json":{"value":"Lamp"}}}},
            {"name":"core::MeshRenderer","data":{"512":{"json":{"mesh":{"$case":"torus","torus":{}}}}}},
            {"name":"my::Odd","jsonSchema":{"type":"object","properties":{
            "speed":{"type":"number","serializationType":"float32"},
            "word":{"type":"string","serializationType":"utf8-string"},
            "on":{"type":"boolean","serializationType":"boolean"},
            "tint":{"type":"object","serializationType":"color4"},
            "good":{"type":"number","serializationType":"float32"},
            "mood":{"type":"string","serializationType":"enum-string","enum":["calm","wild"],"default":"calm"},
            "tags":{"type":"array","items":{"type":"string","serializationType":"utf8-string"},"serializationType":"array"},
            "words":{"type":"array","items":{"type":"string","serializationType":"utf8-string"},"serializationType":"array"},
            "target":{"type":"integer","serializationType":"entity"}},"serializationType":"map"},
            "data":{
            "512":{"json":{"speed":"fast","word":7,"words":["a",5],"on":"yes","tint":"red","good":1,"mood":"sad","tags":"none","target":"Lamp"}},
            "513":{"json":{"born":7,"speed":1,"word":"","on":true,"tint":{"r":1,"g":1,"b":1,"a":1},"good":1,"mood":"wild","tags":[],"target":0}}}}
            ]}\
            """;

    @Override
    String composite() {
        return MISFITS;
    }

    private Mark mark(String text) {
        return all(shell)
                .filter(c -> c instanceof Label l && text.equals(l.getText()))
                .findFirst()
                .flatMap(Mark::of)
                .orElseThrow();
    }

    private void marked(String label, String reason) {
        show(BOX);
        var wrong = mark(label).wrong().orElse("nothing");
        assertTrue(wrong.startsWith(reason), wrong);
        assertTrue(mark(label).label().getToolTipText().contains(reason));
    }

    @Test
    void aTextWhereANumberBelongsIsMarkedAndShownAsItIs() {
        marked("Speed", "Odd \u203a Speed must be a number\nIt is \"fast\"");
        assertEquals("\"fast\"", shown("speed"));
    }

    @Test
    void aNumberWhereATextBelongsIsMarkedAndShownAsItIs() {
        marked("Word", "Odd \u203a Word must be a text");
        assertEquals("7", shown("word"));
    }

    @Test
    void aTextWhereATruthValueBelongsIsMarkedAndShownAsItIs() {
        marked("On", "Odd \u203a On must be true or false");
        assertEquals("\"yes\"", field(Button.class, "on").getText());
        assertTrue(field(Button.class, "on").getGrayed());
    }

    @Test
    void aTextWhereAColourBelongsIsMarkedAndShownAsItIs() {
        marked("Tint", "Odd \u203a Tint must have named fields");
        assertEquals("\"red\"", shown("tint"));
    }

    @Test
    void aTextWhereAListBelongsIsMarked() {
        marked("Tags", "Odd \u203a Tags must be a list");
    }

    @Test
    void aTextWhereAnEntityBelongsIsMarkedAndShownAsItIs() {
        marked("Target", "Odd \u203a Target must be a number");
        assertEquals("\"Lamp\"", field(Button.class, "target").getText());
    }

    @Test
    void aValueThatAnEnumDoesNotKnowIsMarkedAndShownAsItIs() {
        marked("Mood", "Odd \u203a Mood must be one of \"calm\", \"wild\"");
        assertEquals("unknown: sad", field(Combo.class, "mood").getText());
    }

    @Test
    void aCaseThatIsNotKnownIsMarkedAndShownAsItIs() {
        marked("Mesh", "Mesh Renderer \u203a Mesh must name one of its cases");
        assertEquals("unknown: torus", field(Combo.class, "mesh").getText());
    }

    @Test
    void anItemOfAListIsNamedByItsPlace() {
        marked("2", "Odd \u203a Words \u203a item 2 must be a text");
    }

    @Test
    void whatFitsIsNotMarked() {
        show(BOX);
        assertTrue(mark("Good").wrong().isEmpty());
        show(LAMP);
        assertTrue(mark("Speed").wrong().isEmpty());
        assertEquals("1", shown("speed"));
        assertEquals("", field(Button.class, "on").getText());
        assertEquals(2, field(Combo.class, "mood").getItemCount());
    }

    @Test
    void whereOnlySomeDoNotFitItIsSaid() {
        show(LAMP, BOX);
        assertEquals(
                "Odd \u203a Speed does not fit in some of the entities",
                mark("Speed").wrong().orElseThrow());
    }

    @Test
    void whatIsOnlyLookedAtStays() {
        show(BOX);
        var box = begin("speed", "\"fast\"");
        box.notifyListeners(SWT.FocusOut, new Event());
        show(LAMP);
        show(BOX);
        assertEquals("\"fast\"", value(BOX, "my::Odd", "speed"));
        assertEquals("\"sad\"", value(BOX, "my::Odd", "mood"));
    }

    @Test
    void whatAPersonTypesMendsIt() {
        show(BOX);
        type("speed", "3");
        pumpUntil(BOX, "my::Odd", "speed", "3");
        pump(() -> mark("Speed").wrong().isEmpty());
        choose("mood", "Wild");
        pumpUntil(BOX, "my::Odd", "mood", "\"wild\"");
        pump(() -> mark("Mood").wrong().isEmpty());
    }

    @Test
    void aHeadingSaysThatSomethingInItDoesNotFit() {
        show(BOX);
        assertTrue(heading().getText().contains("\u26a0"));
        assertTrue(heading().getToolTipText().contains("Odd.speed must be a number"));
        show(LAMP);
        assertFalse(heading().getText().contains("\u26a0"));
        set(LAMP, "my::Odd", "speed", Value.of(2));
        settle();
        assertFalse(heading().getText().contains("\u26a0"));
    }

    /** They are left when a schema changes; the list of problems says nothing of them either. */
    @Test
    void fieldsThatTheSchemaDoesNotHaveAreKeptWithoutAWord() {
        show(LAMP);
        assertEquals("7", value(LAMP, "my::Odd", "born"));
        assertFalse(heading().getText().contains("\u26a0"));
        assertFalse(heading().getToolTipText().contains("born"));
        type("speed", "4");
        pumpUntil(LAMP, "my::Odd", "speed", "4");
        assertEquals("7", value(LAMP, "my::Odd", "born"));
    }

    private ExpandableComposite heading() {
        return all(shell)
                .filter(c -> "my::Odd".equals(c.getData("component")))
                .map(ExpandableComposite.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
