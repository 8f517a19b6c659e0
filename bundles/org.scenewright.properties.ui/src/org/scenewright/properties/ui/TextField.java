// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A text; several lines high where it is long. */
final class TextField implements FieldView {
    private static final String MIXED = "\u2014";

    private final Slot slot;
    private final Composite row;
    private final Text text;
    private final Typed<Slot> typed;
    private BooleanSupplier isCovered = () -> false;

    TextField(Schema.TextUse use, Slot slot, Form form) {
        this.slot = slot;
        var mark = form.label(slot);
        row = form.row(2);
        boolean tall = use == Schema.TextUse.LONG;
        text =
                Form.unstyled(
                        new Text(
                                row,
                                tall
                                        ? SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP
                                        : SWT.BORDER | SWT.SINGLE));
        GridData data = Form.fill();
        data.widthHint = 80;
        data.heightHint = tall ? text.getLineHeight() * 3 : SWT.DEFAULT;
        text.setLayoutData(data);
        text.setData("field", slot.path().toString());
        typed = new Typed<>(text, mark, new Words());
        text.addListener(SWT.KeyDown, this::key);
        // Several lines would keep the tabulator to themselves, and nobody would get out.
        text.addListener(SWT.Traverse, TextField::leave);
    }

    /** Holds the box, and has room for a button behind it. */
    Composite row() {
        return row;
    }

    Text box() {
        return text;
    }

    /** Writes what stands in the box, as if somebody had left it. */
    void commit() {
        typed.commit();
    }

    /** Shows the value again in place of what is being typed. */
    void discard() {
        typed.show();
    }

    /** While something is open below the box, Escape is for that. */
    void below(BooleanSupplier open) {
        isCovered = open;
    }

    private void key(Event event) {
        boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        if (event.keyCode == SWT.ESC && !isCovered.getAsBoolean()) {
            typed.show();
        } else if (enter && (event.stateMask & SWT.MOD1) != 0) {
            typed.commit();
            event.doit = false;
        }
    }

    private static void leave(Event event) {
        boolean tab =
                event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
        event.doit |= tab;
    }

    @Override
    public void refresh() {
        typed.refresh();
    }

    private final class Words implements Typed.Content<Slot> {

        @Override
        public Slot now() {
            return slot.now();
        }

        @Override
        public String spelled(Slot held) {
            var now = held.shown();
            var raw = held.raw(Value.Text.class);
            String words =
                    now.or(held.fallback()) instanceof Value.Text(var t) ? t : raw.orElse("");
            return now.isMixed() ? MIXED : words;
        }

        @Override
        public boolean write(Slot held, String words) {
            var objection = objection(held, words);
            objection.ifPresentOrElse(
                    held.subject().complaints()::tell, () -> held.write(Value.of(words)));
            return objection.isEmpty();
        }

        @Override
        public Optional<String> objection(Slot held, String words) {
            return held.objection(Value.of(words));
        }
    }
}
