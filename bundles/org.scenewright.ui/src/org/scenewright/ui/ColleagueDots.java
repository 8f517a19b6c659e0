// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Registration;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Dots in the rows of what others have selected, in their colours, larger ones where they drag it,
 * and rings where that is in a row that is folded; UI thread.
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
    private ColleaguePlaces places;
    private Runnable redraw = () -> {};

    ColleagueDots(OpenScene scene) {
        this.scene = scene;
        awareness = scene.session().sharing().awareness();
        registration = awareness.onOthers(others -> soon());
        places = ColleaguePlaces.of(awareness.others());
    }

    /** From now on the dots are in the rows of another control. */
    void equip(Tree control) {
        control.addListener(SWT.PaintItem, this::paint);
        new Tip(control);
        redraw = () -> redraw(control);
    }

    /** Says who the dots of a row are. */
    private final class Tip extends DefaultToolTip {
        private final Tree tree;

        Tip(Tree tree) {
            super(tree, ToolTip.NO_RECREATE, false);
            this.tree = tree;
        }

        @Override
        protected Object getToolTipArea(Event event) {
            return Optional.<Object>ofNullable(tree.getItem(new Point(event.x, event.y)))
                    .orElse(tree);
        }

        @Override
        protected boolean shouldCreateToolTip(Event event) {
            return !getText(event).isEmpty();
        }

        @Override
        protected String getText(Event event) {
            return Optional.ofNullable(tree.getItem(new Point(event.x, event.y)))
                    .map(ColleagueDots.this::tip)
                    .orElse("");
        }
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
        var now = ColleaguePlaces.of(awareness.others());
        if (!now.equals(places)) {
            places = now;
            redraw.run();
        }
    }

    private List<ColleaguePlaces.Dot> dots(TreeItem item) {
        return places.isEmpty() || !(item.getData() instanceof Entity shown)
                ? List.of()
                : scene.document(shown)
                        .map(row -> places.at(row, !item.getExpanded(), scene.snapshot()))
                        .orElse(List.of());
    }

    private String tip(TreeItem item) {
        return dots(item).stream()
                .map(dot -> dot.sentence(scene.snapshot()))
                .collect(Collectors.joining("\n"));
    }

    private void paint(Event event) {
        if (event.index == 0 && event.item instanceof TreeItem item) {
            paint(event, item, dots(item));
        }
    }

    private static void paint(Event event, TreeItem item, List<ColleaguePlaces.Dot> dots) {
        var cell = item.getBounds(0);
        int x = cell.x + cell.width - GAP - SIZE;
        int y = cell.y + (cell.height - SIZE) / 2;
        event.gc.setAntialias(SWT.ON);
        // Which is seen where a row is selected, whose colour may be that of a dot.
        var around = item.getParent().getBackground();
        for (var dot : dots.stream().limit(MOST).toList()) {
            int rgb = dot.color();
            var at = new Point(x, y);
            choose(event.gc, around);
            paint(event.gc, dot, at, 1);
            choose(event.gc, new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
            paint(event.gc, dot, at, 0);
            x -= SIZE + GAP;
        }
    }

    private static void choose(GC gc, Color color) {
        gc.setForeground(color);
        gc.setBackground(color);
    }

    private static void paint(GC gc, ColleaguePlaces.Dot dot, Point at, int wider) {
        if (dot.isInside()) {
            gc.setLineWidth(2 + 2 * wider);
            gc.drawOval(at.x + 1, at.y + 1, SIZE - 2, SIZE - 2);
        } else {
            int more = wider + (dot.isHolding() ? MORE : 0);
            gc.fillOval(at.x - more, at.y - more, SIZE + 2 * more, SIZE + 2 * more);
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
