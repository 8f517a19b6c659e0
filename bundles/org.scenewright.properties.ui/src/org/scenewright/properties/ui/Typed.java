// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

import java.util.Optional;

/**
 * A box that a person types into, who sees while typing what is wrong with it. What is typed
 * belongs to what the box showed then: it is written there when the person leaves the box, and also
 * when the box turns to something else or vanishes.
 *
 * @param <T> what is shown, compared by equality
 */
final class Typed<T> {
    private final Text text;
    private final Content<T> content;
    private final Mark mark;
    private T held;
    private String shown = "";

    /** What a box shows and where it writes. */
    interface Content<T> {

        /** What is to be shown now. */
        T now();

        String spelled(T held);

        /** Writes what was typed; false where there is nothing that could be written. */
        boolean write(T held, String typed);

        /** Why what is being typed cannot be written, if so. */
        Optional<String> objection(T held, String typed);

        /** What becomes of what is being typed, where that is not plain. */
        default Optional<String> hint(T held, String typed) {
            return Optional.empty();
        }

        /** What is wrong with what was typed before and could not be written. */
        default Optional<String> standing(T held) {
            return Optional.empty();
        }
    }

    /**
     * @param mark of the field, which shows objections
     */
    Typed(Text text, Mark mark, Content<T> content) {
        this.mark = mark;
        this.text = text;
        this.content = content;
        held = content.now();
        show();
        text.addListener(SWT.DefaultSelection, e -> commit());
        text.addListener(SWT.FocusOut, e -> commit());
        text.addListener(SWT.Hide, e -> vanish());
        text.addListener(SWT.Dispose, e -> vanish());
        text.addListener(SWT.Modify, e -> check());
        mark.onReset(this::show);
    }

    /** What the document says, as the box would show it. */
    String spelled() {
        return content.spelled(held);
    }

    void commit() {
        String typed = text.getText();
        if (!typed.equals(shown) && content.write(held, typed)) {
            shown = typed;
            check();
        }
    }

    private void check() {
        String typed = text.getText();
        boolean isShown = typed.equals(shown);
        var objection = isShown ? content.standing(held) : content.objection(held, typed);
        mark.object(text, objection);
        if (objection.isEmpty() && !isShown) {
            content.hint(held, typed).ifPresent(text::setToolTipText);
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
        } else {
            check();
        }
    }
}
