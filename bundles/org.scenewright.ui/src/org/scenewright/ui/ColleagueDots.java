// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Registration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Dots in the rows of what others have selected, in their colours, larger ones where they drag it;
 * UI thread.
 *
 * <p>Rows are drawn again when somebody selects something else, and not when they look around.
 */
final class ColleagueDots implements AutoCloseable {
    private static final int MOST = 4;
    private static final int SIZE = 8;
    private static final int GAP = 3;
    private static final int MORE = 2;

    private final OpenScene scene;
    private final Awareness awareness;
    private final Registration registration;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private Map<Entity, Set<Dot>> dots = Map.of();
    private Runnable redraw = () -> {};

    /** What stands for somebody. */
    private record Dot(int color, boolean isHolding) {}

    ColleagueDots(OpenScene scene) {
        this.scene = scene;
        awareness = scene.session().sharing().awareness();
        registration = awareness.onOthers(others -> soon());
        follow();
    }

    /** From now on the dots are in the rows of another control. */
    void equip(Tree control) {
        control.addListener(SWT.PaintItem, this::paint);
        redraw = () -> redraw(control);
    }

    private static void redraw(Tree control) {
        if (!control.isDisposed()) {
            control.redraw();
        }
    }

    private void soon() {
        if (awaited.compareAndSet(false, true)) {
            scene.ui().execute(this::follow);
        }
    }

    private void follow() {
        awaited.set(false);
        var now = new LinkedHashMap<Entity, Set<Dot>>();
        for (var other : awareness.others()) {
            var held = Set.copyOf(other.presence().holding());
            Stream.concat(held.stream(), other.presence().selection().stream())
                    .distinct()
                    .map(entity -> Map.entry(entity, new Dot(other.color(), held.contains(entity))))
                    .forEach(dot -> add(dot, now));
        }
        if (!now.equals(dots)) {
            dots = now;
            redraw.run();
        }
    }

    private static void add(Map.Entry<Entity, Dot> dot, Map<Entity, Set<Dot>> all) {
        all.computeIfAbsent(dot.getKey(), e -> new LinkedHashSet<>()).add(dot.getValue());
    }

    private void paint(Event event) {
        if (event.index == 0
                && !dots.isEmpty()
                && event.item instanceof TreeItem item
                && item.getData() instanceof Entity shown) {
            scene.document(shown)
                    .map(entity -> dots.getOrDefault(entity, Set.of()))
                    .ifPresent(mine -> paint(event, item, mine));
        }
    }

    private static void paint(Event event, TreeItem item, Set<Dot> mine) {
        var cell = item.getBounds(0);
        int x = cell.x + cell.width - GAP - SIZE;
        int y = cell.y + (cell.height - SIZE) / 2;
        event.gc.setAntialias(SWT.ON);
        for (var dot : mine.stream().limit(MOST).toList()) {
            int rgb = dot.color();
            int more = dot.isHolding() ? MORE : 0;
            event.gc.setBackground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
            event.gc.fillOval(x - more, y - more, SIZE + 2 * more, SIZE + 2 * more);
            x -= SIZE + GAP;
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
