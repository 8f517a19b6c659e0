// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;
import org.scenewright.schema.FieldPath;

import java.util.List;
import java.util.Optional;

/** Which fields the people have at hand who share a scene. */
class SheetPeopleTest extends SheetOnScene {
    private static final int PINK = 0xff00ff;

    private Awareness awareness() {
        return session().sharing().awareness();
    }

    private void anna(Entity entity, String component, String path) {
        var field = new Presence.Editing(entity, component, FieldPath.of(path.split("\\.")));
        var presence = Presence.IDLE.withEditing(Optional.of(field));
        awareness().others(List.of(new Participant("0xa", "Anna", PINK, presence)));
    }

    private Label label(String text) {
        return all(shell)
                .filter(c -> c instanceof Label l && text.equals(l.getText()))
                .map(Label.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the edge of the row of a field is in her colour. */
    private boolean isPink(String text) {
        return isPink(text, 0);
    }

    private boolean isPink(String text, int x) {
        var label = label(text);
        var size = label.getParent().getSize();
        var image = new Image(shell.getDisplay(), size.x, size.y);
        var event = new Event();
        event.gc = new GC(image);
        label.getParent().notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        var data = image.getImageData();
        image.dispose();
        var row = label.getBounds();
        return data.palette
                .getRGB(data.getPixel(x, row.y + row.height / 2))
                .equals(new RGB(255, 0, 255));
    }

    @Test
    void theFieldThatSomebodyHasAtHandIsInTheirColour() {
        show(BOX);
        anna(BOX, "core::Transform", "position");
        pump(() -> isPink("Position"));
        assertEquals(false, isPink("Scale"));
        assertTrue(label("Position").getToolTipText().contains("Anna is here."));
    }

    @Test
    void theSignOfAFieldStandsBesideThatColour() {
        show(BOX);
        anna(BOX, "core::Transform", "position");
        pump(() -> isPink("Position"));
        int sign = Mark.of(label("Position")).orElseThrow().place().x;
        assertTrue(isPink("Position", Marks.BAR - 1));
        for (int x = Marks.BAR; x <= sign; x++) {
            assertEquals(false, isPink("Position", x));
        }
    }

    @Test
    void whoLeavesAFieldLeavesNoColour() {
        show(BOX);
        anna(BOX, "core::Transform", "position");
        pump(() -> isPink("Position"));
        awareness().others(List.of());
        pump(() -> !isPink("Position"));
    }

    @Test
    void whoWasThereBeforeTheSheetLeavesNoColour() {
        anna(BOX, "core::Transform", "position");
        show(BOX);
        pump(() -> isPink("Position"));
        awareness().others(List.of());
        pump(() -> !isPink("Position"));
    }

    @Test
    void theFieldOfAnotherEntityIsNot() {
        anna(LAMP, "core::Transform", "position");
        show(BOX);
        assertEquals(false, isPink("Position"));
        show(LAMP);
        pump(() -> isPink("Position"));
    }

    @Test
    void whatSomebodyDragsHasTheirColourAtAllOfItsTransform() {
        show(BOX);
        var presence = Presence.IDLE.withHolding(List.of(BOX));
        awareness().others(List.of(new Participant("0xa", "Anna", PINK, presence)));
        pump(() -> isPink("Position") && isPink("Scale"));
        awareness().others(List.of());
        pump(() -> !isPink("Position") && !isPink("Scale"));
    }

    @Test
    void othersHearWhichFieldIHaveAtHand() {
        show(BOX);
        shell.forceActive();
        field(Text.class, "speed").setFocus();
        var field = new Presence.Editing(BOX, "my::Thing", FieldPath.of("speed"));
        pump(() -> awareness().mine().editing().equals(Optional.of(field)));
    }
}
