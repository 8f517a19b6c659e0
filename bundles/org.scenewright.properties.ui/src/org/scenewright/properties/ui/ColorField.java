// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.Optional;
import java.util.OptionalInt;

/** A colour: a swatch that opens a picker, its hexadecimal form, and alpha where there is one. */
final class ColorField implements FieldView {
    private final Schema.VectorKind kind;
    private final Slot slot;
    private final Canvas swatch;
    private final Text hex;
    private final Typed<Slot> typed;
    private final Optional<NumberBox> alpha;

    ColorField(Schema.VectorKind kind, Slot slot, Form form) {
        this.kind = kind;
        this.slot = slot;
        var mark = form.label(slot);
        boolean hasAlpha = kind == Schema.VectorKind.COLOR4;
        var row = form.row(hasAlpha ? 3 : 2);
        swatch = new Canvas(row, SWT.BORDER | SWT.DOUBLE_BUFFERED);
        var data = new GridData(SWT.BEGINNING, SWT.FILL, false, false);
        data.widthHint = 36;
        data.heightHint = 18;
        swatch.setLayoutData(data);
        swatch.setCursor(swatch.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        swatch.addListener(SWT.Paint, this::paint);
        swatch.addListener(SWT.MouseUp, e -> pick());
        hex = Form.unstyled(new Text(row, SWT.BORDER));
        hex.setLayoutData(Form.fill());
        hex.setData("field", slot.path().toString());
        typed = new Typed<>(hex, mark, new Digits());
        alpha = hasAlpha ? Optional.of(alphaBox(row, mark)) : Optional.empty();
    }

    private NumberBox alphaBox(Composite row, Mark mark) {
        var part = VectorField.part(slot, "a", 1);
        var box = new NumberBox(row, "A", mark, () -> VectorField.source(part.now(), 0.005));
        box.control().setData("field", slot.path().child("a").toString());
        return box;
    }

    private static RGB rgb(Slot slot) {
        return new RGB(channel(slot, "r"), channel(slot, "g"), channel(slot, "b"));
    }

    private static int channel(Slot slot, String part) {
        double fallback = slot.fallback().number(part, 1);
        return (int) Math.rint(255 * Math.clamp(slot.value().number(part, fallback), 0, 1));
    }

    private void paint(Event event) {
        var area = swatch.getClientArea();
        event.gc.setBackground(new Color(rgb(slot)));
        event.gc.fillRectangle(area);
    }

    private void pick() {
        var held = slot.now();
        var dialog = new ColorDialog(swatch.getShell());
        dialog.setRGB(rgb(held));
        RGB chosen = dialog.open();
        if (chosen != null) {
            write(held, chosen);
        }
    }

    /** The colour that "#RRGGBB" or "#RGB" spells, with or without the sign. */
    static OptionalInt parse(String typed) {
        String digits = typed.strip().replaceFirst("^#", "");
        if (digits.matches("[0-9a-fA-F]{3}")) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        return digits.matches("[0-9a-fA-F]{6}")
                ? OptionalInt.of(Integer.parseInt(digits, 16))
                : OptionalInt.empty();
    }

    private void write(Slot slot, RGB chosen) {
        Value color = slot.value();
        color = color.with(FieldPath.of("r"), Value.of(unit(chosen.red)));
        color = color.with(FieldPath.of("g"), Value.of(unit(chosen.green)));
        color = color.with(FieldPath.of("b"), Value.of(unit(chosen.blue)));
        boolean needsAlpha =
                kind == Schema.VectorKind.COLOR4 && color.at(FieldPath.of("a")).isEmpty();
        slot.write(needsAlpha ? color.with(FieldPath.of("a"), Value.of(1)) : color);
    }

    /** Four digits are enough to come back to the same byte. */
    private static double unit(int channel) {
        return Math.rint(channel / 255.0 * 10_000) / 10_000;
    }

    @Override
    public void refresh() {
        swatch.redraw();
        alpha.ifPresent(NumberBox::refresh);
        typed.refresh();
    }

    private final class Digits implements Typed.Content<Slot> {

        @Override
        public Slot now() {
            return slot.now();
        }

        @Override
        public String spelled(Slot held) {
            var now = rgb(held);
            String color = String.format("#%02X%02X%02X", now.red, now.green, now.blue);
            return held.shown().isMixed() ? "\u2014" : held.raw(Value.Fields.class).orElse(color);
        }

        @Override
        public boolean write(Slot held, String digits) {
            var color = parse(digits);
            if (color.isPresent()) {
                int bits = color.getAsInt();
                ColorField.this.write(held, new RGB(bits >> 16 & 255, bits >> 8 & 255, bits & 255));
            } else {
                objection(held, digits)
                        .filter(reason -> held.equals(now()))
                        .ifPresent(held.subject().complaints()::tell);
                typed.show();
            }
            return color.isPresent();
        }

        @Override
        public Optional<String> objection(Slot held, String digits) {
            return parse(digits).isPresent()
                    ? Optional.empty()
                    : Optional.of(held.name() + ": a colour is spelled like #3366FF or #36F");
        }
    }
}
