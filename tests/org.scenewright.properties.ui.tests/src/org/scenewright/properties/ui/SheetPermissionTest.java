// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Optional;

/** What those see in the sheet who may only look on. */
class SheetPermissionTest extends SheetOnScene {
    private static final String WHY = "You look on: ask Anna & Ben.";

    private void lookOn() {
        session().sharing().permission().refuse(Optional.of(WHY));
    }

    private void editAgain() {
        session().sharing().permission().refuse(Optional.empty());
    }

    private Optional<String> said(String id) {
        return all(shell)
                .filter(c -> id.equals(c.getData("id")))
                .map(c -> ((Label) c).getText())
                .findFirst();
    }

    private boolean isEditable() {
        var add =
                all(shell)
                        .filter(c -> "add-component".equals(c.getData("id")))
                        .map(Button.class::cast)
                        .findFirst()
                        .orElseThrow();
        boolean isField = field(Text.class, "speed").isEnabled();
        assertEquals(isField, add.getEnabled());
        return isField;
    }

    @Test
    void whoLooksOnCannotTypeAndIsToldWhy() {
        show(BOX);
        assertTrue(isEditable());
        assertEquals(Optional.empty(), said("looking-on"));
        lookOn();
        pump(() -> !isEditable());
        assertEquals(Optional.of(WHY.replace("&", "&&")), said("looking-on"));
        editAgain();
        pump(this::isEditable);
        assertEquals(Optional.empty(), said("looking-on"));
    }

    @Test
    void whatIsSelectedLaterCannotBeEditedEither() {
        lookOn();
        show(Entity.ROOT);
        assertFalse(field(Text.class, "display.title").isEnabled());
        show(BOX);
        assertFalse(isEditable());
    }

    @Test
    void whoLooksOnCanFoldWhatTheySee() {
        lookOn();
        show(BOX);
        assertTrue(
                all(shell)
                        .filter(ExpandableComposite.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .isEnabled());
    }

    @Test
    void aRefusalGoesWithItsReason() {
        show(BOX);
        lookOn();
        type("speed", "7");
        pump(() -> said("notice").isPresent());
        editAgain();
        pump(() -> said("notice").isEmpty());
        assertEquals("null", messages.getLast());
        assertTrue(Mark.of(field(Text.class, "speed")).orElseThrow().wrong().isEmpty());
    }

    @Test
    void aRefusalGoesOnceTheSceneWasEditedElsewhere() {
        show(BOX);
        session().sharing().permission().refuse(Optional.of(WHY));
        type("speed", "7");
        pump(() -> said("notice").isPresent());
        editAgain();
        pump(() -> said("notice").isEmpty());
        type("speed", "1e300");
        pump(() -> said("notice").isPresent());
        set(LAMP, "core::Transform", "position.x", Value.of(3));
        pump(() -> said("notice").isEmpty());
    }
}
