// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The installed packages that a folder sees, as Node finds them: in its own {@code node_modules} or
 * in those of a folder above it.
 */
record NodePackages(Path folder) {
    private static final int FARTHEST_UP = 40;

    /** The folder of a package, without links. */
    Optional<Path> find(String name) {
        return Stream.iterate(folder, above -> above != null, Path::getParent)
                .limit(FARTHEST_UP)
                .map(above -> above.resolve("node_modules").resolve(name))
                .filter(found -> Files.isDirectory(found))
                .findFirst()
                .flatMap(NodePackages::real);
    }

    /** The packages that a package sees; those that nobody sees where there is no such package. */
    Optional<NodePackages> of(String name) {
        return find(name).map(NodePackages::new);
    }

    private static Optional<Path> real(Path found) {
        try {
            return Optional.of(found.toRealPath());
        } catch (IOException gone) {
            System.getLogger(NodePackages.class.getName())
                    .log(System.Logger.Level.DEBUG, found + " leads nowhere", gone);
            return Optional.empty();
        }
    }
}
