// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;

/** A server did not give what it was asked for; its message is a sentence for people. */
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final boolean mayPass;

    NoAnswerException(String message) {
        this(message, 0, false);
    }

    NoAnswerException(String message, int status, boolean mayPass) {
        super(message);
        this.status = status;
        this.mayPass = mayPass;
    }

    /** What the server answered; 0 where it did not. */
    public int status() {
        return status;
    }

    /** Whether the same question may be answered the next time. */
    public boolean mayPass() {
        return mayPass;
    }
}
