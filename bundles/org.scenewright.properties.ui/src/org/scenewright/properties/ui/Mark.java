// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.scenewright.runtime.Participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sign before a field: whether it differs from its default, and what is wrong with what it
 * holds; UI thread only.
 */
final class Mark {
    /** What the label says of its field, for those who look for it. */
    static final String DIFFERS = "differs";

    /** Both stand out from light and from dark backgrounds. */
    private static final RGB CHANGED = new RGB(0x3D, 0x8B, 0xE0);

    private static final RGB WRONG = new RGB(0xE0, 0x43, 0x43);

    private final Label label;
    private final Slot slot;
    private final List<Runnable> drops = new ArrayList<>();
    private boolean differs;
    private Optional<String> typed = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private Optional<String> misfit = Optional.empty();
    private Optional<Shown> checked = Optional.empty();
    private List<Participant> editors = List.of();

    Mark(Label label, Slot slot) {
        this.label = label;
        this.slot = slot;
        label.setToolTipText(tip());
    }

    Label label() {
        return label;
    }

    Slot slot() {
        return slot;
    }

    boolean isGone() {
        return label.isDisposed();
    }

    boolean differs() {
        return differs;
    }

    /** What is wrong with the field, if anything. */
    Optional<String> wrong() {
        return typed.or(() -> refused).or(() -> misfit);
    }

    /** Looks at the document. */
    void refresh() {
        boolean now = slot.differs();
        var refusal = slot.subject().refusal(slot.path());
        var unfit = checkedMisfit();
        var present = slot.subject().editors(slot.path());
        boolean isSame = refusal.equals(refused) && unfit.equals(misfit);
        if (now != differs || !isSame || !colors(present).equals(colors(editors))) {
            editors = present;
            differs = now;
            refused = refusal;
            misfit = unfit;
            show();
        }
    }

    private static List<Integer> colors(List<Participant> people) {
        return people.stream().map(Participant::color).toList();
    }

    /** Lists may be long: what has been looked through is not looked through again. */
    private Optional<String> checkedMisfit() {
        var now = slot.shown();
        boolean isKnown =
                now instanceof Shown.Same(var value)
                        && checked.orElse(now) instanceof Shown.Same(var before)
                        && checked.isPresent()
                        && value == before;
        checked = Optional.of(now);
        return isKnown ? misfit : slot.misfit();
    }

    /** Shows why what is being typed in a box cannot be written, or that it can. */
    void object(Text box, Optional<String> reason) {
        box.setForeground(reason.map(r -> JFaceColors.getErrorText(box.getDisplay())).orElse(null));
        box.setToolTipText(reason.orElse(box.getData("tip") instanceof String tip ? tip : null));
        if (!reason.equals(typed)) {
            typed = reason;
            slot.subject().complaints().hint(reason);
            show();
        }
    }

    private void show() {
        if (isGone()) {
            // The last of what is typed is written while the sheet closes.
            return;
        }
        label.setData(DIFFERS, differs);
        label.setToolTipText(tip());
        var row = label.getBounds();
        label.getParent().redraw(0, row.y, Marks.WIDTH, row.height, false);
    }

    private String tip() {
        var said = slot.subject().about().field(slot.path());
        var path = Optional.of(slot.path().toString()).filter(p -> !p.isEmpty());
        var state =
                differs
                        ? Optional.of("Differs from its default; Alt+Delete resets it.")
                        : Optional.<String>empty();
        var others = editors.stream().map(person -> Optional.of(person.name() + " is here."));
        return Stream.concat(Stream.of(wrong(), said, path, state), others)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /** Before a reset, what is being typed in a box of the field is dropped. */
    void onReset(Runnable drop) {
        drops.add(drop);
    }

    /** Takes back what the field starts from. */
    void reset() {
        drops.forEach(Runnable::run);
        slot.now().reset();
    }

    /** Draws the sign of what is wrong. */
    static void paintWrong(GC gc, int x, int y, int size) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(new Color(WRONG));
        gc.fillOval(x, y, size, size);
    }

    /** Where in the margin of the grid the sign is. */
    Rectangle place() {
        var row = label.getBounds();
        int size = Math.min(Marks.SIGN, row.height);
        return new Rectangle(Marks.BAR + Marks.GAP, row.y + (row.height - size) / 2, size, size);
    }

    /** Draws the sign: what is wrong is a disc, what has changed an arrow that turns back. */
    void paint(GC gc) {
        var at = place();
        gc.setAntialias(SWT.ON);
        if (wrong().isPresent()) {
            paintWrong(gc, at.x + 1, at.y + 1, at.width - 2);
        } else if (differs) {
            gc.setForeground(new Color(CHANGED));
            gc.setBackground(new Color(CHANGED));
            gc.setLineWidth(2);
            gc.drawArc(at.x + 1, at.y + 1, at.width - 3, at.height - 3, -130, 270);
            int top = at.y + 1;
            gc.fillPolygon(new int[] {at.x, top - 1, at.x, top + 5, at.x + 6, top + 4});
        }
        paintEditors(gc);
    }

    /** A bar at the edge in the colour of who has the field at hand; of several the first ones'. */
    private void paintEditors(GC gc) {
        var row = label.getBounds();
        int height = row.height / Math.max(1, editors.size());
        for (int i = 0; i < editors.size(); i++) {
            int rgb = editors.get(i).color();
            gc.setBackground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
            gc.fillRectangle(0, row.y + i * height, Marks.BAR, height);
        }
    }

    /** The field that a control belongs to. */
    static Optional<Mark> of(Control control) {
        return Stream.<Control>iterate(control, c -> c != null, Control::getParent)
                .flatMap(
                        c -> c.getData("mark") instanceof Mark mark ? Stream.of(mark) : Stream.of())
                .findFirst();
    }
}
