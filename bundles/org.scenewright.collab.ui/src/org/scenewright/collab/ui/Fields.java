// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import java.util.Optional;

/** Makes what forms of three columns consist of; UI thread. */
final class Fields {
    private Fields() {}

    static Label label(Composite grid, String text) {
        var label = new Label(grid, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().applyTo(label);
        return label;
    }

    /**
     * A line of text.
     *
     * @param id lets tests find it
     * @param style of {@link SWT}
     */
    static Text text(Composite grid, String id, int columns, int style) {
        var text = new Text(grid, SWT.BORDER | style);
        text.setData("id", id);
        GridDataFactory.fillDefaults()
                .span(columns, 1)
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    static Button button(Composite grid, String id, String label, int style) {
        var button = new Button(grid, style);
        button.setData("id", id);
        button.setText(label);
        return button;
    }

    /** How somebody is called whom others see. */
    static Text name(Composite grid, SharedScenes scenes, Runnable changed) {
        label(grid, "Your &name:");
        var name = text(grid, "name", 2, SWT.NONE);
        name.setText(scenes.habits().name());
        name.addListener(SWT.Modify, event -> changed.run());
        if (scenes.identity().known().isEmpty()) {
            label(grid, "");
            remark(
                    grid,
                    "Eclipse may ask for the password of its secure storage, which keeps who you"
                            + " are.");
        }
        return name;
    }

    /** What is worth to know of the field above. */
    static void remark(Composite grid, String text) {
        GridDataFactory.swtDefaults().span(2, 1).applyTo(label(grid, text));
    }

    /** Why a name is none. */
    static Optional<String> objection(Text name) {
        return name.getText().isBlank()
                ? Optional.of("Others want to know your name.")
                : Optional.empty();
    }
}
