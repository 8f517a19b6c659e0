// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What menus and markers show of a session.
 *
 * @param dirty whether the document differs from its files
 * @param undoLabel what undo would take back; empty when there is nothing
 * @param redoLabel what redo would do again; empty when there is nothing
 * @param problems what is wrong in the files of the scene
 */
public record SessionStatus(
        boolean dirty,
        Optional<String> undoLabel,
        Optional<String> redoLabel,
        List<Problem> problems) {
    public SessionStatus {
        problems = List.copyOf(problems);
    }
}
