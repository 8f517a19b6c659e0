// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Place;

/**
 * What a compiler has to say about a place in the sources of a project.
 *
 * @param place below the project's folder, or an absolute path outside
 * @param message as the compiler puts it
 */
public record BuildProblem(Place place, Severity severity, String message) {

    /** How grave it is. */
    public enum Severity {
        WARNING,
        ERROR
    }
}
