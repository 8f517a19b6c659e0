// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** A connection that failed, with a sentence for people that holds no secret. */
public final class CommsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isKicked;

    public CommsException(String message) {
        super(message);
        this.isKicked = false;
    }

    public CommsException(String message, Throwable cause) {
        super(message, cause);
        this.isKicked = false;
    }

    private CommsException(boolean isKicked, String message) {
        super(message);
        this.isKicked = isKicked;
    }

    /** Somebody ended the connection on purpose, or did not let it come about. */
    public static CommsException kicked(String message) {
        return new CommsException(true, message);
    }

    /** Whether somebody meant it, so that nobody connects again by itself. */
    public boolean isKicked() {
        return isKicked;
    }
}
