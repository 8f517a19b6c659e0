// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.EntityHandle;

/** What is found is shown by key and mouse. */
class MatchTest extends LinkedScene {
    /**
     * Asks for the uses in the Project Explorer; the row of the scene comes before the sources'.
     */
    private void find() throws CoreException {
        explore(file("models/bell.glb"));
        command("references");
        hands.until("all is listed", () -> hands.lists("uses", 3));
    }

    private void enter(int row) {
        var table = hands.table("uses");
        table.setSelection(row);
        hands.activate(table.getShell());
        table.forceFocus();
        hands.until("the row gets the key", table::isFocusControl);
        hands.x("key", "Return");
    }

    private void checkSelects(IEditorPart editor, Entity entity) {
        hands.until("the entity is selected", () -> isSelected(editor, entity));
        assertEquals(editor, page.getActiveEditor());
    }

    private static boolean isSelected(IEditorPart editor, Entity entity) {
        return editor.getSite().getSelectionProvider().getSelection()
                        instanceof IStructuredSelection chosen
                && chosen.getFirstElement() instanceof EntityHandle handle
                && handle.entity().equals(entity);
    }

    @Test
    void enterSelectsTheEntityThatUsesTheFile() throws CoreException {
        var editor = open();
        find();
        enter(0);
        checkSelects(editor, Entity.of(512, 0));
    }

    @Test
    void aDoubleClickOpensTheSceneAndSelectsTheEntity() throws CoreException {
        find();
        hands.settle();
        var row = hands.table("uses").getItem(0);
        hands.clickAt(row.getParent(), row.getBounds(0), "--repeat", "2", "1");
        hands.until("the scene is shown", () -> page.getActiveEditor() != null);
        checkSelects(page.getActiveEditor(), Entity.of(512, 0));
    }

    @Test
    void enterShowsTheLineOfTheSource() throws CoreException {
        find();
        enter(2);
        hands.until("the source is shown", () -> selected().equals("models/bell.glb"));
        assertEquals(
                file("src/index.ts"),
                page.getActiveEditor().getEditorInput().getAdapter(IFile.class));
    }

    /** The text that is selected where the keys go. */
    private static String selected() {
        return Display.getCurrent().getFocusControl() instanceof StyledText text
                ? text.getSelectionText()
                : "";
    }
}
