// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** A connection that failed, with a sentence for people that holds no secret. */
public final class CommsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean isKicked;
    private final boolean isLasting;

    public CommsException(String message) {
        this(false, false, message);
    }

    public CommsException(String message, Throwable cause) {
        super(message, cause);
        this.isKicked = false;
        this.isLasting = false;
    }

    private CommsException(boolean isKicked, boolean isLasting, String message) {
        super(message);
        this.isKicked = isKicked;
        this.isLasting = isLasting;
    }

    /** Somebody ended the connection on purpose, or did not let it come about. */
    public static CommsException kicked(String message) {
        return new CommsException(true, false, message);
    }

    /** What a room keeps cannot be had, and another try would find it so again. */
    public static CommsException lasting(String message) {
        return new CommsException(false, true, message);
    }

    /** Whether somebody meant it, so that nobody connects again by itself. */
    public boolean isKicked() {
        return isKicked;
    }

    /** Whether it is so until somebody mends it, and not for want of an answer. */
    public boolean isLasting() {
        return isLasting;
    }
}
