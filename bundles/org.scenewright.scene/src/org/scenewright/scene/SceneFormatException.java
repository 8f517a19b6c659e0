// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/** A text that is not what it should be; the message is a sentence for people. */
public final class SceneFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line the line of the text, from 1; 0 where unknown
     */
    public SceneFormatException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** The line of the text, from 1; 0 where unknown. */
    public int line() {
        return line;
    }
}
