// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IPath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file or folder on its way, which the platform finds blocked only when what names it has been
 * changed already.
 *
 * @param to where it will be
 */
@SuppressWarnings("null") // the platform's types say nothing about null
record Passage(IResource from, IResource to) {

    /** Why it cannot get there. */
    Optional<String> hindrance() {
        return from.isLinked()
                ? Optional.empty()
                : place(to)
                        .filter(this::isTaken)
                        .map(taken -> taken + " is there already.")
                        .or(this::closed);
    }

    private static Optional<Path> place(IResource resource) {
        return Optional.ofNullable(resource.getLocation()).map(IPath::toPath);
    }

    /** By something that the workspace has not seen yet; it may be itself, in other letters. */
    private boolean isTaken(Path target) {
        try {
            return !to.exists()
                    && Files.exists(target)
                    && !Files.isSameFile(target, place(from).orElse(target));
        } catch (IOException gone) {
            return false;
        }
    }

    private Optional<String> closed() {
        return Stream.of(from, to)
                .flatMap(one -> place(one.getParent()).stream())
                .filter(Files::isDirectory)
                .filter(folder -> !Files.isWritable(folder))
                .findFirst()
                .map(folder -> "Nothing can be written to the folder " + folder + ".");
    }
}
