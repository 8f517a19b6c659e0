// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.joml.Vector3f;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;
import org.scenewright.hud.HudKey;
import org.scenewright.render.Camera;
import org.scenewright.render.DrawList;
import org.scenewright.render.InputEvent;
import org.scenewright.render.Neighbor;
import org.scenewright.render.Port;
import org.scenewright.render.SceneView;
import org.scenewright.render.Spot;
import org.scenewright.render.Tool;
import org.scenewright.render.ViewportTools;
import org.scenewright.render.jogl.Frame;
import org.scenewright.runtime.Play;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The half of a viewport that lives on the GL thread: the scene as it is drawn, the camera and the
 * tools.
 */
final class Stage {
    private final Camera camera = new Camera();
    private final Port port;
    private final SceneView view;
    private final ViewportTools tools;
    private final Map<Showing, Neighbor> beside = new LinkedHashMap<>();
    private Optional<Showing> showing = Optional.empty();
    private Tool tool = Tool.SELECT;
    private long shown;
    private long lastTick = System.nanoTime();

    Stage(AssetLibrary assets, Port port, SceneSnapshot snapshot) {
        this.port = port;
        view = new SceneView(assets);
        tools = new ViewportTools(view, camera, port);
        view.reset(snapshot);
        shown = snapshot.revision();
    }

    /**
     * Shows from now on what runs, or else the document; the camera stays where it is.
     *
     * @param document what is shown where nothing runs
     */
    void turn(Optional<Showing> next, SceneSnapshot document) {
        if (next.isPresent() != showing.isPresent()) {
            turnTool(next.isPresent());
        }
        boolean walks = walks() && next.isPresent();
        walk(false);
        showing = next;
        walk(walks);
        var snapshot = next.map(s -> s.play().snapshot()).orElse(document);
        view.options(view.options().withPlayed(next.isPresent()));
        view.reset(snapshot);
        view.select(view.selection());
        shown = snapshot.revision();
    }

    /**
     * Shows changes, save those that the first snapshot held already.
     *
     * @param of what they happened to; the document where empty
     */
    void show(Optional<Play> of, SceneSnapshot snapshot, Changes changes) {
        if (of.equals(showing.map(Showing::play)) && changes.revision() > shown) {
            shown = changes.revision();
            view.show(snapshot, changes);
        }
    }

    /** Shows another scene that runs, where it stands. */
    void admit(Showing guest, AssetLibrary assets) {
        var origin = guest.play().plan().origin();
        var at = new Vector3f((float) origin.x(), (float) origin.y(), (float) origin.z());
        var neighbor = view.addNeighbor(assets, at);
        neighbor.reset(guest.play().snapshot());
        beside.put(guest, neighbor);
    }

    void dismiss(Showing guest) {
        neighbor(guest).ifPresent(view::remove);
        beside.remove(guest);
    }

    private Optional<Neighbor> neighbor(Showing guest) {
        return Optional.ofNullable(beside.get(guest));
    }

    /** Shows what a source of the other scene leads to by now. */
    void loaded(Showing guest, AssetSource source) {
        neighbor(guest).ifPresent(neighbor -> neighbor.assetLoaded(source));
    }

    /** Shows changes of the other scene, save those that its first snapshot held already. */
    void show(Showing guest, SceneSnapshot snapshot, Changes changes) {
        neighbor(guest).ifPresent(neighbor -> neighbor.show(snapshot, changes));
    }

    /** Where the pointer is the scene's, there are no handles to drag. */
    private void turnTool(boolean isRunning) {
        tools.input(new InputEvent.Cancelled());
        if (isRunning) {
            tool = tools.tool();
            tools.tool(Tool.SELECT);
        } else {
            tools.tool(tool);
        }
    }

    private Optional<PlayWalk> player() {
        return showing.flatMap(Showing::player);
    }

    /** Whether somebody walks about. */
    private boolean walks() {
        return player().filter(PlayWalk::isOn).isPresent();
    }

    private void walk(boolean on) {
        player().ifPresent(player -> player.turn(on, camera));
    }

    SceneView view() {
        return view;
    }

    ViewportTools tools() {
        return tools;
    }

    Camera camera() {
        return camera;
    }

    void input(InputEvent event, Viewport.PixelSize size) {
        if (inputs().anyMatch(in -> takes(in, event, size))) {
            port.redraw();
        } else {
            tools.input(event);
        }
    }

    /** What lies before what is behind it hears that the pointer is elsewhere. */
    private boolean takes(PlayInput input, InputEvent event, Viewport.PixelSize size) {
        boolean isTaken = input.takes(event, camera, size);
        if (isTaken && event instanceof InputEvent.PointerMoved && input.covers()) {
            inputs().filter(in -> !in.covers())
                    .forEach(in -> in.takes(new InputEvent.Left(), camera, size));
        }
        return isTaken;
    }

    /** What runs, save what is hidden. */
    private Stream<PlayInput> inputs() {
        return showing.stream()
                .flatMap(s -> s.inputs().stream())
                .filter(in -> view.options().hud() || !in.covers());
    }

    /** Something is typed. */
    void type(String text) {
        inputs().anyMatch(in -> in.types(text));
    }

    /** A key that changes what was typed is pressed. */
    void type(HudKey key) {
        inputs().anyMatch(in -> in.types(key));
    }

    /** A picture with all that lies over it. */
    Frame covered(Frame frame, Viewport.PixelSize size) {
        inputs().forEach(in -> in.cover(frame, size));
        return frame;
    }

    Spot spot(int x, int y, Viewport.PixelSize size) {
        return Spot.at(view, camera, camera.ray(x, y, size.width(), size.height()));
    }

    void select(Set<Entity> entities) {
        view.select(entities);
    }

    ViewportState state() {
        boolean types = inputs().anyMatch(PlayInput::isTyping);
        return new ViewportState(
                tools.tool(), tools.worldAxes(), tools.snap(), view.options(), walks(), types);
    }

    void state(ViewportState state) {
        tools.tool(state.tool());
        tools.worldAxes(state.worldAxes());
        tools.snap(state.snap());
        view.options(state.options());
        walk(state.walks());
    }

    /**
     * Lets the time pass that went by since the last picture, or a moment where nothing moved till
     * now.
     */
    DrawList draw(Viewport.PixelSize size) {
        long now = System.nanoTime();
        double seconds = Math.min(0.05, (now - lastTick) / 1e9);
        tools.tick(seconds);
        lastTick = now;
        camera.density(size.zoom() / 100.0);
        pass(seconds, size);
        view.paint(showing.map(s -> s.materials().get()).orElse(Map.of()));
        view.pose(showing.map(s -> s.postures().get()).orElse(Map.of()));
        beside.forEach(Stage::move);
        return tools.draw(size.width(), size.height());
    }

    /** Moves what moves without its links being told. */
    private static void move(Showing guest, Neighbor neighbor) {
        neighbor.paint(guest.materials().get());
        neighbor.pose(guest.postures().get());
    }

    private void pass(double seconds, Viewport.PixelSize size) {
        var place = view.snapshot().worldPose(Entity.PLAYER);
        player().ifPresent(player -> player.shown(place));
        inputs().forEach(input -> input.pass(seconds, camera, size));
        view.standIn(player().flatMap(PlayWalk::stance));
    }

    boolean isMoving() {
        return tools.animating() || inputs().anyMatch(PlayInput::isMoving);
    }
}
