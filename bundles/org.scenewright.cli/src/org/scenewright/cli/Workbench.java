// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * One start of the built product on a scene, measured from within by the fragment that releng/bench
 * names.
 */
record Workbench(Path scene) {
    private static final long PATIENCE_MINUTES = 5;

    Value measure(String name) throws IOException, InterruptedException {
        try (var scratch = ScratchFolder.create()) {
            var folder = scratch.path();
            var result = folder.resolve("result.json");
            var workbench = start(name, folder, result);
            boolean ended = workbench.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            workbench.destroy();
            if (!ended || !Files.exists(result)) {
                throw new CommandFailed("The workbench measured nothing; see its output above.");
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
     * The product's configuration with the measuring fragment added; the product itself stays as
     * users get it.
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
