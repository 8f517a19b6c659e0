// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;

import java.util.List;
import java.util.Optional;

/**
 * What happened when a group of files was loaded. Files are named by their paths below the project.
 *
 * @param failed whether the files cannot be imported
 */
record Outcome(
        List<Defined> defined, List<Exported> exported, List<Finding> findings, boolean failed) {

    /**
     * A component as it was defined.
     *
     * @param name its full name, empty if it is to be named after its file
     * @param owner the file whose loading defined it
     * @param file where the call stands that defined it
     */
    record Defined(
            String name,
            String jsonSchema,
            Optional<String> initial,
            String owner,
            String file,
            int line,
            int column) {}

    /**
     * A component as a file exports it.
     *
     * @param as the name of the export
     */
    record Exported(String file, String as, Defined defined) {}
}
