// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

import java.util.Optional;

/**
 * A sentence at the lower edge of the sheet that says why something did not happen: near where a
 * person looks, and where it moves none of the fields. UI thread only.
 */
final class Notice {
    private final Composite bar;
    private final Label text;

    Notice(Composite parent) {
        bar = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(3, false);
        layout.marginHeight = 4;
        bar.setLayout(layout);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        var sign = new Label(bar, SWT.NONE);
        sign.setLayoutData(new GridData(Marks.SIGN + 2, Marks.SIGN + 2));
        sign.addListener(SWT.Paint, Notice::paint);
        text = new Label(bar, SWT.WRAP);
        text.setLayoutData(Form.fill());
        text.setData("id", "notice");
        closeButton();
        Form.setShown(bar, false);
    }

    private static void paint(Event event) {
        var at = ((Label) event.widget).getBounds();
        Mark.paintWrong(event.gc, 1, 1, Math.min(at.width, at.height) - 3);
    }

    private void closeButton() {
        var close = new Button(bar, SWT.PUSH | SWT.FLAT);
        close.setText("\u00d7");
        close.setToolTipText("Dismiss");
        close.addListener(SWT.Selection, e -> show(Optional.empty()));
    }

    /** Shows a sentence in place of the last one, or takes that away. */
    void show(Optional<String> sentence) {
        if (sentence.isPresent() || bar.getVisible()) {
            text.setText(sentence.orElse("").replace("&", "&&"));
            Form.setShown(bar, sentence.isPresent());
            bar.getParent().layout(true, true);
        }
    }
}
