// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;

/** What became of saving. */
public sealed interface SaveResult {

    /**
     * The files that had changed are written; the list names them and is empty where there was
     * nothing to write.
     */
    record Written(List<String> files) implements SaveResult {}

    /** Nothing was written, because somebody else changed these files after they were read. */
    record ChangedOnDisk(List<String> files) implements SaveResult {}

    /** Nothing more was written; the message is a sentence for people. */
    record Failed(String message) implements SaveResult {}
}
