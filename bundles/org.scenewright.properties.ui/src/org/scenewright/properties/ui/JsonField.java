// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

/** Something without a known shape, edited as JSON. */
final class JsonField implements FieldView {
    private static final int LONGEST_EDITABLE = 4_000;

    private final Slot slot;
    private final Text text;
    private final Typed<Slot> typed;

    JsonField(Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        text = new Text(form.grid(), SWT.BORDER | SWT.SINGLE);
        var data = Form.fill();
        data.widthHint = 80;
        text.setLayoutData(data);
        text.setData("field", slot.path().toString());
        typed = new Typed<>(text, new Json());
    }

    @Override
    public void refresh() {
        typed.refresh();
    }

    private final class Json implements Typed.Content<Slot> {

        @Override
        public Slot now() {
            return slot.now();
        }

        @Override
        public String spelled(Slot held) {
            var shown = held.shown();
            String json = shown.isAbsent() ? "" : ValueJson.print(shown.or(Value.EMPTY));
            boolean whole = json.length() <= LONGEST_EDITABLE && !shown.isMixed();
            text.setEditable(whole);
            return shown.isMixed()
                    ? "\u2014"
                    : whole ? json : json.substring(0, LONGEST_EDITABLE) + "\u2026";
        }

        @Override
        public boolean write(Slot held, String json) {
            try {
                held.write(ValueJson.parse(json));
                text.setToolTipText("JSON");
                return true;
            } catch (SchemaException notJson) {
                text.setToolTipText("This is not JSON: " + notJson.getMessage());
                text.selectAll();
                return false;
            }
        }
    }
}
