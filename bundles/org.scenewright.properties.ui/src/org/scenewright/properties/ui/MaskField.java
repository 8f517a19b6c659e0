// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of named bits. */
final class MaskField implements FieldView {
    private final Slot slot;
    private final Map<Button, Long> bits = new LinkedHashMap<>();

    MaskField(List<Schema.Option> options, Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        var row = new Composite(form.grid(), SWT.NONE);
        row.setLayout(new RowLayout());
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 120;
        row.setLayoutData(data);
        options.forEach(option -> add(row, option));
        refresh();
    }

    private void add(Composite row, Schema.Option option) {
        long bit = option.value() instanceof Value.Num(var number) ? (long) number : 0;
        if (bit != 0) {
            var box = new Button(row, SWT.CHECK);
            box.setText(ChoiceField.words(option.label()));
            box.addListener(SWT.Selection, e -> toggle(bit, box.getSelection()));
            bits.put(box, bit);
        }
    }

    private long mask() {
        return slot.value() instanceof Value.Num(var number) ? (long) number : 0;
    }

    private void toggle(long bit, boolean on) {
        slot.write(Value.of(on ? mask() | bit : mask() & ~bit));
    }

    @Override
    public void refresh() {
        boolean mixed = slot.shown().isMixed();
        bits.forEach(
                (box, bit) -> {
                    box.setSelection(mixed || (mask() & bit) != 0);
                    box.setGrayed(mixed);
                });
    }
}
