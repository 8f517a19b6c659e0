// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;

/** A text or a file that cannot be used; the message is a sentence for people. */
public final class SceneFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param line the line of the text, from 1; 0 where unknown
     */
    public SceneFormatException(String message, int line) {
        this(message, line, 0);
    }

    /**
     * @param line the line of the text, from 1; 0 where unknown
     * @param column the column in that line, from 1; 0 where unknown
     */
    public SceneFormatException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** A file could not be read or written. */
    static SceneFormatException of(String file, IOException failure) {
        boolean isDenied = failure instanceof AccessDeniedException;
        String reason = isDenied ? "access is denied" : String.valueOf(failure.getMessage());
        return new SceneFormatException(file + " cannot be read or written: " + reason + ".", 0);
    }

    /** A file whose problems say why it cannot be used. */
    static SceneFormatException unreadable(String file, List<Problem> problems) {
        var why =
                problems.stream()
                        .filter(p -> p.severity() == Problem.Severity.ERROR)
                        .findFirst()
                        .orElseThrow();
        return new SceneFormatException(file + ": " + why.message(), why.line(), why.column());
    }

    /** A file that was not understood is never replaced. */
    static SceneFormatException notUnderstood(String file) {
        return new SceneFormatException(file + " could not be read, so it is not written over.", 0);
    }

    /** The message, which is always there. */
    String message() {
        return String.valueOf(getMessage());
    }

    /** The line of the text, from 1; 0 where unknown. */
    public int line() {
        return line;
    }

    /** The column in that line, from 1; 0 where unknown. */
    public int column() {
        return column;
    }
}
