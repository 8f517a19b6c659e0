// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * Names what a worker is made of, so that none believes what another one has found out: its own
 * classes and scripts by what they hold, libraries by their names and sizes.
 */
final class Build {
    private Build() {}

    static String ofThis() {
        var libraries = System.getProperty("java.class.path", "").split(File.pathSeparator);
        try {
            return of(
                    List.of(place(Build.class), place(Finding.class)),
                    Stream.of(libraries).map(Path::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(List<Path> own, List<Path> libraries) throws IOException {
        var text = new StringBuilder();
        for (Path place : own) {
            (Files.isDirectory(place) ? ofFolder(place) : ofJar(place))
                    .forEach(line -> text.append(line).append('\n'));
        }
        for (Path jar : libraries) {
            text.append(jar.getFileName()).append('\n');
            text.append(Files.isRegularFile(jar) ? Files.size(jar) : 0).append('\n');
        }
        return Text.hash(text.toString());
    }

    private static List<String> ofJar(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(e -> e.getName() + " " + e.getCrc()).sorted().toList();
        }
    }

    private static List<String> ofFolder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + checksum(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long checksum(Path file) {
        try {
            var sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("Nobody knows where " + type + " lies", e);
        }
    }
}
