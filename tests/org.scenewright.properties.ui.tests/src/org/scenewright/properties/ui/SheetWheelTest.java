// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

/** The mouse wheel over controls that would change by it. */
class SheetWheelTest extends SheetOnScene {

    private int origin() {
        return all(shell)
                .filter(ScrolledComposite.class::isInstance)
                .map(c -> ((ScrolledComposite) c).getOrigin().y)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the control itself takes the turn. */
    private boolean turn(Combo combo, int lines) {
        var event = new Event();
        event.count = lines;
        event.doit = true;
        combo.notifyListeners(SWT.MouseVerticalWheel, event);
        return event.doit;
    }

    @Test
    void theWheelOverAListScrollsTheSheet() {
        shell.setSize(420, 300);
        show(BOX);
        var combo = field(Combo.class, "mesh");
        assertFalse(turn(combo, -3));
        int down = origin();
        assertTrue(down > 10);
        assertFalse(turn(combo, 3));
        assertEquals(0, origin());
        assertEquals("\"box\"", value(BOX, "core::MeshRenderer", "mesh.$case"));
    }

    @Test
    void theWheelChoosesNothingInAListThatHasTheFocusEither() {
        shell.setSize(420, 300);
        show(BOX);
        var combo = field(Combo.class, "mesh");
        combo.setFocus();
        assertFalse(turn(combo, -3));
    }
}
