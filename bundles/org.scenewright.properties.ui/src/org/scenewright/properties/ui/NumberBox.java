// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** A box for a number: typed, computed ("2*3"), or dragged by its label. */
final class NumberBox {
    /** So many digits always fit. */
    private static final int SHORT = 5;

    private static final double DUST = 1e-12;
    private static final double EXACT = 0x1p53;
    private static final String ROUGH =
            "The SDK keeps whole numbers exactly only up to 9007199254740992.";

    private final Text text;
    private final Supplier<? extends Source> source;
    private final Typed<Source> typed;
    private boolean isInside;

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

        /** Whether it has no fraction. */
        default boolean isWhole() {
            return false;
        }

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
        text = Form.unstyled(new Text(cell, SWT.BORDER | SWT.SINGLE | SWT.RIGHT));
        var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 56;
        text.setLayoutData(data);
        if (!unit.isEmpty()) {
            new Label(cell, SWT.NONE).setText(unit);
        }
        typed = new Typed<>(text, mark, new Number());
        text.addListener(SWT.KeyDown, e -> nudge(e.keyCode, e.stateMask));
        text.addListener(SWT.FocusIn, e -> turn(true));
        text.addListener(SWT.FocusOut, e -> turn(false));
    }

    /** Who is in the box sees all digits; for others the first ones matter, if not all fit. */
    private void turn(boolean inside) {
        boolean isUntouched = text.getText().equals(typed.spelled());
        isInside = inside;
        if (isUntouched) {
            typed.show();
        }
        if (inside) {
            text.selectAll();
        } else {
            text.setSelection(0);
        }
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
            if (number.isEmpty()) {
                text.setData("tip", null);
                return held.raw().orElse("\u2014");
            }
            String exact = exact(number.getAsDouble());
            text.setData("tip", tip(exact, held, number.getAsDouble()));
            return isInside ? exact : spell(number.getAsDouble());
        }

        /** What does not fit into the box can be read beside it. */
        private @Nullable String tip(String exact, Source held, double number) {
            boolean isRough = held.isWhole() && Math.abs(number) > EXACT;
            return isRough ? exact + "\n" + ROUGH : exact.length() > SHORT ? exact : null;
        }

        @Override
        public Optional<String> hint(Source held, String expression) {
            var kept = Units.evaluate(expression, held.unit());
            boolean isKept =
                    !held.isWhole()
                            || !expression.strip().matches("-?[0-9]{16,100}")
                            || kept.isEmpty()
                            || new BigDecimal(kept.getAsDouble())
                                    .equals(new BigDecimal(expression.strip()));
            return isKept
                    ? Optional.empty()
                    : Optional.of("It becomes " + exact(kept.orElseThrow()) + ". " + ROUGH);
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

    /**
     * Whole numbers in full; of others seven digits, as many as single precision carries, and no
     * trailing zeros. The dust that is left where zero was computed is shown as what it is.
     */
    static String spell(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e21) {
            return exact(number);
        }
        if (Math.abs(number) < DUST) {
            return "\u22480";
        }
        int digits = Math.abs(number) < 1e-6 ? 2 : 7;
        var rounded = new BigDecimal(number, new MathContext(digits)).stripTrailingZeros();
        return Math.abs(number) < 1e-6 || Math.abs(number) >= 1e21
                ? rounded.toString().replace('E', 'e')
                : rounded.toPlainString();
    }

    /** All digits, as files spell it; singles without those that only doubles have. */
    static String exact(double number) {
        float single = (float) number;
        return single == number && single != Math.rint(single)
                ? ValueJson.print(Value.of(Double.parseDouble(Float.toString(single))))
                : ValueJson.print(Value.of(number));
    }

    /** Without the dust that repeated addition leaves; large numbers have none. */
    static double clean(double number) {
        return Math.abs(number) < 1e9 ? Math.rint(number * 1e6) / 1e6 : number;
    }
}
