// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.nio.file.Path;

/** What became of a path that was looked up in a project. */
public sealed interface Resolution {

    /** The path inside the project, with forward slashes; as asked for where nothing was found. */
    String path();

    /**
     * A file of the project.
     *
     * @param file where it really lies
     * @param path its path inside the project, spelled as on disk
     */
    record Found(Path file, String path) implements Resolution {}

    /** A path inside the project at which no file lies. */
    record Missing(String path) implements Resolution {}

    /** A path that leaves the project and is refused. */
    record Outside(String path) implements Resolution {}
}
