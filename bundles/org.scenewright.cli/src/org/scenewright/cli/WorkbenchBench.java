// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * Measures the workbench itself: starts it on a scene several times, lets it measure what its user
 * would feel, and prints the medians.
 */
@Command(
        description = "Measures opening, drawing or editing a scene in the real workbench.",
        mixinStandardHelpOptions = true)
final class WorkbenchBench implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR")
    Path directory = Path.of("");

    @Option(names = "--runs", defaultValue = "3", description = "by default ${DEFAULT-VALUE}")
    int runs;

    private final Measure measure;

    /** What can be measured, and what each run tells of it. */
    enum Measure {
        open("openMs", "heapMb", "uiBlockMs"),
        frame("cpuMs", "wallMs", "scale", "drawCalls"),
        edit("p50Ms", "p99Ms");

        private final List<String> fields;

        Measure(String... fields) {
            this.fields = List.of(fields);
        }
    }

    WorkbenchBench(Measure measure) {
        this.measure = measure;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SceneFolder.of(directory);
        var medians = new Medians(measure.name());
        for (int run = 0; run < Math.max(1, runs); run++) {
            medians.add(new Workbench(directory.toAbsolutePath()).measure(measure.name()));
        }
        spec.commandLine().getOut().println(medians.line(measure.fields));
        return 0;
    }

    /** One start of the built product on a scene. */
    private record Workbench(Path scene) {
        private static final long PATIENCE_MINUTES = 5;

        Value measure(String name) throws IOException, InterruptedException {
            try (var scratch = ScratchFolder.create()) {
                var folder = scratch.path();
                var result = folder.resolve("result.json");
                var workbench = start(name, folder, result);
                boolean ended = workbench.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
                workbench.destroy();
                if (!ended || !Files.exists(result)) {
                    throw new CommandFailed(
                            "The workbench measured nothing; see its output above.");
                }
                return ValueJson.parse(Files.readString(result));
            }
        }

        private Process start(String name, Path folder, Path result) throws IOException {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var command = new ArrayList<>(List.of(java, "-Xmx2g", "-Djava.awt.headless=true"));
            command.addAll(List.of("-Djoml.nounsafe=true", "--enable-native-access=ALL-UNNAMED"));
            command.addAll(
                    List.of("-jar", file("product", "plugins/org.eclipse.equinox.launcher_*.jar")));
            command.addAll(
                    List.of(
                            "-nosplash",
                            "-consoleLog",
                            "-data",
                            folder.resolve("workspace").toString()));
            command.addAll(List.of("-configuration", configuration(folder).toString()));
            command.addAll(
                    List.of("-measure", name, "-of", scene.toString(), "-to", result.toString()));
            var builder = new ProcessBuilder(command);
            // Standard output is for the result only.
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            return builder.start();
        }

        /**
         * The product's configuration with the measuring fragment added; the product itself stays
         * as users get it.
         */
        private static Path configuration(Path folder) throws IOException {
            var product = Path.of(setting("product")).toAbsolutePath();
            var lists = Path.of("org.eclipse.equinox.simpleconfigurator", "bundles.info");
            var target = folder.resolve("configuration");
            Files.createDirectories(target.resolve(lists).getParent());
            var fragment = Path.of(file("measuring", "org.scenewright.ui.bench-*.jar"));
            String line =
                    String.join(
                            ",",
                            "org.scenewright.ui.bench",
                            version(fragment),
                            fragment.toUri().toString(),
                            "4",
                            "false");
            String bundles = Files.readString(product.resolve("configuration").resolve(lists));
            Files.writeString(target.resolve(lists), bundles + line + "\n");
            Files.copy(product.resolve("configuration/config.ini"), target.resolve("config.ini"));
            return target;
        }

        private static String version(Path bundle) throws IOException {
            try (var jar = new JarFile(bundle.toFile())) {
                return jar.getManifest().getMainAttributes().getValue("Bundle-Version");
            }
        }

        private static String setting(String name) {
            return System.getProperty("scenewright." + name, "");
        }

        /** A file that fits a pattern, in one of the folders that releng/bench names. */
        private static String file(String folder, String pattern) throws IOException {
            var place = Path.of(setting(folder), pattern);
            try (var found =
                    Files.newDirectoryStream(place.getParent(), place.getFileName().toString())) {
                for (var file : found) {
                    return file.toAbsolutePath().toString();
                }
            }
            throw new CommandFailed("There is no " + place + "; start this through releng/bench.");
        }
    }
}
