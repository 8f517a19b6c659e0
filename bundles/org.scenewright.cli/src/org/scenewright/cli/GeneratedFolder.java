// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.script.Generated;
import org.scenewright.script.wire.Definition;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The folder of a project that generated TypeScript is written into. */
record GeneratedFolder(Path directory) {

    /**
     * Writes the files whose text changes.
     *
     * @param warn is told what cannot be in them
     * @return the names of those files
     * @throws CommandFailed before anything is written if that would be over somebody's own file
     */
    List<String> write(List<Definition> definitions, Consumer<String> warn) {
        var folder = new org.scenewright.script.GeneratedFolder(directory);
        return switch (folder.write(definitions, List.of())) {
            case Generated.Written(var files, var omitted) -> {
                omitted.forEach(warn);
                yield files;
            }
            case Generated.Refused(var reason) -> throw new CommandFailed(reason);
        };
    }
}
