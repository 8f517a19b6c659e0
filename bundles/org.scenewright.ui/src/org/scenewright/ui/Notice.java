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
        label.setText(plain(sentence));
        label.setLayoutData(place(SWT.CENTER));
    }

    private static GridData place(int vertical) {
        var place = new GridData(SWT.CENTER, vertical, true, true);
        place.widthHint = 420;
        return place;
    }

    static Notice opening(Composite parent) {
        return new Notice(parent, "Opening the scene\u2026");
    }

    void say(String sentence) {
        if (!label.isDisposed()) {
            label.setText(plain(sentence));
            area.layout();
        }
    }

    /** A text in which no letter is underlined as a key. */
    static String plain(String sentence) {
        return sentence.replace("&", "&&");
    }

    /** Offers what can be done. */
    Notice with(Banner.Remedy remedy) {
        label.setLayoutData(place(SWT.END));
        Banner.link(area, remedy)
                .setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, true, true));
        return this;
    }

    /** Takes all the room of a grid, once there is something to say. */
    Notice hidden() {
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Shown.set(area, false);
        return this;
    }

    void show(boolean isShown) {
        Shown.set(area, isShown);
    }

    void dispose() {
        area.dispose();
    }
}
