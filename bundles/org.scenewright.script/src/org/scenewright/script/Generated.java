// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.util.List;

/** What became of generating the TypeScript of a project. */
public sealed interface Generated {

    /**
     * The files are as they should be.
     *
     * @param files the names of those that were not before
     * @param omitted what cannot be in them, as sentences
     */
    record Written(List<String> files, List<String> omitted) implements Generated {
        public Written {
            files = List.copyOf(files);
            omitted = List.copyOf(omitted);
        }
    }

    /** Nothing was written; the reason is a sentence. */
    record Refused(String reason) implements Generated {}
}
