// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    /** Whether all can be edited; some of it may be for a moment where not. */
    private boolean isEditable() {
        return field(Text.class, "speed").isEnabled() && adds().getEnabled();
    }

    private boolean isReadOnly() {
        return !field(Text.class, "speed").isEnabled() && !adds().getEnabled();
    }

    private Button adds() {
        return all(shell)
                .filter(c -> "add-component".equals(c.getData("id")))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoLooksOnCannotTypeAndIsToldWhy() {
        show(BOX);
        assertTrue(isEditable());
        assertEquals(Optional.empty(), said("looking-on"));
        lookOn();
        pump(this::isReadOnly);
        assertEquals(Optional.of(WHY.replace("&", "&&")), said("looking-on"));
        editAgain();
        pump(this::isEditable);
        assertEquals(Optional.empty(), said("looking-on"));
    }

    @Test
    void whatIsSelectedLaterCannotBeEditedEither() {
        lookOn();
        show(Entity.ROOT);
        pump(() -> !field(Text.class, "display.title").isEnabled());
        show(BOX);
        pump(this::isReadOnly);
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
