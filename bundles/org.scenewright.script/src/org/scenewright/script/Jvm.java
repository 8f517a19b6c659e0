// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Java virtual machine that a worker can run on.
 *
 * @param launcher the program that starts it
 * @param feature the number of its release, such as 25
 * @param build what tells it from every other, as caches hold for one build only
 */
record Jvm(Path launcher, int feature, String build) {
    /** What our classes are made for. */
    private static final int OLDEST = 21;

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"((\\d+)[^\"]*)\"");

    /** The one in a folder, nothing if there is none that is new enough. */
    static Optional<Jvm> in(Path home) {
        return List.of("java", "java.exe").stream()
                .map(name -> home.resolve("bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(launcher -> of(launcher, home.resolve("release")))
                .filter(jvm -> jvm.feature >= OLDEST);
    }

    private static Optional<Jvm> of(Path launcher, Path release) {
        try {
            var version = VERSION.matcher(Files.readString(release));
            return version.find()
                    ? Optional.of(
                            new Jvm(launcher, Integer.parseInt(version.group(2)), version.group(1)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            System.getLogger(Jvm.class.getName())
                    .log(System.Logger.Level.DEBUG, "No Java in " + release.getParent(), e);
            return Optional.empty();
        }
    }

    /** Whether it can keep the classes of a program linked from one start to the next. */
    boolean keepsClasses() {
        return feature >= 25;
    }

    /**
     * The beginning of the command line of what reads sources.
     *
     * <p>Only the quick compiler: a reflection is over before the thorough one has paid for itself,
     * and that one takes as much of the machine again as all the rest.
     *
     * @param crashes the folder for what it writes if it crashes
     */
    List<String> command(Path crashes) {
        var command = frugal(crashes, 512);
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(interpreting());
        return command;
    }

    /** What keeps our libraries from looking for what compiles scene code. */
    static List<String> interpreting() {
        return List.of(
                "-Dtruffle.UseFallbackRuntime=true", "-Dpolyglot.engine.WarnInterpreterOnly=false");
    }

    /**
     * The beginning of a command line: little memory, and an end instead of a lack of it.
     *
     * @param crashes the folder for what it writes if it crashes
     * @param megabytes what its heap has at most
     */
    List<String> frugal(Path crashes, int megabytes) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                launcher.toString(),
                                "-Xmx" + megabytes + "m",
                                "-Xss2m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile=" + crashes.resolve("worker-crash.log"),
                                "-XX:-UsePerfData",
                                "-Djava.awt.headless=true",
                                "--enable-native-access=ALL-UNNAMED"));
        if (feature >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        return command;
    }
}
