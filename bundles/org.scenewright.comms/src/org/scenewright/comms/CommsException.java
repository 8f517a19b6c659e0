// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** A connection that failed, with a sentence for people that holds no secret. */
public final class CommsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    private enum Kind {
        PLAIN,
        KICKED,
        LASTING,
        FAREWELL
    }

    public CommsException(String message) {
        this(Kind.PLAIN, message);
    }

    public CommsException(String message, Throwable cause) {
        super(message, cause);
        this.kind = Kind.PLAIN;
    }

    private CommsException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Somebody ended the connection on purpose, or did not let it come about. */
    public static CommsException kicked(String message) {
        return new CommsException(Kind.KICKED, message);
    }

    /** What a room keeps cannot be had, and another try would find it so again. */
    public static CommsException lasting(String message) {
        return new CommsException(Kind.LASTING, message);
    }

    /** Whoever keeps the room ended it for all, or for now, and said why. */
    public static CommsException farewell(String message) {
        return new CommsException(Kind.FAREWELL, message);
    }

    /** Whether somebody meant it, so that nobody connects again by itself. */
    public boolean isKicked() {
        return kind == Kind.KICKED;
    }

    /** Whether it is so until somebody mends it, and not for want of an answer. */
    public boolean isLasting() {
        return kind == Kind.LASTING;
    }

    /** Whether it is the last word of who kept the room, which says more than what comes then. */
    public boolean isFarewell() {
        return kind == Kind.FAREWELL;
    }
}
