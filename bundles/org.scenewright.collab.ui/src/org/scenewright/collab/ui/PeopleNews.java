// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/**
 * What there is to decide and what was told last, where there is any; UI thread.
 *
 * @param open what is to decide, with a way to do so
 * @param told the last notice, and the others in its tip
 */
record PeopleNews(Link open, Label told) {

    /** Two rows of a grid of two columns. */
    static PeopleNews in(Composite parent, Runnable decide) {
        var open = new Link(parent, SWT.NONE);
        open.setData("id", "open");
        open.addListener(SWT.Selection, event -> decide.run());
        var told = new Label(parent, SWT.WRAP);
        told.setData("id", "told");
        for (Control control : new Control[] {open, told}) {
            GridDataFactory.fillDefaults()
                    .span(2, 1)
                    .grab(true, false)
                    .indent(6, 2)
                    .applyTo(control);
        }
        return new PeopleNews(open, told);
    }

    void show(SharedScenes scenes) {
        String decisions = Wording.open(scenes.decisions().size());
        var notices = scenes.notices();
        show(open, !decisions.isEmpty());
        show(told, !notices.isEmpty());
        set(decisions.isEmpty() ? "" : Wording.capital(decisions) + ". <a>Decide…</a>");
        String last = notices.isEmpty() ? "" : notices.getFirst();
        if (!last.equals(told.getText())) {
            told.setText(last);
        }
        told.setToolTipText(notices.isEmpty() ? null : String.join("\n", notices));
    }

    private void set(String text) {
        if (!text.equals(open.getText())) {
            open.setText(text);
        }
    }

    private static void show(Control control, boolean isShown) {
        control.setVisible(isShown);
        if (control.getLayoutData() instanceof GridData place) {
            place.exclude = !isShown;
        }
    }
}
