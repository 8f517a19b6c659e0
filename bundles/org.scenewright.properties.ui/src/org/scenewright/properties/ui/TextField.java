// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.nio.file.Path;

/** A text; with a file dialog where it names an asset, and several lines high where it is long. */
final class TextField implements FieldView {
    private static final String MIXED = "\u2014";

    private final Slot slot;
    private final Text text;
    private String shown = "";

    TextField(Schema.TextUse use, Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        boolean asset = use == Schema.TextUse.ASSET_PATH;
        Composite row = form.row(asset ? 2 : 1);
        boolean tall = use == Schema.TextUse.LONG;
        text =
                new Text(
                        row,
                        tall
                                ? SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP
                                : SWT.BORDER | SWT.SINGLE);
        GridData data = Form.fill();
        data.widthHint = 80;
        data.heightHint = tall ? text.getLineHeight() * 3 : SWT.DEFAULT;
        text.setLayoutData(data);
        text.setData("field", slot.path().toString());
        text.addListener(SWT.FocusOut, e -> commit());
        text.addListener(SWT.DefaultSelection, e -> commit());
        if (asset) {
            browseButton(row);
        }
        refresh();
    }

    private void browseButton(Composite row) {
        var browse = new Button(row, SWT.PUSH);
        browse.setText("\u2026");
        browse.setToolTipText("Choose a file of this project");
        browse.addListener(SWT.Selection, e -> browse());
    }

    private void browse() {
        Path directory = slot.subject().directory();
        var dialog = new FileDialog(text.getShell(), SWT.OPEN);
        dialog.setFilterPath(directory.toString());
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen).toAbsolutePath().normalize();
            // What lies outside the project would not be deployed, so it is not offered as a value.
            if (file.startsWith(directory.toAbsolutePath().normalize())) {
                slot.write(
                        Value.of(
                                directory
                                        .toAbsolutePath()
                                        .normalize()
                                        .relativize(file)
                                        .toString()
                                        .replace('\\', '/')));
            } else {
                text.setToolTipText("Only files inside " + directory + " can be used.");
            }
        }
    }

    private void commit() {
        if (!text.getText().equals(shown)) {
            shown = text.getText();
            slot.write(Value.of(shown));
        }
    }

    @Override
    public void refresh() {
        boolean typing = text.isFocusControl() && !text.getText().equals(shown);
        if (!typing) {
            var now = slot.shown();
            shown =
                    now.isMixed()
                            ? MIXED
                            : now.or(slot.fallback()) instanceof Value.Text(var t) ? t : "";
            if (!text.getText().equals(shown)) {
                text.setText(shown);
            }
        }
    }
}
