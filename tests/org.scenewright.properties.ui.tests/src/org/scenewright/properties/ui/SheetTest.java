// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The sheet in a window of its own, on an open scene of two entities. */
class SheetTest {
    private static final Entity BOX = new Entity(512);
    private static final Entity LAMP = new Entity(513);
    private static final String COMPOSITE =
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
            "target":{"type":"integer","serializationType":"entity"}},"serializationType":"map"},
            "data":{"512":{"json":{"speed":2,"tags":["a","b"],"target":513}}}}
            ]}\
            """;

    @TempDir Path directory;

    private final Shell shell = new Shell(Display.getDefault());
    private final List<String> messages = new ArrayList<>();
    private Optional<SceneSession> opened = Optional.empty();
    private Optional<Sheet> shownSheet = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(directory.resolve("assets/scene"));
        Files.writeString(directory.resolve("assets/scene/main.composite"), COMPOSITE);
        Files.writeString(
                directory.resolve("scene.json"),
                "{\"display\":{\"title\":\"Old\"},\"scene\":{\"base\":\"0,0\",\"parcels\":[\"0,0\"]}}");
        opened = Optional.of(await(SceneSession.open(SceneProject.of(directory))));
        shell.setSize(420, 900);
        shell.setVisible(true);
        shownSheet =
                Optional.of(new Sheet(shell, message -> messages.add(String.valueOf(message))));
    }

    @AfterEach
    void close() {
        shownSheet.orElseThrow().close();
        opened.orElseThrow().close();
        shell.dispose();
    }

    private SceneSession session() {
        return opened.orElseThrow();
    }

    private static <T> T await(CompletableFuture<T> future) {
        pump(future::isDone);
        return future.join();
    }

    private static void pump(BooleanSupplier until) {
        var display = Display.getDefault();
        long end = System.nanoTime() + 20_000_000_000L;
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "what was waited for did not happen");
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private void show(Entity... entities) {
        shownSheet
                .orElseThrow()
                .show(Arrays.stream(entities).map(e -> new EntityHandle(session(), e)).toList());
    }

    private static Stream<Control> all(Control control) {
        var below =
                control instanceof Composite composite
                        ? Arrays.stream(composite.getChildren()).flatMap(SheetTest::all)
                        : Stream.<Control>empty();
        return Stream.concat(Stream.of(control), below);
    }

    /** The control of a field by its path, for example {@code position.x}. */
    private <T extends Control> T field(Class<T> type, String path) {
        return all(shell)
                .filter(control -> path.equals(control.getData("field")))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + path));
    }

    private boolean hasField(String path) {
        return all(shell).anyMatch(control -> path.equals(control.getData("field")));
    }

    private String shown(String path) {
        return field(Text.class, path).getText();
    }

    private void type(String path, String typed) {
        var text = field(Text.class, path);
        text.setText(typed);
        text.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private void choose(String path, String option) {
        var combo = field(Combo.class, path);
        combo.select(Arrays.asList(combo.getItems()).indexOf(option));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private void press(String tip) {
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

    private void pumpUntil(Entity entity, String component, String path, String json) {
        pump(
                () ->
                        session()
                                .snapshot()
                                .value(entity, component)
                                .flatMap(value -> value.at(FieldPath.parse(path)))
                                .map(ValueJson::print)
                                .equals(Optional.of(json)));
    }

    @Test
    void numbersAreShown() {
        show(BOX);
        assertEquals("2", shown("position.y"));
    }

    @Test
    void aTypedNumberIsWritten() {
        show(BOX);
        type("position.x", "4*2.5");
        pumpUntil(BOX, "core::Transform", "position.x", "10");
    }

    @Test
    void aChangeElsewhereIsShown() {
        show(BOX);
        session()
                .post(
                        new Edit.Set(
                                BOX, "core::Transform", FieldPath.parse("position.z"), Value.of(7)),
                        Origin.USER);
        pump(() -> shown("position.z").equals("7"));
    }

    @Test
    void rotationsAreTypedInDegrees() {
        show(BOX);
        type("rotation.y", "90");
        pump(() -> Math.abs(session().snapshot().pose(BOX).rotation().y() - Math.sqrt(0.5)) < 1e-6);
        assertEquals("90", shown("rotation.y"));
    }

    @Test
    void whatDiffersBetweenEntitiesIsADash() {
        show(BOX, LAMP);
        assertEquals("\u2014", shown("position.y"));
    }

    @Test
    void whatIsTypedForSeveralIsWrittenToAll() {
        show(BOX, LAMP);
        type("position.y", "9");
        pumpUntil(BOX, "core::Transform", "position.y", "9");
        pumpUntil(LAMP, "core::Transform", "position.y", "9");
    }

    @Test
    void oneTypedValueForSeveralIsOneUndoStep() {
        show(BOX, LAMP);
        type("position.y", "9");
        pumpUntil(LAMP, "core::Transform", "position.y", "9");
        await(session().undo());
        pumpUntil(BOX, "core::Transform", "position.y", "2");
        pumpUntil(LAMP, "core::Transform", "position.y", "5");
    }

    @Test
    void componentsThatNotAllHaveAreNotShown() {
        show(BOX, LAMP);
        assertFalse(hasField("speed"));
    }

    @Test
    void aTeamsOwnComponentHasFields() {
        show(BOX);
        type("speed", "3.5");
        pumpUntil(BOX, "my::Thing", "speed", "3.5");
    }

    @Test
    void aReferenceShowsTheName() {
        show(BOX);
        assertEquals("Lamp (513)", field(Button.class, "target").getText());
    }

    @Test
    void aListGrows() {
        show(BOX);
        press("Add an item to Tags");
        pumpUntil(BOX, "my::Thing", "tags", "[\"a\",\"b\",\"b\"]");
        pump(() -> hasField("tags.2"));
    }

    @Test
    void aListItemIsRemoved() {
        show(BOX);
        press("Remove item 1 of Tags");
        pumpUntil(BOX, "my::Thing", "tags", "[\"b\"]");
    }

    @Test
    void listItemsChangePlaces() {
        show(BOX);
        press("Move item 1 of Tags down");
        pumpUntil(BOX, "my::Thing", "tags", "[\"b\",\"a\"]");
    }

    @Test
    void anotherShapeIsChosen() {
        show(BOX);
        choose("mesh", "Sphere");
        pumpUntil(BOX, "core::MeshRenderer", "mesh.$case", "\"sphere\"");
    }

    @Test
    void anEnumIsChosenByName() {
        show(BOX);
        choose("material.pbr.transparencyMode", "Alpha blend");
        pumpUntil(BOX, "core::Material", "material.pbr.transparencyMode", "2");
    }

    @Test
    void aMaskNamesItsBits() {
        show(LAMP);
        assertEquals("Physics", field(Button.class, "invisibleMeshesCollisionMask").getText());
    }

    @Test
    void aBitOfAMaskIsSwitched() {
        show(LAMP);
        var items = field(Button.class, "invisibleMeshesCollisionMask").getMenu().getItems();
        Arrays.stream(items)
                .filter(item -> item.getText().equals("Pointer"))
                .forEach(item -> item.notifyListeners(SWT.Selection, new Event()));
        pumpUntil(LAMP, "core::GltfContainer", "invisibleMeshesCollisionMask", "3");
    }

    @Test
    void aColourIsTyped() {
        show(BOX);
        type("material.pbr.albedoColor", "#00ff00");
        pumpUntil(
                BOX,
                "core::Material",
                "material.pbr.albedoColor",
                "{\"r\":0,\"g\":1,\"b\":0,\"a\":1}");
    }

    @Test
    void theSceneItselfShowsItsSettings() {
        show(Entity.ROOT);
        type("display.title", "New");
        pump(() -> session().snapshot().settings().text("display.title", "").equals("New"));
    }

    @Test
    void aRefusedValueIsExplainedAndTakenBack() {
        show(BOX);
        session()
                .post(
                        new Edit.Put(BOX, "inspector::Lock", Value.fields("value", Value.of(true))),
                        Origin.USER);
        pumpUntil(BOX, "inspector::Lock", "value", "true");
        type("position.x", "99");
        pump(() -> messages.stream().anyMatch(message -> message.contains("Box")));
        pump(() -> shown("position.x").equals("1"));
    }

    @Test
    void aDeletedEntityLeavesAnEmptySheet() {
        show(BOX);
        session().post(new Edit.Despawn(List.of(BOX)), Origin.USER);
        pump(
                () ->
                        all(shell)
                                .anyMatch(
                                        c ->
                                                c instanceof Label l
                                                        && l.getText()
                                                                .startsWith("Select an entity")));
    }

    @Test
    void draggingALabelIsOneUndoStep() {
        show(BOX);
        var label =
                all(shell)
                        .filter(c -> c instanceof Label l && l.getText().equals("Speed"))
                        .findFirst()
                        .orElseThrow();
        drag(label, 0, SWT.MouseDown);
        for (int x = 1; x <= 50; x++) {
            drag(label, x, SWT.MouseMove);
        }
        drag(label, 50, SWT.MouseUp);
        pumpUntil(BOX, "my::Thing", "speed", "3");
        await(session().undo());
        pumpUntil(BOX, "my::Thing", "speed", "2");
    }

    private static void drag(Control label, int x, int type) {
        var event = new Event();
        event.x = x;
        event.button = 1;
        label.notifyListeners(type, event);
    }
}
