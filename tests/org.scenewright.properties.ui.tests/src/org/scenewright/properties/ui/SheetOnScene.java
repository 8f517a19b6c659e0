// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The sheet in a window of its own, on an open scene of two entities. */
abstract class SheetOnScene {
    static final Entity BOX = new Entity(512);
    static final Entity LAMP = new Entity(513);
    static final String COMPOSITE =
            """
            {"version":1,"components":[
            {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}},"513":{"json":{"value":"Lamp"}}}},
            {"name":"core::Transform","data":{
            "512":{"json":{"position":{"x":1,"y":2,"z":3},"scale":{"x":1,"y":1,"z":1},"rotation":{"x":0,"y":0,"z":0,"w":1},"parent":0}},
            "513":{"json":{"position":{"x":1,"y":5,"z":3},"scale":{"x":1,"y":1,"z":1},"rotation":{"x":0,"y":0,"z":0,"w":1},"parent":0}}}},
            {"name":"core::GltfContainer","data":{"513":{"json":{"src":"lamp.glb","invisibleMeshesCollisionMask":2}}}},
            {"name":"core::MeshRenderer","data":{"512":{"json":{"mesh":{"$case":"box","box":{"uvs":[]}}}}}},
            {"name":"core::Material","data":{"512":{"json":{"material":{"$case":"pbr","pbr":{"albedoColor":{"r":1,"g":0,"b":0,"a":1}}}}}}},
            {"name":"my::Thing","jsonSchema":{"type":"object","properties":{
            "speed":{"type":"number","serializationType":"float32"},
            "tags":{"type":"array","items":{"type":"string","serializationType":"utf8-string"},"serializationType":"array"},
            "extra":{"type":"odd","serializationType":"odd"},
            "target":{"type":"integer","serializationType":"entity"}},"serializationType":"map"},
            "data":{"512":{"json":{"speed":2,"tags":["a","b"],"extra":{"n":1},"target":513}}}}
            ]}\
            """;

    private static final SpecialShapes SHAPES =
            new SpecialShapes(
                    Map.of(
                            "asset-packs::Actions", new PackShapes(),
                            "asset-packs::Triggers", new PackShapes(),
                            "asset-packs::States", new PackShapes()));
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int HEARTBEAT_MILLIS = 5;

    @TempDir Path directory;

    final Shell shell = new Shell(Display.getDefault());
    final List<String> messages = new ArrayList<>();
    Optional<SceneSession> opened = Optional.empty();
    Optional<Sheet> shownSheet = Optional.empty();

    /** Where files are. */
    AssetPlaces places() {
        return AssetPlaces.none();
    }

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(directory.resolve("assets/scene"));
        Files.writeString(directory.resolve("assets/scene/main.composite"), composite());
        Files.writeString(
                directory.resolve("scene.json"),
                "{\"display\":{\"title\":\"Old\"},\"scene\":{\"base\":\"0,0\",\"parcels\":[\"0,0\"]}}");
        opened = Optional.of(await(SceneSession.open(SceneProject.of(directory))));
        shell.setSize(420, 900);
        shell.setVisible(true);
        shownSheet =
                Optional.of(
                        new Sheet(
                                shell,
                                SHAPES,
                                places(),
                                message -> messages.add(String.valueOf(message))));
    }

    /** The scene of this test. */
    String composite() {
        return COMPOSITE;
    }

    @AfterEach
    void close() {
        shownSheet.orElseThrow().close();
        opened.orElseThrow().close();
        shell.dispose();
    }

    SceneSession session() {
        return opened.orElseThrow();
    }

    static <T> T await(CompletableFuture<T> future) {
        pump(future::isDone);
        return future.join();
    }

    static void pump(BooleanSupplier until) {
        var display = Display.getDefault();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "what was waited for did not happen");
            if (!display.readAndDispatch()) {
                // Nothing wakes this thread when the scene's own thread is done.
                display.timerExec(HEARTBEAT_MILLIS, () -> {});
                display.sleep();
            }
        }
    }

    /** Selects, and waits until the sheet shows it. */
    void show(Entity... entities) {
        select(entities);
        settle();
    }

    void select(Entity... entities) {
        sheet().show(Arrays.stream(entities).map(e -> new EntityHandle(session(), e)).toList());
    }

    void settle() {
        pump(sheet()::isDone);
    }

    Sheet sheet() {
        return shownSheet.orElseThrow();
    }

    /** A control and all in it that is not hidden. */
    static Stream<Control> all(Control control) {
        var below =
                control instanceof Composite composite
                        ? Arrays.stream(composite.getChildren())
                                .filter(Control::getVisible)
                                .flatMap(SheetOnScene::all)
                        : Stream.<Control>empty();
        return Stream.concat(Stream.of(control), below);
    }

    /** The control of a field by its path, for example {@code position.x}. */
    <T extends Control> T field(Class<T> type, String path) {
        return all(shell)
                .filter(control -> path.equals(control.getData("field")))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + path));
    }

    boolean hasField(String path) {
        return all(shell).anyMatch(control -> path.equals(control.getData("field")));
    }

    String shown(String path) {
        return field(Text.class, path).getText();
    }

    void type(String path, String typed) {
        var text = field(Text.class, path);
        text.setText(typed);
        text.notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** Types without leaving the box. */
    Text begin(String path, String typed) {
        var text = field(Text.class, path);
        text.setFocus();
        text.setText(typed);
        return text;
    }

    String value(Entity entity, String component, String path) {
        return session()
                .snapshot()
                .value(entity, component)
                .flatMap(value -> value.at(FieldPath.parse(path)))
                .map(ValueJson::print)
                .orElse("nothing");
    }

    void set(Entity entity, String component, String path, Value value) {
        var edit = new Edit.Set(entity, component, FieldPath.parse(path), value);
        await(session().post(edit, Origin.USER));
    }

    void choose(String path, String option) {
        var combo = field(Combo.class, path);
        combo.select(Arrays.asList(combo.getItems()).indexOf(option));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    void press(String tip) {
        var button =
                all(shell)
                        .filter(
                                control ->
                                        control instanceof Button
                                                && tip.equals(control.getToolTipText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + tip));
        button.notifyListeners(SWT.Selection, new Event());
    }

    void pumpUntil(Entity entity, String component, String path, String json) {
        pump(
                () ->
                        session()
                                .snapshot()
                                .value(entity, component)
                                .flatMap(value -> value.at(FieldPath.parse(path)))
                                .map(ValueJson::print)
                                .equals(Optional.of(json)));
    }

    static void drag(Control label, int x, int type) {
        var event = new Event();
        event.x = x;
        event.button = 1;
        label.notifyListeners(type, event);
    }
}
