// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Numbers with more digits than there is room for, and numbers that name nothing in the scene. */
class SheetNumberTest extends SheetOnScene {
    private static final String LARGE =
            """
            {"version":1,"components":[
            {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}},"513":{"json":{"value":"Lamp"}}}},
            {"name":"core::Transform","data":{
            "512":{"json":{"position":{"x":0.123456789012,"y":2,"z":3},"scale":{"x":1,"y":1,"z":1},"rotation":{"x":0,"y":0,"z":0,"w":-2},"parent":0}}}},
            {"name":"core-schema::Network-Entity","jsonSchema":{"type":"object","properties":{
            "networkId":{"type":"integer","serializationType":"int64"},
            "entityId":{"type":"integer","serializationType":"entity"}},"serializationType":"map"},
            "data":{"512":{"json":{"networkId":0,"entityId":3334}}}},
            {"name":"my::Sizes","jsonSchema":{"type":"object","properties":{
            "big":{"type":"integer","serializationType":"int64"},
            "bigger":{"type":"integer","serializationType":"int64"}},"serializationType":"map"},
            "data":{"512":{"json":{"big":9007199254740991,"bigger":9007199254740994}}}}
            ]}\
            """;

    @Override
    String composite() {
        return LARGE;
    }

    private Label label(String text) {
        return all(shell)
                .filter(c -> c instanceof Label l && text.equals(l.getText()))
                .map(Label.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Mark mark(String text) {
        return Mark.of(label(text)).orElseThrow();
    }

    @Test
    void largeNumbersAreShownAndKeptWithAllDigits() {
        show(BOX);
        assertEquals("9007199254740991", shown("big"));
        type("big", "9007199254740989");
        pumpUntil(BOX, "my::Sizes", "big", "9007199254740989");
        type("big", "9007199254740989+1");
        pumpUntil(BOX, "my::Sizes", "big", "9007199254740990");
    }

    @Test
    void aKeyChangesALargeNumberByOne() {
        show(BOX);
        var up = new Event();
        up.keyCode = SWT.ARROW_UP;
        field(Text.class, "big").notifyListeners(SWT.KeyDown, up);
        pumpUntil(BOX, "my::Sizes", "big", "9007199254740992");
    }

    @Test
    void largeNumbersAreCopiedWithAllDigits() {
        show(BOX);
        var menu = FieldMenu.attach(label("Big"), mark("Big").slot().now());
        menu.getItem(0).notifyListeners(SWT.Selection, new Event());
        assertEquals(Optional.of("9007199254740991"), ClipText.paste(shell.getDisplay()));
    }

    @Test
    void whatTheSdkCannotKeepExactlyIsHintedAtAndNotRefused() {
        show(BOX);
        var box = begin("big", "9007199254740993");
        assertTrue(box.getToolTipText().startsWith("It becomes 9007199254740992. The SDK keeps"));
        assertTrue(mark("Big").wrong().isEmpty());
        box.notifyListeners(SWT.DefaultSelection, new Event());
        pumpUntil(BOX, "my::Sizes", "big", "9007199254740992");
    }

    @Test
    void largerOnesAreNotRefusedEither() {
        show(BOX);
        assertEquals("9007199254740994", shown("bigger"));
        assertTrue(mark("Bigger").wrong().isEmpty());
        assertTrue(field(Text.class, "bigger").getToolTipText().contains("SDK keeps"));
        type("bigger", "9007199254740996");
        pumpUntil(BOX, "my::Sizes", "bigger", "9007199254740996");
    }

    @Test
    void whatDoesNotFitInSixtyFourBitsIsObjectedTo() {
        show(BOX);
        begin("big", "99999999999999999999");
        assertEquals("Sizes \u203a Big is out of range", mark("Big").wrong().orElseThrow());
    }

    @Test
    void theNumberOfANetworkIsNoEntityOfTheScene() {
        show(BOX);
        var heading =
                all(shell)
                        .filter(c -> "core-schema::Network-Entity".equals(c.getData("component")))
                        .findFirst()
                        .orElseThrow();
        ComponentSection.of((ExpandableComposite) heading).orElseThrow().fold(true);
        settle();
        assertEquals("3334", shown("entityId"));
        type("entityId", "3335");
        pumpUntil(BOX, "core-schema::Network-Entity", "entityId", "3335");
    }

    @Test
    void aRotationThatIsTheDefaultWithAnotherSignIsNotMarked() {
        show(BOX);
        assertEquals("0", shown("rotation.y"));
        assertFalse(mark("Rotation").differs());
        set(
                BOX,
                "core::Transform",
                "rotation",
                ValueJson.parse("{\"x\":0,\"y\":1,\"z\":0,\"w\":0}"));
        pump(() -> mark("Rotation").differs());
    }

    @Test
    void whoIsInABoxSeesAllDigits() {
        show(BOX);
        shell.forceActive();
        var box = field(Text.class, "position.x");
        assertEquals("0.1234568", box.getText());
        assertEquals("0.123456789012", box.getToolTipText());
        focus(box);
        assertEquals("0.123456789012", box.getText());
        assertEquals("0.123456789012", box.getSelectionText());
        focus(field(Text.class, "position.y"));
        assertEquals("0.1234568", box.getText());
        assertEquals(new Point(0, 0), box.getSelection());
        assertEquals("0.123456789012", value(BOX, "core::Transform", "position.x"));
    }

    /** A control counts as focused before its window has the keys, but is told when it has. */
    private void focus(Control control) {
        var told = new AtomicBoolean();
        control.addListener(SWT.FocusIn, e -> told.set(true));
        control.setFocus();
        pump(told::get);
    }

    @Test
    void whatIsTypedInABoxStaysWhileItIsLeft() {
        show(BOX);
        shell.forceActive();
        focus(field(Text.class, "position.x"));
        field(Text.class, "position.x").setText("7.5");
        focus(field(Text.class, "position.y"));
        pumpUntil(BOX, "core::Transform", "position.x", "7.5");
        pump(() -> shown("position.x").equals("7.5"));
        set(BOX, "core::Transform", "position.x", Value.of(9));
        pump(() -> shown("position.x").equals("9"));
    }
}
