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

    JsonField(Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        text = new Text(form.grid(), SWT.BORDER | SWT.SINGLE);
        var data = Form.fill();
        data.widthHint = 80;
        text.setLayoutData(data);
        text.setData("field", slot.path().toString());
        text.addListener(SWT.FocusOut, e -> commit());
        text.addListener(SWT.DefaultSelection, e -> commit());
        refresh();
    }

    private void commit() {
        if (text.getEditable() && !text.getText().equals(text.getData())) {
            try {
                slot.write(ValueJson.parse(text.getText()));
                text.setData(text.getText());
                text.setToolTipText("JSON");
            } catch (SchemaException notJson) {
                text.setToolTipText("This is not JSON: " + notJson.getMessage());
                text.selectAll();
            }
        }
    }

    @Override
    public void refresh() {
        boolean typing = text.isFocusControl() && !text.getText().equals(text.getData());
        if (!typing) {
            show(slot.shown());
        }
    }

    private void show(Shown shown) {
        String json =
                shown.isMixed()
                        ? "\u2014"
                        : shown.isAbsent() ? "" : ValueJson.print(shown.or(Value.EMPTY));
        boolean whole = json.length() <= LONGEST_EDITABLE && !shown.isMixed();
        String spelled =
                whole
                        ? json
                        : json.substring(0, Math.min(json.length(), LONGEST_EDITABLE)) + "\u2026";
        text.setEditable(whole);
        if (!text.getText().equals(spelled)) {
            text.setText(spelled);
        }
        text.setData(spelled);
    }
}
