// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A calm sentence in the middle of an area that has nothing else to show. */
final class Notice {
    private final Composite area;
    private final Label label;

    Notice(Composite parent, String sentence) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        label = new Label(area, SWT.WRAP | SWT.CENTER);
        label.setData("id", "notice");
        label.setText(sentence);
        var place = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        place.widthHint = 420;
        label.setLayoutData(place);
    }

    static Notice opening(Composite parent) {
        return new Notice(parent, "Opening the scene\u2026");
    }

    void say(String sentence) {
        if (!label.isDisposed()) {
            label.setText(sentence);
            area.layout();
        }
    }

    /** Takes all the room of a grid. */
    void fill() {
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    }

    void dispose() {
        area.dispose();
    }
}
