// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

import java.util.Optional;

/**
 * What an editor has to say in the status line, a place that it shares with all others of its kind;
 * shown while it is the active one. UI thread.
 */
final class StatusLine implements IPartListener2, AutoCloseable {
    private final IEditorPart part;

    /** Nothing once the editor is closed, to which much is told that was begun before. */
    private Optional<IWorkbenchPage> page;

    private String sentence = "";
    private String selection = "";
    private String note = "";
    private String news = "";

    /** That of the view in which somebody worked when the news was told. */
    private Optional<IStatusLineManager> theirs = Optional.empty();

    StatusLine(IEditorPart part) {
        this.part = part;
        page = Optional.of(part.getSite().getPage());
        page.ifPresent(shown -> shown.addPartListener(this));
        showIfActive();
    }

    /** Something that went wrong, or nothing any more. */
    void say(String text) {
        if (!text.equals(sentence)) {
            sentence = text;
            showIfActive();
        }
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
        takeBack();
        theirs =
                page.map(IWorkbenchPage::getActivePart)
                        .filter(IViewPart.class::isInstance)
                        .map(IViewPart.class::cast)
                        .map(view -> view.getViewSite().getActionBars().getStatusLineManager());
        theirs.ifPresent(line -> line.setMessage(text));
    }

    /** Whoever is elsewhere by now finds nothing old when they come back. */
    private void takeBack() {
        theirs.ifPresent(line -> line.setMessage(""));
        theirs = Optional.empty();
    }

    void selected(int entities) {
        news = "";
        takeBack();
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
        if (isActive()) {
            String plain = selection.isEmpty() ? note : selection;
            show(sentence, news.isEmpty() ? plain : news);
        }
    }

    private boolean isActive() {
        return page.filter(shown -> shown.getActiveEditor() == part).isPresent();
    }

    private void show(String wrong, String plain) {
        var line = part.getEditorSite().getActionBars().getStatusLineManager();
        line.setErrorMessage(wrong.isEmpty() ? null : wrong);
        line.setMessage(plain);
    }

    @Override
    public void close() {
        page.ifPresent(shown -> shown.removePartListener(this));
        takeBack();
        if (isActive()) {
            show("", "");
        }
        page = Optional.empty();
    }
}
