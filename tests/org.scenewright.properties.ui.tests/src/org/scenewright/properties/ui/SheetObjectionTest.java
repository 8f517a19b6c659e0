// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.schema.Value;

import java.util.Optional;

/** What is said while a person types what cannot be. */
class SheetObjectionTest extends SheetOnScene {

    private void check(String path, String typed, String reason) {
        show(BOX);
        begin(path, typed);
        var box = field(Text.class, path);
        assertEquals(reason, box.getToolTipText());
        assertEquals(reason, messages.getLast());
        assertTrue(Mark.of(box).orElseThrow().wrong().isPresent());
        assertEquals(typed, box.getText());
    }

    @Test
    void whatIsNoNumberIsSaidWhileTyping() {
        check("speed", "fast", "Thing \u203a Speed: \u201cfast\u201d is not a number");
    }

    @Test
    void whatTheDocumentWouldRefuseIsSaidWhileTyping() {
        check("speed", "1e300", "Thing \u203a Speed is out of range");
    }

    @Test
    void aColourThatIsNoneIsSaid() {
        check(
                "material.pbr.albedoColor",
                "#12",
                "Material \u203a Material \u203a Pbr \u203a Albedo Color: a colour is spelled like"
                        + " #3366FF or #36F");
    }

    @Test
    void whatIsMendedIsNotObjectedToAnyMore() {
        check("speed", "3 m m", "Thing \u203a Speed: \u201c3 m m\u201d is not a number");
        begin("speed", "3 m");
        var box = field(Text.class, "speed");
        assertFalse(Mark.of(box).orElseThrow().wrong().isPresent());
        assertEquals("null", messages.getLast());
        box.notifyListeners(SWT.DefaultSelection, new Event());
        pumpUntil(BOX, "my::Thing", "speed", "3");
    }

    @Test
    void whatCannotBeIsToldAndTakenBackOnEnter() {
        check("speed", "1e300", "Thing \u203a Speed is out of range");
        type("speed", "1e300");
        pump(() -> messages.getLast().equals("Thing \u203a Speed is out of range"));
        assertEquals("2", shown("speed"));
        assertEquals("2", value(BOX, "my::Thing", "speed"));
    }

    @Test
    void aPartOfAVectorIsNamedInFull() {
        check(
                "position.x",
                "far",
                "Transform \u203a Position \u203a X: \u201cfar\u201d is not a number");
    }

    @Test
    void anObjectionGoesWhenSomethingIsWritten() {
        whatCannotBeIsToldAndTakenBackOnEnter();
        type("speed", "6");
        pumpUntil(BOX, "my::Thing", "speed", "6");
        pump(() -> messages.getLast().equals("null"));
    }

    @Test
    void anObjectionGoesWithTheSelection() {
        show(BOX);
        begin("speed", "fast").notifyListeners(SWT.FocusOut, new Event());
        show(LAMP);
        set(LAMP, "core::Transform", "position.x", Value.of(8));
        settle();
        assertEquals("null", messages.getLast());
    }

    @Test
    void anObjectionToWhatIsLeftInABoxGoesWithTheSelection() {
        show(BOX);
        begin("position.x", "far");
        show(LAMP);
        set(LAMP, "core::Transform", "position.x", Value.of(8));
        settle();
        assertEquals("null", messages.getLast());
        assertEquals("1", value(BOX, "core::Transform", "position.x"));
    }

    private Optional<String> notice() {
        return all(shell)
                .filter(c -> "notice".equals(c.getData("id")))
                .map(c -> ((Label) c).getText())
                .findFirst();
    }

    @Test
    void whatWasNotDoneIsSaidInTheSheetToo() {
        assertEquals(Optional.empty(), notice());
        whatCannotBeIsToldAndTakenBackOnEnter();
        assertEquals(Optional.of("Thing \u203a Speed is out of range"), notice());
        type("speed", "6");
        pump(() -> notice().isEmpty());
    }

    @Test
    void whatWasNotDoneIsNotSaidToWhoDismissesIt() {
        whatCannotBeIsToldAndTakenBackOnEnter();
        press("Dismiss");
        assertEquals(Optional.empty(), notice());
    }

    @Test
    void whatWasNotDoneIsNotSaidOfOthers() {
        whatCannotBeIsToldAndTakenBackOnEnter();
        show(LAMP);
        assertEquals(Optional.empty(), notice());
    }

    @Test
    void typedUnitsAreUnderstood() {
        show(BOX);
        type("position.x", "4 m");
        pumpUntil(BOX, "core::Transform", "position.x", "4");
    }

    @Test
    void enterCommitsAndStays() {
        show(BOX);
        begin("speed", "8").notifyListeners(SWT.DefaultSelection, new Event());
        pumpUntil(BOX, "my::Thing", "speed", "8");
        assertEquals("8", shown("speed"));
    }

    @Test
    void theTabulatorLeavesALongText() {
        show(BOX);
        var event = new Event();
        event.detail = SWT.TRAVERSE_TAB_NEXT;
        event.doit = false;
        field(Text.class, "tags.0").notifyListeners(SWT.Traverse, event);
        assertTrue(event.doit);
    }
}
