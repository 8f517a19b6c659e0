// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars of a worker, by what it is to do; they are told apart by the names of their files. */
final class WorkerJars {
    private static final System.Logger LOG = System.getLogger(WorkerJars.class.getName());

    /** The versions that the names of some end with. */
    private static final Pattern TAIL = Pattern.compile("(-\\d.*)?\\.jar$");

    /** Makes machine code of scenes. On a class path it would stop the JVM from starting. */
    private static final String COMPILER = "compiler";

    /** What takes the place of modules of the JDK, so that its JVM compiles with our compiler. */
    private static final List<String> UPGRADES =
            List.of(COMPILER, "truffle-compiler", "collections", "word");

    private final List<Path> all;

    WorkerJars(List<Path> classPath) {
        all = classPath.stream().flatMap(WorkerJars::expanded).toList();
    }

    /** The class path of what reads sources. */
    List<Path> reflecting() {
        return all.stream().filter(jar -> !name(jar).equals(COMPILER)).toList();
    }

    /** The class path of what runs scenes: that compiles no TypeScript. */
    List<Path> playing() {
        return reflecting().stream().filter(jar -> !name(jar).startsWith("swc4j")).toList();
    }

    /** What makes machine code of scenes; empty if some of it is missing. */
    List<Path> upgrades() {
        var found = UPGRADES.stream().map(this::jar).flatMap(Optional::stream).toList();
        return found.size() == UPGRADES.size() ? found : List.of();
    }

    private Optional<Path> jar(String name) {
        return all.stream().filter(jar -> name(jar).equals(name)).findFirst();
    }

    private static String name(Path jar) {
        return TAIL.matcher(jar.getFileName().toString()).replaceFirst("");
    }

    /** As one argument of a command line. */
    static String path(List<Path> jars) {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    /** What tells these jars from others of the same names. */
    static String state(List<Path> jars) {
        return String.join("\n", jars.stream().map(WorkerJars::state).toList());
    }

    private static String state(Path jar) {
        try {
            return Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot look at " + jar, e);
            return "";
        }
    }

    /** All jars of a folder where it is given with a star, as the JVM understands it, too. */
    private static Stream<Path> expanded(Path entry) {
        if (!entry.endsWith("*")) {
            return Stream.of(entry);
        }
        var folder = entry.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
