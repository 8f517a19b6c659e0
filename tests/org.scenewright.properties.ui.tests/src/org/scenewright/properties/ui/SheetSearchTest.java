// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Optional;

/** Looking for fields, and moving through the sheet by keys. */
class SheetSearchTest extends SheetOnScene {

    private Text box() {
        return all(shell)
                .filter(c -> "search".equals(c.getData("id")))
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void look(String words) {
        box().setText(words);
        settle();
    }

    private List<Object> sections() {
        return all(shell).map(c -> c.getData("component")).filter(c -> c != null).toList();
    }

    @Test
    void onlyFieldsWithTheWordsAreShown() {
        show(BOX);
        look("posi");
        assertEquals(List.of("core::Transform"), sections());
        assertTrue(hasField("position.x"));
        assertFalse(hasField("rotation.x"));
    }

    @Test
    void aFieldDeepInsideIsFoundByItsPath() {
        show(BOX);
        look("pbr.metallic");
        assertEquals(List.of("core::Material"), sections());
        assertTrue(hasField("material.pbr.metallic"));
        assertFalse(hasField("material.pbr.roughness"));
    }

    @Test
    void aComponentThatIsMeantIsShownWhole() {
        show(BOX);
        look("transform");
        assertEquals(List.of("core::Transform"), sections());
        assertTrue(hasField("rotation.x"));
    }

    @Test
    void withoutWordsAllIsShownAgain() {
        show(BOX);
        int all = sections().size();
        look("posi");
        key(box(), SWT.ESC, 0);
        settle();
        assertEquals("", box().getText());
        assertEquals(all, sections().size());
        assertTrue(hasField("rotation.x"));
        assertTrue(hasField("speed"));
    }

    @Test
    void whatIsShownNextIsNarrowedToo() {
        show(BOX);
        look("posi");
        show(LAMP);
        assertEquals(List.of("core::Transform"), sections());
        assertFalse(hasField("rotation.x"));
        look("");
        assertTrue(hasField("src"));
    }

    private Optional<String> missed() {
        return all(shell)
                .filter(c -> "no-match".equals(c.getData("id")))
                .map(c -> ((Label) c).getText())
                .findFirst();
    }

    @Test
    void whatIsNotThereIsSaidToBeMissed() {
        show(BOX);
        assertEquals(Optional.empty(), missed());
        look("zebra");
        assertEquals(Optional.of("No field matches \u201czebra\u201d."), missed());
        look("posi");
        assertEquals(Optional.empty(), missed());
    }

    /** A box is shown, and no cylinder. */
    @Test
    void fieldsOfACaseThatIsNotChosenAreMissed() {
        show(BOX);
        look("radiusTop");
        assertEquals(List.of(), sections());
        assertTrue(missed().isPresent());
    }

    @Test
    void settingsThatAreNotThereAreMissed() {
        show(Entity.ROOT);
        look("zebra");
        assertTrue(missed().isPresent());
        look("title");
        assertEquals(Optional.empty(), missed());
        assertTrue(hasField("display.title"));
    }

    @Test
    void escapeEmptiesTheBox() {
        show(BOX);
        shell.forceActive();
        box().setFocus();
        look("zebra");
        pump(box()::isFocusControl);
        post(SWT.KeyDown);
        post(SWT.KeyUp);
        pump(() -> box().getText().isEmpty());
        settle();
        assertEquals(Optional.empty(), missed());
        assertTrue(hasField("position.x"));
    }

    private void post(int type) {
        var event = new Event();
        event.type = type;
        event.keyCode = SWT.ESC;
        event.character = SWT.ESC;
        assertTrue(shell.getDisplay().post(event));
    }

    @Test
    void whatIsFoundIsEdited() {
        show(BOX);
        look("speed");
        type("speed", "5");
        pumpUntil(BOX, "my::Thing", "speed", "5");
    }

    private static boolean key(Control control, int code, int modifiers) {
        var event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        event.doit = true;
        control.notifyListeners(SWT.KeyDown, event);
        return !event.doit;
    }

    @Test
    void aKeyLeadsToTheSearch() {
        show(BOX);
        shell.forceActive();
        field(Text.class, "speed").setFocus();
        assertTrue(key(field(Text.class, "speed"), 'f', SWT.MOD1));
        assertFalse(key(field(Text.class, "speed"), 'f', 0));
    }

    @Test
    void arrowsFoldASection() {
        show(BOX);
        var section =
                (ExpandableComposite)
                        all(shell)
                                .filter(c -> "core::Transform".equals(c.getData("component")))
                                .findFirst()
                                .orElseThrow();
        var title = section.getChildren()[0];
        key(title, SWT.ARROW_LEFT, 0);
        assertFalse(section.isExpanded());
        key(title, SWT.ARROW_RIGHT, 0);
        assertTrue(section.isExpanded());
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheFieldAndTheMouseThatOfTheText() {
        show(BOX);
        var text = field(Text.class, "speed");
        detectMenu(text, SWT.MENU_KEYBOARD);
        assertEquals("Copy Value", text.getMenu().getItem(0).getText());
        detectMenu(text, SWT.MENU_MOUSE);
        assertEquals(Optional.empty(), Optional.ofNullable(text.getMenu()));
    }

    private static void detectMenu(Text text, int detail) {
        var event = new Event();
        event.detail = detail;
        text.notifyListeners(SWT.MenuDetect, event);
    }

    @Test
    void arrowsInAFieldDoNotFold() {
        show(BOX);
        assertFalse(key(field(Text.class, "position.x"), SWT.ARROW_LEFT, 0));
    }
}
