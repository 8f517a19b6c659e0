// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.dnd.DND;
import org.junit.jupiter.api.Test;

/** A clipboard that another program holds. */
class ClipTextTest {

    private static void fail(int code) {
        throw new SWTError(code);
    }

    @Test
    void aBusyClipboardTakesNothing() {
        assertFalse(ClipText.isTaken(() -> fail(DND.ERROR_CANNOT_SET_CLIPBOARD)));
    }

    @Test
    void aFreeClipboardTakesIt() {
        assertTrue(ClipText.isTaken(() -> {}));
    }

    @Test
    void whatElseFailsIsNotHidden() {
        assertThrows(SWTError.class, () -> ClipText.isTaken(() -> fail(SWT.ERROR_WIDGET_DISPOSED)));
    }
}
