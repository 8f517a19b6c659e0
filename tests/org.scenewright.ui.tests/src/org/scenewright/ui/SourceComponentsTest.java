// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.scenewright.ui.OpenEditor.BLUE;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.scene.Edit;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Components that TypeScript defines are edited like those of the SDK. */
class SourceComponentsTest {
    private static final String VELOCITY = "my-scene::Velocity";
    private static final String SOURCE =
            """
            import { engine, Schemas } from '@dcl/sdk/ecs'
            export const Velocity = engine.defineComponent('my-scene::Velocity', {
              speed: Schemas.Number
            })
            """;
    private static final String FASTER =
            SOURCE.replace("speed: Schemas.Number", "speed: Schemas.Number, boost: Schemas.Number");

    private final Robot robot = new Robot();
    private final Path folder = OpenEditor.temporary().resolve("sources");
    private OpenEditor open;

    @BeforeEach
    void makeAProject() throws IOException {
        SceneText.boxes().write(folder);
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("package.json"), "{ \"name\": \"my-scene\" }");
        write("components.ts", SOURCE);
    }

    @AfterEach
    void closeIt() {
        open.close();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve("src").resolve(file), text);
    }

    private void open() {
        open = new OpenEditor(robot, folder.resolve("assets/scene/main.composite")).ready();
        robot.until("the components are known", () -> schema().isPresent());
    }

    private Optional<Schema> schema() {
        return open.snapshot().types().find(VELOCITY).map(type -> type.schema());
    }

    private List<IMarker> markers(String name) {
        return Workspace.files(folder.resolve("src").resolve(name))
                .flatMap(file -> markers(file, SourceMarkers.TYPE))
                .toList();
    }

    private static Stream<IMarker> markers(IFile file, String type) {
        try {
            return Stream.of(file.findMarkers(type, true, IResource.DEPTH_ZERO));
        } catch (CoreException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private IMarker marker(String name) {
        return robot.await(name + " is marked", () -> markers(name).stream().findFirst());
    }

    private void add(String component) throws PartInitException {
        open.scene().select(List.of(GREEN));
        open.page().showView(IPageLayout.ID_PROP_SHEET);
        var button =
                robot.await("it can be added", () -> Robot.find(Button.class, "add-component"));
        robot.focus(button);
        robot.within("Add Component", () -> choose(component));
        robot.press("space");
        robot.until("it is added", () -> open.snapshot().value(GREEN, VELOCITY).isPresent());
    }

    private void choose(String component) {
        robot.type(component);
        robot.press("Return");
    }

    private Optional<Value> value(String path) {
        return open.snapshot()
                .value(GREEN, VELOCITY)
                .flatMap(value -> value.at(FieldPath.parse(path)));
    }

    @Test
    void aComponentIsAddedAndEditedAndFollowsItsSourceFile() throws Exception {
        open();
        add("Velocity");
        fill("speed", "7");
        write("components.ts", FASTER);
        fill("boost", "2.5");
        assertEquals(Optional.of(Value.of(7)), value("speed"));
        open.page().saveEditor(open.editor(), false);
        robot.until("it is saved", () -> !open.editor().isDirty());
        assertEquals("{\"speed\":7,\"boost\":2.5}", officialValue());
    }

    /** Into a field of the sheet, as soon as there is one. */
    private void fill(String name, String text) {
        var field = robot.await("there is a field", () -> Robot.field(Text.class, name));
        robot.focus(field);
        robot.press("ctrl+a");
        robot.type(text);
        robot.press("Return");
        robot.until(
                "it is edited",
                () -> value(name).equals(Optional.of(Value.of(Double.parseDouble(text)))));
    }

    /** What the official SDK reads in the file, once it knows the component. */
    private String officialValue() throws Exception {
        var sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official SDK was not fetched");
        // Not where the workspace follows the links to its packages.
        var copy = OpenEditor.temporary().resolve("official");
        OfficialSdk.copy(folder, copy);
        sdk.orElseThrow().install(copy);
        var file = folder.relativize(open.file()).toString();
        var question = List.of(file, GREEN.toString(), "./src/components.ts");
        var values = ValueJson.parse(sdk.orElseThrow().ask("values.cjs", copy, question));
        return values.at(FieldPath.of(VELOCITY)).map(ValueJson::print).orElse("");
    }

    @Test
    void theStatusLineTellsHowMany() {
        open();
        robot.until("it is told", () -> Robot.shows("1 component from TypeScript"));
    }

    @Test
    void whatCannotBeReadIsMarkedAndTheRestWorks() throws IOException {
        write(
                "broken.ts",
                "export const X = engine.defineComponent('my-scene::X', {\n  a: ,\n})\n");
        open();
        assertEquals(2, marker("broken.ts").getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals(IMarker.SEVERITY_ERROR, marker("broken.ts").getAttribute(IMarker.SEVERITY, 0));
        assertEquals(List.of(), markers("components.ts"));
    }

    @Test
    void whileAFileIsHalfWrittenItsComponentsAreAsTheyWere() throws IOException {
        open();
        var whole = schema();
        write("components.ts", FASTER.replace("boost: Schemas.Number", "boost: "));
        assertEquals(4, marker("components.ts").getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals(whole, schema());
        write("components.ts", FASTER);
        robot.until("nothing is marked", () -> markers("components.ts").isEmpty());
        // The scene learns of it on a thread of its own.
        robot.until("the whole file holds", () -> !schema().equals(whole));
    }

    @Test
    void markersGoWhenTheFileIsMended() throws IOException {
        write("components.ts", SOURCE + "console.log(globalThis.x.y)\nengine.addEntity()\n");
        open();
        marker("components.ts");
        write("components.ts", SOURCE);
        robot.until("nothing is marked", () -> markers("components.ts").isEmpty());
    }

    @Test
    void markersGoWhenTheSceneIsClosed() throws IOException {
        write("components.ts", SOURCE + "engine.addEntity()\n");
        open();
        marker("components.ts");
        open.page().closeEditor(open.editor(), false);
        robot.until("nothing is marked", () -> markers("components.ts").isEmpty());
    }

    @Test
    void fromOneDefinitionToTheOther() throws Exception {
        write("again.ts", FASTER);
        open();
        var remedies = new SourceRemedies();
        var marker = marker("again.ts");
        marker("components.ts");
        assertTrue(remedies.hasResolutions(marker));
        remedies.getResolutions(marker)[0].run(marker);
        robot.until(
                "it is shown",
                () -> open.page().getActiveEditor().getTitle().equals("components.ts"));
        open.page().closeEditor(open.page().getActiveEditor(), false);
    }

    private IMarker outdated() {
        return robot.await(
                "the composite is marked",
                () ->
                        Workspace.files(open.file())
                                .flatMap(file -> markers(file, MarkerWriting.TYPE))
                                .filter(new StoredRemedies()::hasResolutions)
                                .findFirst());
    }

    @Test
    void storedValuesAreBroughtUpToTheDefinitionAndBack() throws Exception {
        open();
        add("Velocity");
        var number = value("speed");
        write("components.ts", SOURCE.replace("Number", "String"));
        var marker = outdated();
        var remedies = new StoredRemedies().getResolutions(marker);
        assertEquals(Edit.Policy.values().length, remedies.length);
        remedies[Edit.Policy.DEFAULT.ordinal()].run(marker);
        robot.until("it is a text", () -> value("speed").equals(Optional.of(Value.of(""))));
        robot.until("nothing is wrong", () -> open.scene().problems().now().problems().isEmpty());
        open.activate();
        open.command("org.eclipse.ui.edit.undo");
        robot.until("it is as it was stored", () -> value("speed").equals(number));
    }

    @Test
    void anEditThatBringsAllValuesUpToTheDefinitionSaysSo() throws Exception {
        open();
        add("Velocity");
        open.scene().post(new Edit.Set(BLUE, VELOCITY, FieldPath.WHOLE, Value.EMPTY));
        robot.until("both have it", () -> open.snapshot().value(BLUE, VELOCITY).isPresent());
        write("components.ts", FASTER);
        fill("boost", "2.5");
        robot.until(
                "it is told",
                () ->
                        Robot.shows(
                                "my-scene::Velocity is defined otherwise in TypeScript by now. All"
                                        + " 2 entities with it were brought up to that with this"
                                        + " edit; Undo takes it back."));
    }

    @Test
    void componentsAreGenerated() throws Exception {
        open();
        open.activate();
        open.command("org.scenewright.ui.generate");
        robot.until(
                "it is told",
                () -> Robot.shows("Wrote components.generated.ts, declare-component.ts."));
        var text = Files.readString(folder.resolve("components.generated.ts"));
        assertTrue(text.startsWith("//! THIS FILE IS AUTOGENERATED, DO NOT EDIT"), text);
        robot.until(
                "the workspace knows it",
                () -> Workspace.files(folder.resolve("declare-component.ts")).count() == 1);
        open.command("org.scenewright.ui.generate");
        robot.until("nothing is new", () -> Robot.shows("components.generated.ts is up to date."));
    }

    @Test
    void nothingIsGeneratedWhileAFileIsHalfWritten() throws Exception {
        open();
        open.activate();
        write("components.ts", FASTER.replace("boost: Schemas.Number", "boost: "));
        marker("components.ts");
        open.command("org.scenewright.ui.generate");
        robot.until(
                "it is refused",
                () ->
                        Robot.shows(
                                "Nothing is generated, as components would be missing from it:"
                                        + " there are problems with src/components.ts"));
        assertFalse(Files.exists(folder.resolve("components.generated.ts")));
    }

    @Test
    void theWorkerEndsWithTheWorkbench() throws Exception {
        open();
        var scripts = new Scripts(CoreTypes.of(open.page().getWorkbenchWindow().getWorkbench()));
        var before = workers();
        var following = scripts.follow(open.scene(), note -> {});
        robot.until("another worker runs", () -> workers().size() > before.size());
        following.close();
        scripts.dispose();
        robot.until("it has ended", () -> workers().equals(before));
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .children()
                .filter(SourceComponentsTest::isWorker)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static boolean isWorker(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("org.scenewright.script.graal");
    }
}
