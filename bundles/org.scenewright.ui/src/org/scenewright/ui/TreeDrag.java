// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Fragment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Dragging rows of the Outline: within a tree it moves entities, from another scene it brings
 * copies. What else is dropped on it becomes entities there.
 */
final class TreeDrag {
    private static final int DRAG_POINTS = 8;

    private final OpenScene scene;
    private final Tree tree;
    private List<Entity> held = List.of();
    private List<Entity> dragged = List.of();
    private Optional<Point> pressed = Optional.empty();

    TreeDrag(OpenScene scene, Tree tree) {
        this.scene = scene;
        this.tree = tree;
        var source = new DragSource(tree, DND.DROP_MOVE | DND.DROP_COPY);
        source.setTransfer(SceneClipboard.transfer(), TextTransfer.getInstance());
        source.addDragListener(new Source());
        var target = new DropTarget(tree, DND.DROP_MOVE | DND.DROP_COPY);
        target.setTransfer(
                Stream.concat(Stream.of(SceneClipboard.transfer()), Stream.of(Cargo.transfers()))
                        .toArray(Transfer[]::new));
        target.addDropListener(new Target());
        tree.addListener(SWT.MouseDown, this::press);
        tree.addListener(SWT.MouseUp, event -> pressed = Optional.empty());
        tree.addListener(SWT.MouseMove, this::move);
    }

    private void press(Event event) {
        pressed = Optional.of(new Point(event.x, event.y)).filter(point -> event.button == 1);
        held = pressed.map(this::under).orElse(List.of());
    }

    /** GTK's trees wait only half a second for a drag; later ones have to be noticed here. */
    private void move(Event event) {
        if ((event.stateMask & SWT.BUTTON1) == 0 || !dragged.isEmpty()) {
            pressed = Optional.empty();
        }
        pressed.filter(from -> isFar(from, event)).ifPresent(this::begin);
    }

    private static boolean isFar(Point from, Event to) {
        return Math.abs(from.x - to.x) > DRAG_POINTS || Math.abs(from.y - to.y) > DRAG_POINTS;
    }

    private void begin(Point from) {
        pressed = Optional.empty();
        var event = new Event();
        event.x = from.x;
        event.y = from.y;
        event.button = 1;
        event.stateMask = SWT.BUTTON1;
        tree.notifyListeners(SWT.DragDetect, event);
    }

    /** Where in the tree something falls. */
    record Fall(Entity row, Part part) {

        /** The part of a row that the pointer is on. */
        enum Part {
            ABOVE(DND.FEEDBACK_INSERT_BEFORE),
            INTO(DND.FEEDBACK_SELECT),
            BELOW(DND.FEEDBACK_INSERT_AFTER);

            private final int feedback;

            Part(int feedback) {
                this.feedback = feedback;
            }

            /** The upper and the lower quarter of a row stand for the gaps beside it. */
            static Part of(int y, int height) {
                return y < height / 4 ? ABOVE : y > height - height / 4 ? BELOW : INTO;
            }
        }
    }

    /** The place in the document that a fall means. */
    Edit.Place place(Fall fall) {
        var snapshot = scene.snapshot();
        if (fall.part() == Fall.Part.INTO || fall.row().equals(Entity.ROOT)) {
            return Edit.Place.under(fall.row());
        }
        var parent = snapshot.parent(fall.row());
        var siblings =
                snapshot.children(parent).stream()
                        .filter(entity -> !dragged.contains(entity))
                        .toList();
        int index = siblings.indexOf(fall.row()) + (fall.part() == Fall.Part.BELOW ? 1 : 0);
        return new Edit.Place(
                parent,
                index >= 0 && index < siblings.size()
                        ? Optional.of(siblings.get(index))
                        : Optional.empty());
    }

    private Optional<Fall> fall(DropTargetEvent event) {
        return Optional.ofNullable((TreeItem) event.item).map(item -> fall(item, event));
    }

    private Fall fall(TreeItem item, DropTargetEvent event) {
        Point point = tree.toControl(event.x, event.y);
        var bounds = item.getBounds();
        return new Fall(SceneTree.supplied(item), Fall.Part.of(point.y - bounds.y, bounds.height));
    }

    /** An entity cannot hang below itself. */
    private boolean isOwnBranch(Entity place) {
        return dragged.contains(place)
                || !place.equals(Entity.ROOT) && isOwnBranch(scene.snapshot().parent(place));
    }

    private boolean isMove(DropTargetEvent event) {
        return !dragged.isEmpty() && (event.detail & DND.DROP_COPY) == 0;
    }

    /**
     * What a drag from a point takes along: the row there, and the selection if that is in it.
     * Asked when the row is pressed: after a while the tree selects that row alone.
     */
    private List<Entity> under(Point point) {
        var row = Optional.ofNullable(tree.getItem(point)).map(SceneTree::supplied);
        var selected = scene.editable();
        return row.filter(selected::contains)
                .map(entity -> selected)
                .orElseGet(() -> row.filter(entity -> !entity.isReserved()).stream().toList());
    }

    private final class Source extends DragSourceAdapter {
        @Override
        public void dragStart(DragSourceEvent event) {
            dragged = held;
            event.doit = !dragged.isEmpty();
            if (event.doit) {
                scene.select(dragged);
            }
        }

        @Override
        public void dragSetData(DragSourceEvent event) {
            event.data = Fragment.copy(scene.snapshot(), dragged).toJson();
        }

        @Override
        public void dragFinished(DragSourceEvent event) {
            pressed = Optional.empty();
            dragged = List.of();
        }
    }

    private final class Target extends DropTargetAdapter {
        @Override
        public void dragEnter(DropTargetEvent event) {
            edits().refusal().ifPresent(scene::tell);
        }

        @Override
        public void dragLeave(DropTargetEvent event) {
            edits().refusal().ifPresent(why -> scene.tell(""));
        }

        private SceneEdits edits() {
            return new SceneEdits(scene);
        }

        @Override
        public void dragOver(DropTargetEvent event) {
            var fall = fall(event);
            event.feedback =
                    DND.FEEDBACK_SCROLL
                            | DND.FEEDBACK_EXPAND
                            | fall.map(f -> f.part().feedback).orElse(DND.FEEDBACK_NONE);
            boolean isOwn =
                    fall.map(f -> place(f).parent()).filter(TreeDrag.this::isOwnBranch).isPresent();
            if (isOwn || !edits().areAllowed()) {
                event.detail = DND.DROP_NONE;
            }
            cargo(event).ifPresent(shape -> allow(event, shape));
        }

        private Optional<CargoShape> cargo(DropTargetEvent event) {
            return Optional.of(event.currentDataType)
                    .filter(Cargo::isOne)
                    .map(type -> new CargoShape(scene, Cargo.dragged(type)));
        }

        /** Whoever offers files may not move them, whatever key is held. */
        private static void allow(DropTargetEvent event, CargoShape shape) {
            event.detail = shape.objection().isPresent() ? DND.DROP_NONE : DND.DROP_COPY;
        }

        @Override
        public void drop(DropTargetEvent event) {
            var place = fall(event).map(TreeDrag.this::place).orElse(Edit.Place.TOP);
            if (cargo(event).isPresent()) {
                var shape = new CargoShape(scene, Cargo.dropped(event.data));
                shape.objection().ifPresentOrElse(scene::say, () -> shape.drop(place));
            } else if (isMove(event)) {
                scene.post(new Edit.Reparent(dragged, place));
            } else {
                Optional.ofNullable(event.data)
                        .flatMap(json -> Fragment.fromJson(json.toString()))
                        .ifPresent(fragment -> scene.create(new Edit.Paste(fragment, place)));
            }
        }
    }
}
