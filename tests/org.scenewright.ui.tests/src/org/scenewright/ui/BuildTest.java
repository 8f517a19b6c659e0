// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.runtime.PlayState;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The code of a scene is built in the real workbench, by a tiny script of its own. */
class BuildTest {
    private static final String SUCCEEDS =
            "const fs = require('fs'); fs.mkdirSync('bin', { recursive: true });"
                    + "fs.writeFileSync('bin/index.js', fs.readFileSync('src/index.js'))";

    private static final String FAILS =
            "console.error('src/index.ts(2,3): error TS2322: too bad'); process.exit(1)";

    private final Robot robot = new Robot();
    private final Resources resources = new Resources();
    private BuiltScene scene;
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        boolean hasNpm =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "npm")));
        assumeTrue(hasNpm, "there is no npm");
        scene = BuiltScene.write(SceneText.boxes(), "built", "0,0");
        scene.write(
                "package.json",
                "{ \"name\": \"built\", \"scripts\": { \"build\": \"node build.js\" } }");
        scene.write("src/index.js", PlayScripts.RISING);
        scene.write("src/index.ts", "one\ntwo\n");
        open = new OpenEditor(robot, scene.composite());
        open.ready();
        resources.own(open, OpenEditor::close);
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        resources.close();
    }

    private void script(String code) {
        scene.write("build.js", code);
    }

    private ScenePlay play() {
        return open.scene().play();
    }

    private void awaitPlaying() {
        robot.untilStarted(
                () -> "it is " + play().state(), () -> play().state() instanceof PlayState.Playing);
    }

    private String said() {
        return play().output().orElseThrow().console().getDocument().get();
    }

    private static boolean offers(String remedy) {
        return Robot.find(Link.class, remedy).isPresent();
    }

    private void click(String remedy) {
        var link = robot.await(remedy, () -> Robot.find(Link.class, remedy));
        robot.until("it has its place", () -> link.getSize().x > 0);
        robot.settle();
        robot.click(link, new Point(8, link.getSize().y / 2));
    }

    private List<String> markers() {
        try {
            var found = new ArrayList<String>();
            for (var folder : Workspace.folders(open.folder()).toList()) {
                for (var marker :
                        folder.findMarkers(
                                SourceMarkers.BUILD_TYPE, true, IResource.DEPTH_INFINITE)) {
                    found.add(
                            marker.getResource().getName()
                                    + ":"
                                    + marker.getAttribute(IMarker.LINE_NUMBER, 0)
                                    + " "
                                    + marker.getAttribute(IMarker.MESSAGE, ""));
                }
            }
            return found;
        } catch (CoreException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whatIsNotBuiltCanOnlyBeBuiltAndIsThenPlayed() {
        script(SUCCEEDS);
        robot.press("ctrl+p");
        robot.until("it can be built", () -> offers("Build"));
        assertFalse(offers("Restart") || offers("Stop"), "nothing runs");
        click("Build");
        awaitPlaying();
        robot.until("all is said", () -> !offers("Build"));
        robot.until("it is said how", () -> said().contains("Building with npm run build"));
        robot.until("it is said that it is", () -> said().contains("Built in "));
        robot.press("ctrl+p");
    }

    @Test
    void whatFailsIsMarkedUntilItIsBuiltAgain() {
        script(FAILS);
        open.command(SceneActions.PREFIX + "build");
        robot.untilStarted(
                () -> markers().toString(),
                () -> markers().equals(List.of("index.ts:2 TS2322: too bad")));
        robot.until("the banner says so", () -> offers("Build"));
        assertTrue(play().complaint().orElse("").contains("exit code 1"), "the reason");
        script(SUCCEEDS);
        open.command(SceneActions.PREFIX + "buildnpm");
        awaitPlaying();
        robot.until("no marker is left", () -> markers().isEmpty());
        robot.press("ctrl+p");
        assertEquals(new PlayState.Stopped(), play().state());
    }

    @Test
    void whatIsOlderThanItsSourcesSaysSoUntilPeopleKnow() throws IOException {
        var bundle = scene.with(PlayScripts.RISING).folder().resolve("bin/index.js");
        Files.setLastModifiedTime(bundle, FileTime.fromMillis(1_000_000));
        robot.press("ctrl+p");
        awaitPlaying();
        robot.until("it can be built anew", () -> offers("Build and Play"));
        click("Hide");
        robot.until("people know", () -> !offers("Build and Play"));
        robot.press("ctrl+p");
    }
}
