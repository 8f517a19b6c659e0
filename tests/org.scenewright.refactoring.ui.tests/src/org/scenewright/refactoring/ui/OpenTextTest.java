// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/** Source code that an editor has open is changed there, and nothing unsaved is lost. */
class OpenTextTest extends LinkedScene {
    private static final String MINE = "// mine, not saved\n";
    private static final String NOW = CODE.replace("models/bell", "models/gong");

    private OpenText edited() throws CoreException {
        IDE.openEditor(page, file("src/index.ts"));
        return OpenText.of(file("src/index.ts")).orElseThrow();
    }

    private void check(OpenText open, String shown, String saved) throws IOException {
        assertEquals(shown, open.buffer().getDocument().get());
        assertEquals(saved, read("src/index.ts"));
        assertEquals(!shown.equals(saved), open.buffer().isDirty());
    }

    private void rename() throws CoreException {
        RefactoringTest.rename(file("models/bell.glb"), "gong.glb");
    }

    /** The workbench asks whether files beside the one that is edited are to change, too. */
    private void undoAll() throws CoreException {
        hands.then(hands::isAsked, () -> hands.x("key", "Return"));
        hands.start();
        undo();
        assertTrue(hands.areDone());
    }

    @Test
    void whatIsUnsavedStaysAndIsNotSaved() throws IOException, CoreException, BadLocationException {
        var open = edited();
        open.buffer().getDocument().replace(0, 0, MINE);
        rename();
        check(open, MINE + NOW, CODE);
        assertEquals(COMPOSITE.replace("bell", "gong"), composite());
        undoAll();
        check(open, MINE + CODE, CODE);
        checkAsBefore();
    }

    @Test
    void whatOnlyTheEditorNamesFollows() throws IOException, CoreException, BadLocationException {
        var open = edited();
        open.buffer().getDocument().replace(0, 0, "load('models/other.glb');\n");
        RefactoringTest.rename(file("models/other.glb"), "another.glb");
        check(open, "load('models/another.glb');\n" + CODE, CODE);
    }

    @Test
    void whatIsSavedIsSavedAgain() throws IOException, CoreException {
        var open = edited();
        rename();
        check(open, NOW, NOW);
        undoAll();
        check(open, CODE, CODE);
        checkAsBefore();
    }
}
