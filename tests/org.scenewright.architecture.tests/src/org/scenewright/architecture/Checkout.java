// SPDX-License-Identifier: EPL-2.0
package org.scenewright.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree these tests run in. */
final class Checkout {
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    private Checkout() {}

    private static Path root(Path start) {
        return Stream.iterate(start, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("target-platform")))
                .findFirst()
                .orElseThrow();
    }

    /** The bundles with code of ours, by their full names in order; wrapped libraries have none. */
    static List<String> bundles() {
        return folders("bundles").filter(Checkout::hasCode).toList();
    }

    private static boolean hasCode(String bundle) {
        return !bundle.startsWith(House.PREFIX + "lib.") && !bundle.equals(House.PREFIX + "pack");
    }

    /** The names of the folders in a folder, sorted, without those that a build leaves. */
    static Stream<String> folders(String folder) {
        return list(ROOT.resolve(folder)).stream()
                .filter(path -> Files.isDirectory(path.resolve("META-INF")))
                .map(path -> path.getFileName().toString());
    }

    /** What is compiled by the build, and what only JMH measures. */
    static List<SourceFile> sources(String folder) {
        return Stream.of("src", "jmh")
                .map(ROOT.resolve(folder)::resolve)
                .filter(Files::isDirectory)
                .flatMap(source -> files(source, ".java"))
                .map(SourceFile::read)
                .toList();
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found
                    .filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
