// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A box for a number: typed, computed ("2*3"), or dragged by its label. */
final class NumberBox {
    private final Text text;
    private final Supplier<? extends Source> source;
    private final Typed<Source> typed;

    /** Where the number comes from and goes to; equal for the same field of the same entities. */
    interface Source {

        /** The number to show; nothing where the selected entities differ. */
        OptionalDouble number();

        void write(double number, long gesture);

        long newGesture();

        /** What stands there where it is no number. */
        default Optional<String> raw() {
            return Optional.empty();
        }

        /** What sentences call it. */
        String name();

        /** What it counts; empty where nobody has said so. */
        default String unit() {
            return "";
        }

        /** Why a number cannot be written, if so. */
        Optional<String> objection(double number);

        /** Says something to the person. */
        void tell(String sentence);

        /** How much one pixel of dragging changes; whole for whole numbers. */
        double step();
    }

    /**
     * @param mark of the field
     * @param source of what is selected now
     */
    NumberBox(Composite parent, String label, Mark mark, Supplier<? extends Source> source) {
        this.source = source;
        var cell = new Composite(parent, SWT.NONE);
        String unit = source.get().unit();
        int columns = 1 + (label.isEmpty() ? 0 : 1) + (unit.isEmpty() ? 0 : 1);
        var layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 3;
        cell.setLayout(layout);
        cell.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        if (!label.isEmpty()) {
            var handle = new Label(cell, SWT.NONE);
            handle.setText(label);
            dragBy(handle);
        }
        text = new Text(cell, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 48;
        text.setLayoutData(data);
        if (!unit.isEmpty()) {
            new Label(cell, SWT.NONE).setText(unit);
        }
        typed = new Typed<>(text, mark, new Number());
        text.addListener(SWT.KeyDown, e -> nudge(e.keyCode, e.stateMask));
    }

    Text control() {
        return text;
    }

    /** Lets a label change the number by being dragged sideways. */
    void dragBy(Control handle) {
        new Scrub(handle, source, this::refresh);
    }

    private void nudge(int key, int modifiers) {
        int direction = key == SWT.ARROW_UP ? 1 : key == SWT.ARROW_DOWN ? -1 : 0;
        if (direction != 0) {
            typed.commit();
            var now = source.get();
            double by = direction * now.step() * 10 * Scrub.speed(modifiers);
            now.number().ifPresent(number -> now.write(clean(number + by), 0));
        } else if (key == SWT.ESC) {
            typed.show();
        }
    }

    void refresh() {
        typed.refresh();
    }

    private final class Number implements Typed.Content<Source> {

        @Override
        public Source now() {
            return source.get();
        }

        @Override
        public String spelled(Source held) {
            var number = held.number();
            return number.isPresent() ? spell(number.getAsDouble()) : held.raw().orElse("\u2014");
        }

        @Override
        public boolean write(Source held, String expression) {
            var number = Units.evaluate(expression, held.unit());
            var objection = objection(held, expression);
            boolean another = objection.isEmpty() && !number.equals(held.number());
            if (another) {
                held.write(number.orElseThrow(), 0);
            } else {
                typed.show();
                // Who looks at something else by now has seen what was wrong.
                objection.filter(reason -> held.equals(now())).ifPresent(held::tell);
            }
            return another;
        }

        @Override
        public Optional<String> objection(Source held, String expression) {
            var number = Units.evaluate(expression, held.unit());
            return number.isPresent()
                    ? held.objection(number.getAsDouble())
                    : Optional.of(held.name() + ": \u201c" + expression + "\u201d is not a number");
        }
    }

    /** Seven digits, as many as single precision carries, and no trailing zeros. */
    static String spell(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        var rounded = new BigDecimal(number, new MathContext(7)).stripTrailingZeros();
        return Math.abs(number) < 1e-6 || Math.abs(number) >= 1e15
                ? rounded.toString()
                : rounded.toPlainString();
    }

    /** Without the dust that repeated addition leaves. */
    static double clean(double number) {
        return Math.rint(number * 1e6) / 1e6;
    }
}
