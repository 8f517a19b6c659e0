// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.PageBookView;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Measures the Properties view as its user sees it: from a selection to the painted sheet that
 * shows all of it, told by the texts of its controls.
 *
 * @param root the page of the scene in the Properties view
 * @param paints how often that was painted
 */
record PaintedSheet(
        Measurement measurement, OpenScene scene, Composite root, AtomicInteger paints) {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);
    private static final int MANY = 1_000;
    private static final int WARM_UP = 10;
    private static final int STEPS = 31;

    /** Watches the sheet from now on; UI thread. */
    static PaintedSheet of(Measurement measurement, IWorkbenchPage page, OpenScene scene) {
        var view = (PageBookView) page.findView(IPageLayout.ID_PROP_SHEET);
        var root = (Composite) view.getCurrentPage().getControl();
        var paints = new AtomicInteger();
        root.addListener(SWT.Paint, event -> paints.incrementAndGet());
        return new PaintedSheet(measurement, scene, root, paints);
    }

    /** Any thread but that of the UI. */
    Map<String, Value> measure() {
        var entities =
                scene.snapshot().entities().stream()
                        .filter(entity -> !entity.isReserved())
                        .limit(MANY)
                        .toList();
        var one = entities.subList(0, 1);
        var other = entities.subList(1, 2);
        var single = times(other, one);
        var many = times(one, entities);
        return Map.of(
                "sheetMs", median(single, Time::wall),
                "sheetCpuMs", median(single, Time::cpu),
                "sheet1000Ms", median(many, Time::wall),
                "sheet1000CpuMs", median(many, Time::cpu));
    }

    /** From one selection to the sheet of the next. */
    private List<Time> times(List<Entity> from, List<Entity> to) {
        var before = settled(from);
        var after = settled(to);
        if (before.equals(after)) {
            throw new IllegalStateException("the sheet shows the same for every selection");
        }
        var times = new ArrayList<Time>();
        for (int i = 0; i < WARM_UP + STEPS; i++) {
            select(from);
            measurement.waitFor(() -> texts().equals(before));
            times.add(time(to, after));
        }
        return times.subList(WARM_UP, times.size());
    }

    private Time time(List<Entity> selection, List<String> shown) {
        var start = now();
        select(selection);
        measurement.waitFor(() -> texts().equals(shown));
        int painted = paints.get();
        measurement.onUi(this::paint);
        measurement.waitFor(() -> paints.get() > painted);
        return now().since(start);
    }

    /**
     * Nanoseconds of the clock, and those of them in which the UI thread had a core: on a machine
     * with other work to do only these say what the sheet costs.
     */
    private record Time(long wall, long cpu) {
        Time since(Time start) {
            return new Time(wall - start.wall, cpu - start.cpu);
        }
    }

    private Time now() {
        long ui = root.getDisplay().getThread().threadId();
        return new Time(
                System.nanoTime(), ManagementFactory.getThreadMXBean().getThreadCpuTime(ui));
    }

    /** In milliseconds. */
    private static Value median(List<Time> times, ToLongFunction<Time> part) {
        long[] sorted = times.stream().mapToLong(part).sorted().toArray();
        return Value.of(sorted[sorted.length / 2] / 1e6);
    }

    /** All of it now, whatever of it has been painted already. */
    private boolean paint() {
        root.redraw();
        root.update();
        return true;
    }

    private void select(List<Entity> selection) {
        measurement.onUi(
                () -> {
                    scene.select(selection);
                    return true;
                });
    }

    /** What the sheet shows once nothing changes any more. */
    private List<String> settled(List<Entity> selection) {
        select(selection);
        var last = List.<String>of();
        var now = measurement.onUi(this::texts);
        while (!now.equals(last)) {
            LockSupport.parkNanos(QUIET);
            last = now;
            now = measurement.onUi(this::texts);
        }
        return now;
    }

    private List<String> texts() {
        return visible(root).map(PaintedSheet::text).toList();
    }

    private static Stream<Control> visible(Composite composite) {
        return Arrays.stream(composite.getChildren())
                .filter(Control::getVisible)
                .flatMap(PaintedSheet::withContent);
    }

    private static Stream<Control> withContent(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(Stream.of(composite), visible(composite))
                : Stream.of(control);
    }

    private static String text(Control control) {
        return switch (control) {
            case Text text -> text.getText() + '|' + text.getMessage();
            case Label label -> label.getText();
            case Combo combo -> combo.getText();
            case Button button -> button.getText() + '|' + button.getSelection();
            default -> control.getClass().getSimpleName();
        };
    }
}
