// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.Optional;

/** A text; with a file dialog where it names an asset, and several lines high where it is long. */
final class TextField implements FieldView {
    private static final String MIXED = "\u2014";

    private final Slot slot;
    private final Text text;
    private final Typed<Slot> typed;

    TextField(Schema.TextUse use, Slot slot, Form form) {
        this.slot = slot;
        var mark = form.label(slot);
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
        typed = new Typed<>(text, mark, new Words());
        text.addListener(SWT.KeyDown, this::key);
        // Several lines would keep the tabulator to themselves, and nobody would get out.
        text.addListener(SWT.Traverse, TextField::leave);
        if (asset) {
            browseButton(row);
        }
    }

    private void key(Event event) {
        boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        if (event.keyCode == SWT.ESC) {
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

    private void browseButton(Composite row) {
        var browse = new Button(row, SWT.PUSH);
        browse.setText("\u2026");
        browse.setToolTipText("Choose a file of this project");
        browse.addListener(SWT.Selection, e -> browse());
    }

    private void browse() {
        var held = slot.now();
        Path directory = held.subject().directory();
        var dialog = new FileDialog(text.getShell(), SWT.OPEN);
        dialog.setFilterPath(directory.toString());
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen).toAbsolutePath().normalize();
            // What lies outside the project would not be deployed, so it is not offered as a value.
            if (file.startsWith(directory.toAbsolutePath().normalize())) {
                held.write(
                        Value.of(
                                directory
                                        .toAbsolutePath()
                                        .normalize()
                                        .relativize(file)
                                        .toString()
                                        .replace('\\', '/')));
            } else {
                held.subject()
                        .complaints()
                        .tell("Only files inside " + directory + " can be used.");
            }
        }
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
