// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.List;

/** What became of saving. */
public sealed interface Saved {

    /** The files that had changed are written; the list names them, relative to the project. */
    record Written(List<String> files) implements Saved {}

    /**
     * Nothing was written, because somebody else changed these files since they were read.
     *
     * @param reasons why that could not just be merged, as sentences: fields that were changed here
     *     too, or a file that cannot be read
     */
    record ChangedOnDisk(List<String> files, List<String> reasons) implements Saved {
        public ChangedOnDisk {
            files = List.copyOf(files);
            reasons = List.copyOf(reasons);
        }
    }

    /** Saving failed; the message is a sentence for people. */
    record Failed(String message) implements Saved {}
}
