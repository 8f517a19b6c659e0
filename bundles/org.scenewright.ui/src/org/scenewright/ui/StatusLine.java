// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewPart;
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
    private String news = "";

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

    /**
     * Something that just happened, until something else is selected; also where somebody works in
     * a view, whose line is another one.
     */
    void tell(String text) {
        news = text;
        showIfActive();
        if (page().getActivePart() instanceof IViewPart view) {
            view.getViewSite().getActionBars().getStatusLineManager().setMessage(text);
        }
    }

    void selected(int entities) {
        news = "";
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
            String plain = selection.isEmpty() ? note : selection;
            show(sentence, news.isEmpty() ? plain : news);
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
