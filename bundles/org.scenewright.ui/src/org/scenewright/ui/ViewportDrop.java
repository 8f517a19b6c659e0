// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.scenewright.render.Landing;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Drops into a viewport: shows the ghost of what is dragged where it would stand, and places it
 * there; opens the scene of a folder. UI thread.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class ViewportDrop extends DropTargetAdapter {
    private final OpenScene scene;
    private final Viewport viewport;
    private final Control control;
    private final IWorkbenchPartSite site;
    private Optional<Dragged> dragged = Optional.empty();
    private boolean isTurned;

    /** What is over the viewport, and where; {@code why} it cannot be dropped, if so. */
    private record Dragged(CargoShape shape, Optional<String> why, double x, double y) {
        Dragged at(double otherX, double otherY) {
            return new Dragged(shape, why, otherX, otherY);
        }

        Dragged refused(Optional<String> reason) {
            return new Dragged(shape, reason, x, y);
        }
    }

    private ViewportDrop(
            OpenScene scene, Viewport viewport, Control control, IWorkbenchPartSite site) {
        this.scene = scene;
        this.viewport = viewport;
        this.control = control;
        this.site = site;
    }

    static void onto(Control control, OpenScene scene, Viewport viewport, IWorkbenchPartSite site) {
        var target =
                new DropTarget(
                        control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(Cargo.transfers());
        target.addDropListener(new ViewportDrop(scene, viewport, control, site));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        turn(event);
        var shape = new CargoShape(scene, Cargo.dragged(event.currentDataType));
        var place = pixel(event);
        var entered = new Dragged(shape, Optional.empty(), place[0], place[1]);
        dragged = Optional.of(entered);
        if (shape.cargo().mayBeFolder()) {
            scene.ui().then(shape.cargo().isFolder(), isFolder -> look(shape, isFolder));
        } else {
            refuse(shape.objection());
            show(shape);
        }
        allow(event);
    }

    /** The disk may answer when something else is dragged here, or nothing any more. */
    private void look(CargoShape shape, boolean isFolder) {
        if (!isFolder && dragged.filter(now -> now.shape == shape).isPresent()) {
            refuse(shape.objection());
        }
    }

    private void refuse(Optional<String> why) {
        dragged = dragged.map(now -> now.refused(why));
        why.ifPresent(scene::say);
    }

    private void show(CargoShape shape) {
        if (dragged.flatMap(Dragged::why).isEmpty()) {
            var entities = shape.entities();
            viewport.with(open -> open.view().ghost().show(entities), true);
            follow();
        }
    }

    /** Held, the key for copies turns snapping round, as it does for handles. */
    private void turn(DropTargetEvent event) {
        isTurned = event.detail == DND.DROP_COPY;
    }

    /** Whoever offers files may not move them, whatever key is held. */
    private void allow(DropTargetEvent event) {
        boolean isRefused = dragged.flatMap(Dragged::why).isPresent();
        boolean copies = (event.operations & DND.DROP_COPY) != 0;
        event.detail = isRefused ? DND.DROP_NONE : copies ? DND.DROP_COPY : DND.DROP_LINK;
        event.feedback = DND.FEEDBACK_NONE;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        turn(event);
        allow(event);
        follow();
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        var place = pixel(event);
        allow(event);
        if (dragged.filter(now -> now.x != place[0] || now.y != place[1]).isPresent()) {
            dragged = dragged.map(now -> now.at(place[0], place[1]));
            follow();
        }
    }

    private double[] pixel(DropTargetEvent event) {
        var point = control.toControl(event.x, event.y);
        double zoom = Zoom.of(control) / 100.0;
        return new double[] {point.x * zoom, point.y * zoom};
    }

    private void follow() {
        dragged.filter(now -> now.why.isEmpty())
                .ifPresent(
                        now ->
                                viewport.with(
                                        open -> open.view().ghost().stand(landed(open, now)),
                                        true));
    }

    private Pose landed(Stage open, Dragged now) {
        var snap = open.tools().snap();
        var landing = new Landing(now.shape.kind(), snap.with(snap.on() != isTurned));
        return landing.at(open.view(), open.camera(), now.x, now.y);
    }

    /** Also before a drop. */
    @Override
    public void dragLeave(DropTargetEvent event) {
        if (dragged.flatMap(Dragged::why).isPresent()) {
            scene.say("");
        }
        dragged = Optional.empty();
        viewport.with(open -> open.view().ghost().leave());
    }

    @Override
    public void drop(DropTargetEvent event) {
        var place = pixel(event);
        var shape = new CargoShape(scene, Cargo.dropped(event.data));
        var fallen = new Dragged(shape, shape.objection(), place[0], place[1]);
        scene.ui().then(shape.cargo().isFolder(), isFolder -> take(fallen, isFolder));
    }

    private void take(Dragged fallen, boolean isFolder) {
        if (isFolder) {
            var folder = fallen.shape.cargo().files().getFirst();
            SceneOpener.open(folder, site.getWorkbenchWindow(), false);
        } else {
            fallen.why.ifPresentOrElse(scene::say, () -> drop(fallen));
        }
    }

    private void drop(Dragged now) {
        var landed = new CompletableFuture<Pose>();
        viewport.with(open -> landed.complete(landed(open, now)));
        scene.ui()
                .then(
                        landed,
                        pose -> new CargoDrop(scene, pose, Edit.Place.TOP).take(now.shape.cargo()));
        site.getPage().activate(site.getPart());
        control.forceFocus();
    }
}
