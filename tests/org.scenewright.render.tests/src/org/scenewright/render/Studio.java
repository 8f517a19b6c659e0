// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.fail;

import org.joml.Vector3d;
import org.joml.Vector3f;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scene written as text, shown in a viewport without a screen, with a hand on mouse and keys.
 *
 * <p>Each line is {@code name [in parent] [at x y z] [turn axis degrees] [scale x y z]}, then
 * components by short names with their JSON, for example {@code Billboard={}}, and shapes: box,
 * sphere, cylinder, plane.
 */
final class Studio implements Port, Port.Holds {
    static final int WIDTH = 800;
    static final int HEIGHT = 600;

    final Scene scene;
    final SceneView view = new SceneView(new AssetLibrary(Path.of("no-such-folder")));
    final Camera camera = new Camera();
    final ViewportTools tools = new ViewportTools(view, camera, this);
    final List<Edit> posted = new ArrayList<>();
    final Set<Long> gestures = new HashSet<>();
    Set<Entity> told = Set.of();
    List<Entity> held = List.of();
    Optional<String> obstacle = Optional.empty();
    boolean isReadOnly;
    int redraws;

    /** Whether edits wait until {@link #catchUp}. */
    boolean slow;

    private final List<Runnable> late = new ArrayList<>();
    private long lastGesture;

    private Studio() {
        scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));
        camera.look(new Vector3f(2, 7, -1), new Vector3f(8, 0, 8));
    }

    static Studio of(String... lines) {
        var studio = new Studio();
        for (var line : lines) {
            studio.spawn(line);
        }
        studio.draw();
        return studio;
    }

    private void spawn(String line) {
        String[] words = line.split(" +");
        var components = new LinkedHashMap<String, Value>();
        var parent = Entity.ROOT;
        double[] turn = {0, 1, 0, 0};
        var position = new Pose.Vec(0, 0, 0);
        var scale = new Pose.Vec(1, 1, 1);
        for (int i = 1; i < words.length; i++) {
            switch (words[i]) {
                case "in" -> parent = entity(words[++i]);
                case "at" ->
                        position = new Pose.Vec(num(words, ++i), num(words, ++i), num(words, ++i));
                case "scale" ->
                        scale = new Pose.Vec(num(words, ++i), num(words, ++i), num(words, ++i));
                case "turn" -> {
                    String axis = words[++i];
                    turn =
                            new double[] {
                                num(words, ++i),
                                axis.equals("x") ? 1 : 0,
                                axis.equals("y") ? 1 : 0,
                                axis.equals("z") ? 1 : 0
                            };
                }
                case "box", "sphere", "cylinder", "plane" ->
                        components.put(
                                Looks.MESH,
                                ValueJson.parse(
                                        "{\"mesh\":{\"$case\":\"%1$s\",\"%1$s\":{}}}"
                                                .formatted(words[i])));
                default -> component(words[i], components);
            }
        }
        double half = Math.toRadians(turn[0]) / 2;
        var rotation =
                new Pose.Quat(
                        Math.sin(half) * turn[1],
                        Math.sin(half) * turn[2],
                        Math.sin(half) * turn[3],
                        Math.cos(half));
        components.putFirst(SceneSnapshot.TRANSFORM, new Pose(position, rotation, scale).toValue());
        apply(new Edit.Spawn(words[0], Edit.Place.under(parent), components));
    }

    private static double num(String[] words, int i) {
        return Double.parseDouble(words[i]);
    }

    private static void component(String word, LinkedHashMap<String, Value> to) {
        int equals = word.indexOf('=');
        String name = word.substring(0, equals);
        to.put(
                name.contains("::") ? name : "core::" + name,
                ValueJson.parse(word.substring(equals + 1)));
    }

    Changes apply(Edit edit) {
        return apply(edit, Origin.USER);
    }

    private Changes apply(Edit edit, Origin origin) {
        return switch (scene.apply(edit, origin)) {
            case Outcome.Accepted(var changes) -> shown(changes);
            case Outcome.Refused(var reason) -> fail(reason);
        };
    }

    private Changes shown(Changes changes) {
        view.show(scene.snapshot(), changes);
        return changes;
    }

    void undo() {
        scene.undo().ifPresent(this::shown);
    }

    void set(String name, String component, String json) {
        apply(new Edit.Put(entity(name), component, ValueJson.parse(json)));
    }

    Entity entity(String name) {
        return scene.snapshot().entities().stream()
                .filter(e -> scene.snapshot().name(e).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entity " + name));
    }

    Studio select(String... names) {
        view.select(entities(names));
        return this;
    }

    Set<Entity> entities(String... names) {
        return java.util.Arrays.stream(names).map(this::entity).collect(Collectors.toSet());
    }

    String selected() {
        return view.selection().stream()
                .map(scene.snapshot()::name)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    DrawList draw() {
        return tools.draw(WIDTH, HEIGHT);
    }

    /** Where an entity's origin is in the world. */
    Vector3f at(String name) {
        var p = scene.snapshot().worldPose(entity(name)).position();
        return new Vector3f((float) p.x(), (float) p.y(), (float) p.z());
    }

    double[] pixel(Vector3f point) {
        double[] at = new double[2];
        new Screen(camera.view(WIDTH, HEIGHT)).project(point, at);
        return at;
    }

    double[] pixel(Vector3d point) {
        return pixel(new Vector3f((float) point.x, (float) point.y, (float) point.z));
    }

    Gizmo gizmo() {
        return Stand.of(view, tools.worldAxes() && tools.tool() != Tool.SCALE)
                .gizmo(camera)
                .orElseThrow();
    }

    Handles handles() {
        return new Handles(gizmo(), camera, camera.view(WIDTH, HEIGHT));
    }

    void press(double[] at, Modifiers... held) {
        tools.input(
                new InputEvent.PointerDown(at[0], at[1], InputEvent.Button.LEFT, modifiers(held)));
    }

    void move(double[] at, Modifiers... held) {
        tools.input(new InputEvent.PointerMoved(at[0], at[1], modifiers(held)));
    }

    void release(double[] at, Modifiers... held) {
        tools.input(
                new InputEvent.PointerUp(at[0], at[1], InputEvent.Button.LEFT, modifiers(held)));
    }

    void click(double[] at, Modifiers... held) {
        press(at, held);
        release(at, held);
    }

    void drag(double[] from, double[] to, Modifiers... held) {
        press(from, held);
        move(new double[] {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2}, held);
        move(to, held);
        release(to, held);
    }

    void key(InputEvent.Key key) {
        tools.input(new InputEvent.KeyDown(key, InputEvent.Modifiers.NONE));
    }

    /** The keys that may be held. */
    enum Modifiers {
        SHIFT,
        CONTROL,
        ALT
    }

    private static InputEvent.Modifiers modifiers(Modifiers... held) {
        var all = List.of(held);
        return new InputEvent.Modifiers(
                all.contains(Modifiers.SHIFT),
                all.contains(Modifiers.CONTROL),
                all.contains(Modifiers.ALT));
    }

    @Override
    public void post(Edit edit, Origin origin) {
        posted.add(edit);
        gestures.add(origin.gesture());
        if (slow) {
            late.add(() -> apply(edit, origin));
        } else {
            apply(edit, origin);
        }
    }

    void catchUp() {
        late.forEach(Runnable::run);
        late.clear();
    }

    @Override
    public long newGesture() {
        return ++lastGesture;
    }

    @Override
    public void cancelGesture(long gesture) {
        scene.cancelGesture(gesture).ifPresent(this::shown);
    }

    @Override
    public void selected(Set<Entity> entities) {
        told = entities;
    }

    @Override
    public Holds holds() {
        return this;
    }

    @Override
    public void hold(List<Entity> entities) {
        held = entities;
    }

    @Override
    public boolean mayDrag() {
        return !isReadOnly;
    }

    @Override
    public Optional<String> obstacle(List<Entity> entities) {
        return obstacle;
    }

    @Override
    public void redraw() {
        redraws++;
    }

    @Override
    public void cursor(Cursor cursor) {}
}
