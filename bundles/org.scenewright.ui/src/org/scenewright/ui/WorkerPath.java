// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.scenewright.script.WorkerHome;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jars that the worker process is made of, among the bundles that are installed. */
final class WorkerPath {
    private static final System.Logger LOG = System.getLogger(WorkerPath.class.getName());

    private static final List<String> BUNDLES =
            List.of(
                    "org.scenewright.script.graal",
                    "org.scenewright.script.wire",
                    "org.scenewright.crdt",
                    "com.fasterxml.jackson.core.jackson-core",
                    "com.fasterxml.jackson.core.jackson-databind",
                    "com.fasterxml.jackson.core.jackson-annotations");

    /** Bundles that hold jars. */
    private static final List<String> LIBRARIES =
            List.of("org.scenewright.lib.graal", "org.scenewright.lib.swc4j");

    private WorkerPath() {}

    /** Where a worker process finds what it is made of; it asks the disk. */
    static WorkerHome home(Path cache) {
        return WorkerHome.ofProperty(cache).orElseGet(() -> WorkerHome.of(jars(), cache));
    }

    /** What is not installed is left out: the worker then says what it misses. */
    private static List<Path> jars() {
        return Stream.concat(
                        BUNDLES.stream().flatMap(WorkerPath::place),
                        LIBRARIES.stream().flatMap(WorkerPath::inside))
                .toList();
    }

    private static Stream<Path> place(String name) {
        return Optional.ofNullable(Platform.getBundle(name))
                .flatMap(FileLocator::getBundleFileLocation)
                .map(File::toPath)
                .map(WorkerPath::classes)
                .stream();
    }

    /** A bundle that somebody works on has its classes where the build puts them. */
    private static Path classes(Path bundle) {
        var built = bundle.resolve("target/classes");
        return Files.isDirectory(built) ? built : bundle;
    }

    private static Stream<Path> inside(String name) {
        return Optional.ofNullable(Platform.getBundle(name))
                .map(bundle -> bundle.getEntry("lib/"))
                .stream()
                .flatMap(WorkerPath::jars);
    }

    private static Stream<Path> jars(URL folder) {
        try (var files = Files.list(Path.of(URIUtil.toURI(FileLocator.toFileURL(folder))))) {
            return files
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException | URISyntaxException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "No jars in " + folder, unreadable);
            return Stream.empty();
        }
    }
}
