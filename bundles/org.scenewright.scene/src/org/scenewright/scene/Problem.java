// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/**
 * Something wrong in a file of the project, as a problem marker shows it.
 *
 * @param severity how bad it is
 * @param file the path inside the project, with forward slashes
 * @param entity the number or name of the entity; empty where it concerns the whole file
 * @param field component and field, for example {@code core::Transform.position.x}; empty where
 *     none is meant
 * @param line the line in the file, from 1; 0 where unknown
 * @param column the column in that line, from 1; 0 where unknown
 * @param message a sentence for people
 */
public record Problem(
        Severity severity,
        String file,
        String entity,
        String field,
        int line,
        int column,
        String message) {

    /** A problem of a whole line, or of one nobody knows. */
    public Problem(
            Severity severity, String file, String entity, String field, int line, String message) {
        this(severity, file, entity, field, line, 0, message);
    }

    /** How bad a problem is. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
