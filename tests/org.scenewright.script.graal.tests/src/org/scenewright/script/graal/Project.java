// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Reflection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project whose files are written as one text, each after a line {@code --- its/path}.
 *
 * @param folder its folder
 * @param cache the folder that keeps what was found out
 */
record Project(Path folder, Path cache, Reflector reflector) {
    private static final String SDK =
            "import { engine, Schemas, declareComponent } from '@dcl/sdk/ecs';";

    Project write(String files) {
        write("package.json", "{\"name\": \"my-scene\"}");
        for (String file : files.split("(?m)^--- ")) {
            if (!file.isBlank()) {
                int end = file.indexOf('\n');
                write(file.substring(0, end).strip(), file.substring(end + 1).replace("SDK", SDK));
            }
        }
        return this;
    }

    void write(String name, String text) {
        write(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reflection reflect(String... skipped) {
        try {
            return reflector.reflect(folder, cache, Set.of(skipped), (done, total, file) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each component and each finding on a line of its own. */
    static String shown(Reflection reflection) {
        return Stream.concat(
                        reflection.definitions().stream().map(Project::shown),
                        reflection.findings().stream().map(Project::shown))
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Definition d) {
        return "%s %s:%d%s%s"
                .formatted(
                        d.name(),
                        d.place().file(),
                        d.place().line(),
                        d.packageName().isEmpty() ? "" : " of " + d.packageName(),
                        d.isInternal() ? " internal" : "");
    }

    private static String shown(Finding f) {
        return "%s %s:%d".formatted(f.kind(), f.place().file(), f.place().line());
    }
}
