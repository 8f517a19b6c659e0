// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** A connection that failed, with a sentence for people that holds no secret. */
public final class CommsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommsException(String message) {
        super(message);
    }

    public CommsException(String message, Throwable cause) {
        super(message, cause);
    }
}
