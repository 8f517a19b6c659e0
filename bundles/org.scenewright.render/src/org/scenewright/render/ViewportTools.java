// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What mouse and keys do in a viewport: move the camera, choose entities and drag handles.
 *
 * <p>Left click and drag choose; Alt+left turns around, middle pans, right looks and lets W, A, S,
 * D, Q and E fly, the wheel goes nearer. Q, W, E and R choose the tool, X the axes, F frames the
 * selection, Home the scene, Escape takes back the drag under way. Confined to the thread of its
 * {@link SceneView}; everything it wants goes out through its {@link Port}.
 */
public final class ViewportTools {
    private final Viewport viewport;
    private final HandleModels models = new HandleModels();
    private final Compass compass = new Compass();
    private final Flight flight = new Flight();
    private Optional<Gesture> gesture = Optional.empty();
    private InputEvent.Button button = InputEvent.Button.LEFT;
    private Optional<Handle> hovered = Optional.empty();
    private Tool tool = Tool.MOVE;
    private Snap snap = Snap.DEFAULT;
    private boolean worldAxes = true;
    private boolean flying;
    private Stand stand;

    public ViewportTools(SceneView scene, Camera camera, Port port) {
        viewport = new Viewport(scene, camera, port);
        stand = Stand.of(scene, worldAxes);
    }

    public void input(InputEvent event) {
        switch (event) {
            case InputEvent.PointerDown down -> down(down);
            case InputEvent.PointerMoved moved -> moved(moved);
            case InputEvent.PointerUp up -> up(up);
            case InputEvent.Wheel wheel -> wheel(wheel);
            case InputEvent.KeyDown(var key, var modifiers) -> key(key, modifiers);
            case InputEvent.KeyUp(var key, var modifiers) -> flight.release(key);
            case InputEvent.Left() -> hover(Optional.empty());
            case InputEvent.Cancelled() -> cancelled();
        }
    }

    private void down(InputEvent.PointerDown down) {
        if (gesture.isEmpty()) {
            button = down.button();
            gesture = begun(down);
            flying = down.button() == InputEvent.Button.RIGHT && !down.modifiers().alt();
        }
    }

    private Optional<Gesture> begun(InputEvent.PointerDown down) {
        boolean alt = down.modifiers().alt();
        return switch (down.button()) {
            case LEFT -> alt ? camera(CameraGesture.Way.ORBIT, down) : grasped(down);
            case MIDDLE -> camera(CameraGesture.Way.PAN, down);
            case RIGHT -> camera(alt ? CameraGesture.Way.NEAR : CameraGesture.Way.TURN, down);
        };
    }

    private Optional<Gesture> camera(CameraGesture.Way way, InputEvent.PointerDown down) {
        return Optional.of(new CameraGesture(viewport, way, down));
    }

    private Optional<Gesture> grasped(InputEvent.PointerDown down) {
        var camera = viewport.camera();
        var along = compass.under(camera, viewport.scene().view(), down.x(), down.y());
        if (along.isPresent()) {
            camera.lookAlong(along.get());
            viewport.port().redraw();
            return Optional.empty();
        }
        var handles = handles();
        var handle = handles.flatMap(h -> h.under(Handle.of(tool), down.x(), down.y()));
        return Optional.of(
                handle.isPresent()
                        ? unlessHeld(handles.orElseThrow(), handle.get(), down)
                        : new ChoosingGesture(viewport, down));
    }

    private Gesture unlessHeld(Handles handles, Handle handle, InputEvent.PointerDown down) {
        var obstacle = viewport.port().holds().obstacle(stand.carried());
        viewport.port().redraw();
        return obstacle.<Gesture>map(LeftAlone::new).orElseGet(() -> drag(handles, handle, down));
    }

    private Gesture drag(Handles handles, Handle handle, InputEvent.PointerDown down) {
        var ray = viewport.ray(down.x(), down.y());
        var drag = new Drag(handle, handles.gizmo(), ray, viewport.camera());
        hovered = Optional.of(handle);
        viewport.port().holds().hold(stand.carried());
        return new HandleGesture(viewport, drag, stand.carried(), snap);
    }

    private void moved(InputEvent.PointerMoved moved) {
        if (gesture.isPresent()) {
            gesture.get().moved(moved);
        } else {
            hover(handles().flatMap(h -> h.under(Handle.of(tool), moved.x(), moved.y())));
        }
    }

    private void hover(Optional<Handle> handle) {
        if (gesture.isEmpty() && !handle.equals(hovered)) {
            hovered = handle;
            viewport.port().cursor(handle.isPresent() ? Port.Cursor.HANDLE : Port.Cursor.ARROW);
            viewport.port().redraw();
        }
    }

    private void up(InputEvent.PointerUp up) {
        if (up.button() == button) {
            gesture.ifPresent(g -> g.released(up));
            end();
            moved(new InputEvent.PointerMoved(up.x(), up.y(), up.modifiers()));
        }
    }

    private void cancelled() {
        gesture.ifPresent(Gesture::catchUp);
        end();
    }

    private void end() {
        if (gesture.isPresent()) {
            gesture = Optional.empty();
            viewport.port().holds().hold(List.of());
            flying = false;
            flight.land();
            hovered = Optional.empty();
            viewport.port().cursor(Port.Cursor.ARROW);
            viewport.port().redraw();
        }
    }

    private void wheel(InputEvent.Wheel wheel) {
        if (flying) {
            flight.faster(wheel.amount());
        } else {
            viewport.camera().zoom(wheel.amount(), viewport.point(wheel.x(), wheel.y()));
            viewport.port().redraw();
        }
    }

    private void key(InputEvent.Key key, InputEvent.Modifiers modifiers) {
        if (flying) {
            flight.press(key);
            viewport.port().redraw();
        } else if (key == InputEvent.Key.ESCAPE) {
            gesture.ifPresent(Gesture::cancelled);
            end();
        } else if (gesture.isEmpty() && modifiers.equals(InputEvent.Modifiers.NONE)) {
            command(key);
        }
    }

    private void command(InputEvent.Key key) {
        switch (key) {
            case Q -> tool(Tool.SELECT);
            case W -> tool(Tool.MOVE);
            case E -> tool(Tool.ROTATE);
            case R -> tool(Tool.SCALE);
            case X -> worldAxes(!worldAxes);
            case F -> frameSelection();
            case HOME -> home();
            case A, D, S, V, UP, DOWN, LEFT, RIGHT, ESCAPE, SHIFT, CONTROL, ALT -> {}
            case SPACE, ONE, TWO, THREE, FOUR -> {}
        }
    }

    /** Lets time pass: glides and flights go on. */
    public void tick(double seconds) {
        if (animating()) {
            viewport.camera().tick(seconds);
            if (flight.isMoving()) {
                viewport.camera().fly(flight.way(seconds));
            }
            viewport.port().redraw();
        }
    }

    /** Whether {@link #tick} would change the picture. */
    public boolean animating() {
        return viewport.camera().gliding() || flight.isMoving();
    }

    public Tool tool() {
        return tool;
    }

    public void tool(Tool chosen) {
        tool = chosen;
        hovered = Optional.empty();
        viewport.port().redraw();
    }

    public Snap snap() {
        return snap;
    }

    public void snap(Snap chosen) {
        snap = chosen;
    }

    /**
     * Whether handles lie along the world's axes, not the entity's own; scaling always uses its
     * own.
     */
    public boolean worldAxes() {
        return worldAxes;
    }

    public void worldAxes(boolean world) {
        worldAxes = world;
        viewport.port().redraw();
    }

    /** Glides to the selection, or to the whole scene where nothing is selected. */
    public void frameSelection() {
        var scene = viewport.scene();
        var box = scene.bounds(scene.selection());
        box.ifPresentOrElse(viewport.camera()::frame, this::home);
        viewport.port().redraw();
    }

    /** Glides to where the whole scene is in sight. */
    public void home() {
        viewport.camera().home(viewport.scene().bounds());
        viewport.port().redraw();
    }

    /** The rectangle being drawn around entities, for the view to show. */
    public Optional<ScreenRectangle> rubberBand() {
        return gesture.flatMap(Gesture::rubberBand);
    }

    /** What the drag under way amounts to, for people: "X 1.25 m". */
    public Optional<String> hint() {
        return gesture.flatMap(Gesture::hint);
    }

    private Optional<Handles> handles() {
        boolean world = worldAxes && tool != Tool.SCALE;
        if (!stand.holds(viewport.scene(), world)) {
            stand = Stand.of(viewport.scene(), world);
        }
        return stand.gizmo(viewport.camera())
                .filter(gizmo -> tool != Tool.SELECT && viewport.port().holds().mayDrag())
                .map(g -> new Handles(g, viewport.camera(), viewport.scene().view()));
    }

    /** The picture with handles and compass on it; valid until the next one is made. */
    public DrawList draw(int width, int height) {
        gesture.ifPresent(Gesture::catchUp);
        var picture = viewport.scene().draw(viewport.camera(), width, height);
        var held = gesture.flatMap(Gesture::handle);
        var hot = held.isPresent() ? held : hovered;
        float density = viewport.camera().density();
        var lines = new ArrayList<>(picture.lines());
        lines.add(compass.draw(viewport.camera(), picture.view()).at(density));
        var drawn = handles().map(h -> models.draw(h, Handle.of(tool), hot, held.isPresent()));
        drawn.ifPresent(d -> d.lines().forEach(line -> lines.add(line.at(density))));
        var onTop = new ArrayList<>(picture.onTop());
        drawn.ifPresent(d -> onTop.addAll(d.batches()));
        return picture.with(onTop, lines);
    }
}
