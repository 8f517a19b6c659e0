// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native half of swc4j, taken out of its jar once instead of at every start: by itself it
 * writes 20 MB into a folder of the process, which nobody removes, and starts {@code chmod}.
 *
 * @param cache where it is put
 * @param platform how the names of libraries for this platform begin
 */
record SwcLibrary(Path cache, String platform) {

    static SwcLibrary ofThisPlatform(Path cache) {
        return of(cache, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * @param osName what Java calls the operating system
     * @param machineName what Java calls the processor
     */
    static SwcLibrary of(Path cache, String osName, String machineName) {
        var system = osName.toLowerCase(Locale.ROOT);
        var name =
                system.startsWith("windows")
                        ? "windows"
                        : system.startsWith("mac") ? "macos" : "linux";
        var machine = machineName.equals("aarch64") ? "arm64" : "x86_64";
        return new SwcLibrary(cache, "libswc4j-" + name + "-" + machine);
    }

    /**
     * Makes swc4j, which must not be loaded yet, load it from there; false if swc4j is not made for
     * this platform.
     */
    boolean install(List<Path> classPath) throws IOException {
        var folder = unpack(classPath);
        folder.ifPresent(
                path -> {
                    System.setProperty("swc4j.lib.loading.type", "custom");
                    System.setProperty("swc4j.lib.loading.path", path.toString());
                });
        return folder.isPresent();
    }

    /** The folder in which it lies from then on. */
    Optional<Path> unpack(List<Path> classPath) throws IOException {
        for (Path jar : classPath) {
            if (jar.getFileName().toString().matches("swc4j-.*\\.jar")) {
                var folder = unpack(jar);
                if (folder.isPresent()) {
                    return folder;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> unpack(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.stream().filter(e -> e.getName().startsWith(platform)).findFirst();
            return entry.isPresent() ? Optional.of(unpack(zip, entry.get())) : Optional.empty();
        }
    }

    private Path unpack(ZipFile zip, ZipEntry entry) throws IOException {
        var folder = cache.resolve("swc4j-" + Long.toHexString(entry.getCrc()));
        var library = folder.resolve(entry.getName());
        if (!isWhole(library, entry)) {
            Files.createDirectories(folder);
            // Another worker may do the same; a library is there whole or not at all.
            var fresh = Files.createTempFile(folder, "fresh", ".tmp");
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
        return folder;
    }

    /** What was changed is not to be run; to look takes a hundredth of a second. */
    private static boolean isWhole(Path library, ZipEntry entry) throws IOException {
        return Files.isRegularFile(library)
                && Files.size(library) == entry.getSize()
                && checksum(library) == entry.getCrc();
    }

    private static long checksum(Path file) throws IOException {
        var sum = new CRC32();
        var bytes = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                sum.update(bytes, 0, n);
            }
        }
        return sum.getValue();
    }
}
