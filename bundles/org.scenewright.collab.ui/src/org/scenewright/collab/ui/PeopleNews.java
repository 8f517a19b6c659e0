// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;

/**
 * What there is to decide and to answer, where there is any; UI thread.
 *
 * @param open what is to decide, with a way to do so
 * @param told what still offers something
 */
record PeopleNews(Link open, Link told) {

    private static final String DECIDE = "<a>" + DecisionsDialog.TITLE + "…</a>";

    /** Two rows of a grid of two columns. */
    static PeopleNews in(Composite parent, Runnable decide, Runnable accept) {
        return new PeopleNews(row(parent, "open", decide), row(parent, "told", accept));
    }

    private static Link row(Composite parent, String id, Runnable deed) {
        var link = new Link(parent, SWT.WRAP);
        link.setData("id", id);
        link.addListener(SWT.Selection, event -> deed.run());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(link);
        return link;
    }

    void show(SharedScenes scenes) {
        String decisions = Wording.open(scenes.decisions().size());
        set(open, decisions.isEmpty() ? "" : Wording.capital(decisions) + ". " + DECIDE);
        var standing = scenes.chronicle().flatMap(Chronicle::standing);
        set(told, standing.map(Notice::markup).orElse(""));
    }

    /** All that it says. */
    String text() {
        return open.getText() + "\n" + told.getText();
    }

    private static void set(Link link, String text) {
        if (!text.equals(link.getText())) {
            link.setText(text);
        }
        show(link, !text.isEmpty());
    }

    private static void show(Control control, boolean isShown) {
        control.setVisible(isShown);
        if (control.getLayoutData() instanceof GridData place) {
            place.exclude = !isShown;
        }
    }
}
