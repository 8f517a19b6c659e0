// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;

/**
 * What a group of fields shows and writes: one component of one or several entities, or the
 * settings of a scene.
 */
interface Subject {

    Shown shown(FieldPath path);

    /**
     * Writes a part; returns at once.
     *
     * @param gesture shared by the writes that are one undo step; 0 for a step of its own
     */
    void write(FieldPath path, Value value, long gesture);

    /** Takes an optional part or a list item away. */
    void erase(FieldPath path);

    long newGesture();

    /** Says something to the person, soon. */
    void tell(String sentence);

    /**
     * What this stands for now: an edit that has begun goes there, whatever is selected before it
     * is done.
     */
    default Subject now() {
        return this;
    }

    /** The document now, to look up names of other entities. */
    SceneSnapshot snapshot();

    /** The folder of the project, for file dialogs. */
    Path directory();
}
