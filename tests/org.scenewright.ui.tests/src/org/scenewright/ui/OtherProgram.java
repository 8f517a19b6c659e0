// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process beside the workbench out of whose window files can be dragged. */
final class OtherProgram {
    private static final String CLASS = FileGiver.class.getSimpleName() + ".class";

    private final Robot robot;
    private final Process process;

    /** Starts it, and waits until its window is there. */
    OtherProgram(Robot robot, Path... files) throws IOException {
        this.robot = robot;
        var home = OpenEditor.temporary();
        var said = home.resolve("said").toFile();
        process = start(home, files).redirectOutput(said).start();
        try {
            robot.untilStarted(
                    () -> "its window is there; it lives: " + process.isAlive(),
                    () -> said.length() > 0);
        } catch (AssertionError | RuntimeException late) {
            // Its window would lie over those of other tests.
            process.destroy();
            throw late;
        }
    }

    private static ProcessBuilder start(Path home, Path... files) throws IOException {
        var folder = Files.createDirectories(home.resolve("org/scenewright/ui"));
        try (var bytes = FileGiver.class.getResourceAsStream(CLASS)) {
            Files.copy(bytes, folder.resolve(CLASS));
        }
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Dswt.library.path=" + home,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                swt() + File.pathSeparator + home,
                                FileGiver.class.getName()));
        Stream.of(files).map(Path::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** What the windows of the workbench are made with. */
    private static String swt() {
        var host = FrameworkUtil.getBundle(Display.class);
        var fragments = Stream.ofNullable(Platform.getFragments(host)).flatMap(Stream::of);
        return Stream.concat(Stream.of(host), fragments)
                .flatMap(OtherProgram::place)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> place(Bundle bundle) {
        return FileLocator.getBundleFileLocation(bundle).map(File::getPath).stream();
    }

    /** Presses in its window, and moves as far as makes it a drag. */
    void lift(OpenEditor open) {
        var canvas = open.canvas();
        robot.lift(canvas, canvas.toControl(new Point(FileGiver.X + 20, FileGiver.Y + 20)));
    }

    void close() {
        process.destroy();
        robot.untilStarted(() -> "it has ended", () -> !process.isAlive());
    }
}
