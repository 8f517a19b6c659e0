// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/**
 * A sentence above everything else in an editor about what is wrong with it, and what can be done
 * about it, on a ground tinted by how grave it is; hidden until there is something to say. UI
 * thread.
 */
final class Banner {
    private static final double TINT = 0.2;

    private final Composite area;
    private final Label sentence;
    private final Tone tone;

    /** How grave it is what a banner says, by its icon and by the colour that its ground has. */
    enum Tone {
        /** Something does not work. */
        ERROR(ISharedImages.IMG_OBJS_ERROR_TSK),
        /** Something might not be as people think. */
        WARNING(ISharedImages.IMG_OBJS_WARN_TSK);

        private static final RGB AMBER = new RGB(216, 160, 64);

        private final String icon;

        Tone(String icon) {
            this.icon = icon;
        }

        private RGB color(Display display) {
            return switch (this) {
                case ERROR -> JFaceColors.getErrorText(display).getRGB();
                case WARNING -> AMBER;
            };
        }
    }

    /** Something that can be done, as a link. */
    record Remedy(String label, Runnable action) {}

    /**
     * @param parent lies out its children in a grid of one column
     */
    Banner(Composite parent, Remedy... remedies) {
        this(parent, Tone.ERROR, remedies);
    }

    /** The same, for something of less or more weight. */
    Banner(Composite parent, Tone tone, Remedy... remedies) {
        this(parent, tone, false, remedies);
    }

    /** The same, for where there is little room: what can be done stands below the sentence. */
    static Banner narrow(Composite parent, Tone tone, Remedy... remedies) {
        return new Banner(parent, tone, true, remedies);
    }

    private Banner(Composite parent, Tone tone, boolean isNarrow, Remedy... remedies) {
        this.tone = tone;
        area = new Composite(parent, SWT.NONE);
        int beside = isNarrow ? 1 : 2;
        area.setLayout(new GridLayout(beside + remedies.length, false));
        area.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        var icon = new Label(area, SWT.NONE);
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(tone.icon));
        sentence = new Label(area, SWT.WRAP);
        sentence.setData("id", "banner");
        var room = new GridData(SWT.FILL, SWT.CENTER, true, false);
        sentence.setLayoutData(room);
        if (isNarrow) {
            room.horizontalSpan = remedies.length;
            new Label(area, SWT.NONE);
        }
        for (var remedy : remedies) {
            link(area, remedy);
        }
        Shown.set(area, false);
    }

    static Control link(Composite parent, Remedy remedy) {
        var link = new Link(parent, SWT.NONE);
        link.setText("<a>" + remedy.label() + "</a>");
        link.setData("id", remedy.label());
        link.addListener(SWT.Selection, event -> remedy.action().run());
        return link;
    }

    void show(String text) {
        if (!area.isDisposed()) {
            sentence.setText(Notice.plain(text));
            tint();
            Shown.set(area, true);
        }
    }

    /** Here, as the theme has given its colours to everything by now. */
    private void tint() {
        var ground = area.getParent().getBackground().getRGB();
        var color = new Color(mixed(ground, tone.color(area.getDisplay())));
        area.setBackground(color);
        for (var child : area.getChildren()) {
            child.setBackground(color);
        }
    }

    private static RGB mixed(RGB ground, RGB tint) {
        return new RGB(
                mixed(ground.red, tint.red),
                mixed(ground.green, tint.green),
                mixed(ground.blue, tint.blue));
    }

    private static int mixed(int ground, int tint) {
        return (int) Math.round(ground + TINT * (tint - ground));
    }

    void hide() {
        if (!area.isDisposed()) {
            Shown.set(area, false);
        }
    }
}
