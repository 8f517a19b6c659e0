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

/**
 * Dots in the rows of what others have selected, in their colours; UI thread.
 *
 * <p>Rows are drawn again when somebody selects something else, and not when they look around.
 */
final class ColleagueDots implements AutoCloseable {
    private static final int MOST = 4;
    private static final int SIZE = 8;
    private static final int GAP = 3;

    private final OpenScene scene;
    private final Awareness awareness;
    private final Registration registration;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private Map<Entity, Set<Integer>> colors = Map.of();
    private Runnable redraw = () -> {};

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
        var now = new LinkedHashMap<Entity, Set<Integer>>();
        for (var other : awareness.others()) {
            for (var entity : other.presence().selection()) {
                now.computeIfAbsent(entity, e -> new LinkedHashSet<>()).add(other.color());
            }
        }
        if (!now.equals(colors)) {
            colors = now;
            redraw.run();
        }
    }

    private void paint(Event event) {
        if (event.index == 0
                && !colors.isEmpty()
                && event.item instanceof TreeItem item
                && item.getData() instanceof Entity shown) {
            scene.document(shown)
                    .map(entity -> colors.getOrDefault(entity, Set.of()))
                    .ifPresent(mine -> paint(event, item, mine));
        }
    }

    private static void paint(Event event, TreeItem item, Set<Integer> mine) {
        var cell = item.getBounds(0);
        int x = cell.x + cell.width - GAP - SIZE;
        int y = cell.y + (cell.height - SIZE) / 2;
        event.gc.setAntialias(SWT.ON);
        for (int rgb : mine.stream().limit(MOST).toList()) {
            event.gc.setBackground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
            event.gc.fillOval(x, y, SIZE, SIZE);
            x -= SIZE + GAP;
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
