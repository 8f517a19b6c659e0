// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.List;

/** What became of saving. */
public sealed interface Saved {

    /** The files that had changed are written; the list names them, relative to the project. */
    record Written(List<String> files) implements Saved {}

    /** Nothing was written, because somebody else changed these files since they were read. */
    record ChangedOnDisk(List<String> files) implements Saved {}

    /** Saving failed; the message is a sentence for people. */
    record Failed(String message) implements Saved {}
}
