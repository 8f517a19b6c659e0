// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/**
 * A box that a person types into. What is typed belongs to what the box showed then: it is written
 * there when the person leaves the box, and also when the box turns to something else or vanishes.
 *
 * @param <T> what is shown, compared by equality
 */
final class Typed<T> {
    private final Text text;
    private final Content<T> content;
    private T held;
    private String shown = "";

    /** What a box shows and where it writes. */
    interface Content<T> {

        /** What is to be shown now. */
        T now();

        String spelled(T held);

        /** Writes what was typed; false where there is nothing that could be written. */
        boolean write(T held, String typed);
    }

    Typed(Text text, Content<T> content) {
        this.text = text;
        this.content = content;
        held = content.now();
        show();
        text.addListener(SWT.DefaultSelection, e -> commit());
        text.addListener(SWT.FocusOut, e -> commit());
        text.addListener(SWT.Hide, e -> vanish());
        text.addListener(SWT.Dispose, e -> vanish());
    }

    void commit() {
        String typed = text.getText();
        if (!typed.equals(shown) && content.write(held, typed)) {
            shown = typed;
        }
    }

    /** A list item may have moved away from here: only over what was shown is it written. */
    private void vanish() {
        if (content.spelled(held).equals(shown)) {
            commit();
        }
        // The box may still lose the focus after this.
        shown = text.getText();
    }

    /** Shows the value of now; what the person is typing for the same is left alone. */
    void refresh() {
        var now = content.now();
        if (!now.equals(held)) {
            commit();
            held = now;
            show();
        } else if (!text.isFocusControl() || text.getText().equals(shown)) {
            show();
        }
    }

    /** Shows the value in place of what was typed. */
    void show() {
        shown = content.spelled(held);
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
    }
}
