// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SwtCallable;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The text of an editor says something else, and as before where that cannot be saved. */
class RewrittenTextTest {
    private static final String CODE = "load('models/bell.glb'); load('models/other.glb')\n";
    private static final String NOW = CODE.replace("bell", "gong");
    private static final String MINE = "// mine\n";

    private final EditorBuffer editor = new EditorBuffer(CODE);

    /** What people do before the text can be changed. */
    private Runnable meanwhile = () -> {};

    private final class Screen implements OpenText.Screen {
        @Override
        public <T> T call(SwtCallable<T, IOException> deed) throws IOException {
            meanwhile.run();
            meanwhile = () -> {};
            return deed.call();
        }
    }

    private void rewrite() throws IOException, CoreException {
        new OpenText(editor.asOne(), new Screen())
                .rewrite("src/a.ts", said(), new NullProgressMonitor());
    }

    private static Map<FileUse, String> said() throws IOException {
        var said = new LinkedHashMap<FileUse, String>();
        for (var use : ProjectUses.of("src/a.ts", CODE)) {
            if (use.text().endsWith("bell.glb")) {
                said.put(use, "models/gong.glb");
            }
        }
        return said;
    }

    private void check(String shown, String saved, boolean isDirty) {
        assertEquals(shown, editor.document.get());
        assertEquals(saved, editor.disk);
        assertEquals(isDirty, editor.isDirty);
    }

    @Test
    void whatHasNothingUnsavedIsSaved() throws IOException, CoreException {
        rewrite();
        check(NOW, NOW, false);
    }

    @Test
    void whatHasSomethingUnsavedIsNot() throws IOException, CoreException {
        editor.type(MINE);
        rewrite();
        check(MINE + NOW, CODE, true);
    }

    @Test
    void whatIsTypedBeforeTheTextCanBeChangedIsNotSaved() throws IOException, CoreException {
        meanwhile = () -> editor.type(MINE);
        rewrite();
        check(MINE + NOW, CODE, true);
    }

    @Test
    void whatCannotBeSavedIsAsBefore() {
        editor.isFailing = true;
        var failure = assertThrows(CoreException.class, this::rewrite);
        assertEquals("The disk is full.", failure.getMessage());
        check(CODE, CODE, false);
    }

    @Test
    void whatIsTypedWhileItCannotBeSavedStays() {
        editor.isFailing = true;
        editor.failing = () -> editor.type(MINE);
        assertThrows(CoreException.class, this::rewrite);
        check(MINE + CODE, CODE, true);
    }

    @Test
    void whatChangesOnDiskWhileItCannotBeSavedIsNotReadInstead() {
        editor.isFailing = true;
        editor.failing =
                () -> {
                    editor.disk = "";
                    editor.isSynchronized = false;
                };
        assertThrows(CoreException.class, this::rewrite);
        check(CODE, "", true);
    }

    @Test
    void whatHasChangedOnDiskIsNotTouched() {
        editor.isSynchronized = false;
        var failure = assertThrows(IOException.class, this::rewrite);
        assertEquals("it has changed on disk since its editor read it", failure.getMessage());
        check(CODE, CODE, false);
    }
}
