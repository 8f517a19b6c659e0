// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.junit.jupiter.api.Assertions;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Scene;
import org.scenewright.schema.CoreComponents;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A program in a process of its own, such as a {@link KilledEditor}. */
final class KilledProcess {
    private static final List<String> LIBRARIES =
            List.of(
                    "com.fasterxml.jackson.core.JsonFactory",
                    "com.fasterxml.jackson.databind.JsonNode",
                    "com.google.protobuf.Message");

    private KilledProcess() {}

    /** Runs it for so many lines; the number of the last edit that it said to be safe. */
    static int lastOf(int lines, List<String> arguments) throws IOException, InterruptedException {
        var child = start(KilledEditor.class, arguments);
        int last = 0;
        try (var out = child.inputReader()) {
            for (int i = 0; i < lines; i++) {
                last = Integer.parseInt(String.valueOf(out.readLine()));
            }
            // Unlike the process, its handle leaves what it said to be read.
            child.toHandle().destroyForcibly();
            // The last line may be torn, which makes a smaller number of it.
            for (String line : out.lines().filter(text -> !text.isEmpty()).toList()) {
                last = Math.max(last, Integer.parseInt(line));
            }
        }
        child.waitFor();
        return last;
    }

    /** Starts the program of a class of these tests. */
    static Process start(Class<?> program, List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", classPath(), program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Where the classes come from, with bundles or without. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        List.of(KilledEditor.class, SceneSession.class, Scene.class, CoreComponents.class)
                .forEach(type -> places.add(place(type)));
        List.of(Entity.class, Assertions.class).forEach(type -> places.add(place(type)));
        for (String name : LIBRARIES) {
            var library = load(name, CoreComponents.class);
            places.add(place(library));
        }
        var annotations = "com.fasterxml.jackson.annotation.JsonKey";
        places.add(place(load(annotations, load(LIBRARIES.get(1), CoreComponents.class))));
        return String.join(File.pathSeparator, places);
    }

    private static Class<?> load(String name, Class<?> neighbour) {
        try {
            return Class.forName(name, false, neighbour.getClassLoader());
        } catch (ClassNotFoundException missing) {
            return Assertions.fail(missing);
        }
    }

    private static String place(Class<?> type) {
        try {
            var source = type.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException odd) {
            return Assertions.fail(odd);
        }
    }
}
