// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * What an editor has to say in the status line, a place that it shares with all others of its kind;
 * shown while it is the active one. UI thread.
 */
final class StatusLine implements IPartListener2, AutoCloseable {
    private final IEditorPart part;
    private String sentence = "";
    private String selection = "";
    private String note = "";

    StatusLine(IEditorPart part) {
        this.part = part;
        page().addPartListener(this);
        showIfActive();
    }

    private IWorkbenchPage page() {
        return part.getSite().getPage();
    }

    /** Something that went wrong, or nothing any more. */
    void say(String text) {
        sentence = text;
        showIfActive();
    }

    /** Something to know, until somebody selects something. */
    void note(String text) {
        note = text;
        showIfActive();
    }

    void selected(int entities) {
        note = entities == 0 ? note : "";
        selection = entities == 0 ? "" : Counted.entities(entities) + " selected";
        showIfActive();
    }

    @Override
    @SuppressWarnings("null")
    public void partActivated(IWorkbenchPartReference active) {
        showIfActive();
    }

    @Override
    @SuppressWarnings("null")
    public void partBroughtToTop(IWorkbenchPartReference top) {
        showIfActive();
    }

    private void showIfActive() {
        if (page().getActiveEditor() == part) {
            show(sentence, selection.isEmpty() ? note : selection);
        }
    }

    private void show(String wrong, String plain) {
        var line = part.getEditorSite().getActionBars().getStatusLineManager();
        line.setErrorMessage(wrong.isEmpty() ? null : wrong);
        line.setMessage(plain);
    }

    @Override
    public void close() {
        page().removePartListener(this);
        if (page().getActiveEditor() == part) {
            show("", "");
        }
    }
}
