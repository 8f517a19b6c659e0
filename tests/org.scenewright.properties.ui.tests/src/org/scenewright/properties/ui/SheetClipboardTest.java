// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.util.Arrays;

/** Values and components on the clipboard. */
class SheetClipboardTest extends SheetOnScene {

    private void choose(Menu menu, String text) {
        menu.notifyListeners(SWT.Show, new Event());
        Arrays.stream(menu.getItems())
                .filter(item -> item.getText().startsWith(text))
                .findFirst()
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
    }

    private void onField(String label, String choice) {
        var control =
                all(shell)
                        .filter(c -> c instanceof Label l && label.equals(l.getText()))
                        .findFirst()
                        .orElseThrow();
        choose(FieldMenu.attach(control, Mark.of(control).orElseThrow().slot().now()), choice);
    }

    @Test
    void theTipOfAFieldDoesNotCoverItsMenu() {
        show(BOX);
        var label =
                all(shell)
                        .filter(c -> c instanceof Label l && "Position".equals(l.getText()))
                        .findFirst()
                        .orElseThrow();
        var tip = label.getToolTipText();
        var menu = FieldMenu.attach(label, Mark.of(label).orElseThrow().slot().now());
        menu.notifyListeners(SWT.Show, new Event());
        assertEquals("none", String.valueOf(label.getToolTipText()).replace("null", "none"));
        menu.notifyListeners(SWT.Hide, new Event());
        assertEquals(tip, label.getToolTipText());
    }

    private void onComponent(String name, String choice) {
        choose(
                all(shell)
                        .filter(c -> name.equals(c.getData("component")))
                        .findFirst()
                        .map(Control::getMenu)
                        .orElseThrow(),
                choice);
    }

    private void onSheet(String choice) {
        choose(
                all(shell)
                        .filter(c -> c instanceof Button b && b.getText().equals("\u22ee"))
                        .findFirst()
                        .map(Control::getMenu)
                        .orElseThrow(),
                choice);
    }

    private void clip(String text) {
        ClipText.copy(shell.getDisplay(), text);
    }

    private String clipped() {
        return ClipText.paste(shell.getDisplay()).orElse("nothing");
    }

    private void refused(Entity entity, String part) {
        pump(() -> messages.stream().anyMatch(message -> message.contains(part)));
        assertEquals(COMPOSITE_POSITION, value(entity, "core::Transform", "position"));
    }

    private static final String COMPOSITE_POSITION = "{\"x\":1,\"y\":2,\"z\":3}";

    @Test
    void aValueIsCopiedAsJson() {
        show(BOX);
        onField("Position", "Copy");
        assertEquals(COMPOSITE_POSITION, clipped());
    }

    @Test
    void aValueIsPastedToAFieldOfTheSameShape() {
        show(BOX);
        onField("Position", "Copy");
        onField("Scale", "Paste");
        pumpUntil(BOX, "core::Transform", "scale", COMPOSITE_POSITION);
    }

    @Test
    void aValueIsPastedToSeveral() {
        show(BOX, LAMP);
        clip("{\"x\":7,\"y\":7,\"z\":7}");
        onField("Position", "Paste");
        pumpUntil(BOX, "core::Transform", "position", "{\"x\":7,\"y\":7,\"z\":7}");
        pumpUntil(LAMP, "core::Transform", "position", "{\"x\":7,\"y\":7,\"z\":7}");
    }

    @Test
    void whatIsNoJsonIsNotPasted() {
        show(BOX);
        clip("hello");
        onField("Position", "Paste");
        refused(BOX, "Position was not changed: the clipboard holds no value");
    }

    @Test
    void whatDoesNotFitIsNotPasted() {
        show(BOX);
        clip("\"hello\"");
        onField("Position", "Paste");
        refused(
                BOX,
                "The clipboard does not fit: Transform \u203a Position must have named fields");
    }

    @Test
    void bareWordsArePastedToAText() {
        show(BOX);
        clip("hello {");
        onField("1", "Paste");
        pumpUntil(BOX, "my::Thing", "tags.0", "\"hello {\"");
    }

    @Test
    void whatDiffersIsNotCopied() {
        clip("before");
        show(BOX, LAMP);
        onField("Position", "Copy");
        pump(() -> messages.getLast().contains("The entities differ"));
        assertEquals("before", clipped());
    }

    @Test
    void aComponentIsPastedAsNew() {
        show(BOX);
        onComponent("my::Thing", "Copy");
        show(LAMP);
        onSheet("Paste Components as New");
        pumpUntil(LAMP, "my::Thing", "speed", "2");
    }

    @Test
    void asNewNothingThatIsThereIsWrittenOver() {
        clip(
                "{\"components\":{\"core::Transform\":{\"position\":{\"x\":9,\"y\":9,\"z\":9}},"
                        + "\"my::Thing\":{\"speed\":4}}}");
        show(LAMP);
        onSheet("Paste Components as New");
        pumpUntil(LAMP, "my::Thing", "speed", "4");
        assertEquals("5", value(LAMP, "core::Transform", "position.y"));
    }

    @Test
    void valuesArePastedToTheSameComponent() {
        show(BOX);
        onComponent("core::Transform", "Copy");
        show(LAMP);
        onComponent("core::Transform", "Paste Values");
        pumpUntil(LAMP, "core::Transform", "position.y", "2");
    }

    @Test
    void bareValuesOfAComponentArePastedToo() {
        show(BOX);
        clip("{\"speed\":9}");
        onComponent("my::Thing", "Paste Values");
        pumpUntil(BOX, "my::Thing", "speed", "9");
    }

    @Test
    void valuesOfAnotherShapeAreNotPasted() {
        show(BOX);
        onComponent("my::Thing", "Copy");
        onComponent("core::Transform", "Paste Values");
        refused(BOX, "is a field that the schema does not have");
    }

    @Test
    void allComponentsAreCopiedButNotTheNameAndPastedAsOneStep() {
        show(BOX);
        onSheet("Copy All");
        show(LAMP);
        onSheet("Paste Components");
        pumpUntil(LAMP, "my::Thing", "speed", "2");
        pumpUntil(LAMP, "core::Transform", "position.y", "2");
        assertEquals("Lamp", session().snapshot().name(LAMP));
        await(session().undo());
        assertEquals("nothing", value(LAMP, "my::Thing", "speed"));
        assertEquals("5", value(LAMP, "core::Transform", "position.y"));
    }

    @Test
    void componentsThatNobodyKnowsAreNotPasted() {
        show(BOX);
        clip("{\"components\":{\"my::Thing\":{\"speed\":4},\"no::Such\":{}}}");
        onSheet("Paste Components");
        refused(BOX, "no component is called no::Such");
        assertEquals("2", value(BOX, "my::Thing", "speed"));
    }

    @Test
    void aClipboardWithoutComponentsIsExplained() {
        show(BOX);
        clip("[1");
        onSheet("Paste Components");
        refused(BOX, "Nothing was pasted: no valid JSON");
        clip("{}");
        onSheet("Paste Components");
        refused(BOX, "the clipboard holds no components");
        assertTrue(session().snapshot().holds(BOX));
    }
}
