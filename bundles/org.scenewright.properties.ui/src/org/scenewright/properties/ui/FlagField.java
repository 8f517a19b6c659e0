// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.scenewright.schema.Value;

/** A check box; greyed where the selected entities differ. */
final class FlagField implements FieldView {
    private final Slot slot;
    private final Button box;

    FlagField(Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        box = Form.check(form.grid());
        box.setData("field", slot.path().toString());
        box.addListener(SWT.Selection, e -> slot.write(Value.of(box.getSelection())));
        refresh();
    }

    @Override
    public void refresh() {
        var shown = slot.shown();
        var raw = slot.raw(Value.Flag.class);
        if (!raw.orElse("").equals(box.getText())) {
            box.setText(raw.orElse(""));
            box.requestLayout();
        }
        box.setSelection(
                shown.or(slot.fallback()) instanceof Value.Flag(var on) && on || shown.isMixed());
        box.setGrayed(shown.isMixed() || raw.isPresent());
    }
}
