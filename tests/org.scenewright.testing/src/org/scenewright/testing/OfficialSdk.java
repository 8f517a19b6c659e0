// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The official packages that {@code releng/test} fetches, and a Node that runs them.
 *
 * @param home the folder with the packages
 * @param node the program
 */
public record OfficialSdk(Path home, Path node) {
    /** The one that was fetched for these tests. */
    public static Optional<OfficialSdk> fetched() throws IOException {
        return fetched("sdk");
    }

    /** Other packages: those that {@code releng/NAME} lists. */
    public static Optional<OfficialSdk> fetched(String name) throws IOException {
        var cache =
                Optional.ofNullable(System.getenv("SCENEWRIGHT_CACHE"))
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".m2", "scenewright"));
        var node = below(cache, "peer-*/node_modules/node-*/bin/node");
        return below(cache, name + "-*/node_modules").stream()
                .map(Path::getParent)
                .filter(home -> isOurs(name, home))
                .flatMap(home -> node.stream().map(program -> new OfficialSdk(home, program)))
                .findFirst();
    }

    private static boolean isOurs(String name, Path home) {
        try {
            var ours = checkout("releng/" + name + "/package-lock.json");
            return Files.mismatch(ours, home.resolve("package-lock.json")) < 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static List<Path> below(Path folder, String pattern) throws IOException {
        var found = List.of(folder);
        for (var name : pattern.split("/")) {
            var next = new ArrayList<Path>();
            for (var each : found) {
                if (Files.isDirectory(each)) {
                    try (var inside = Files.newDirectoryStream(each, name)) {
                        StreamSupport.stream(inside.spliterator(), false)
                                .sorted()
                                .forEach(next::add);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** A file or folder of the checkout that the tests run in. */
    public static Path checkout(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /** Makes the packages those of a project, beside those that it already has. */
    public void install(Path project) throws IOException {
        var from = home.resolve("node_modules");
        var to = project.resolve("node_modules");
        copy(from.resolve("@dcl-sdk"), to.resolve("@dcl-sdk"));
        Files.createDirectories(to.resolve("@dcl"));
        Files.createSymbolicLink(to.resolve("typescript"), from.resolve("typescript"));
        try (var packages = Files.newDirectoryStream(from.resolve("@dcl"))) {
            for (var each : packages) {
                var own = to.resolve("@dcl").resolve(each.getFileName());
                // The build of a scene with smart items writes into it.
                if (each.endsWith("js-runtime")) {
                    copy(each, own);
                } else {
                    Files.createSymbolicLink(own, each);
                }
            }
        }
    }

    public static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** What one of the scripts in {@code releng/sdk} prints about a project: a line of JSON. */
    public String ask(String script, Path project, List<String> arguments) throws Exception {
        var command = new ArrayList<>(List.of(script, project.toString()));
        command.addAll(arguments);
        return run(project, command);
    }

    /** Builds a scene as its author would; its {@code main.crdt} and bundle are there then. */
    public void build(Path project) throws Exception {
        build(project, List.of("--production"));
    }

    /** The same with the options of the author, without which the bundle has a source map. */
    public void build(Path project, List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add("node_modules/@dcl/sdk-commands/dist/index.js");
        command.addAll(List.of("build", "--skip-install"));
        command.addAll(options);
        run(project, command);
    }

    /** Starts one of the programs, which lives on; what it says to people comes out, too. */
    public Process start(Map<String, String> environment, String script, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(node.toString(), home.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    private String run(Path project, List<String> arguments) throws Exception {
        var command = new ArrayList<>(arguments);
        command.set(0, home.resolve(arguments.getFirst()).toString());
        command.addFirst(node.toString());
        var builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().put("DCL_DISABLE_ANALYTICS", "true");
        builder.environment().put("CI", "true");
        var errors = Files.createTempFile("official", ".log");
        try {
            var process = builder.redirectError(errors.toFile()).start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), out + Files.readString(errors));
            return out;
        } finally {
            Files.delete(errors);
        }
    }
}
