// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/** This machine cannot draw; the message is a sentence for users that says what is missing. */
public final class GlUnavailableException extends GlException {
    private static final long serialVersionUID = 1;

    GlUnavailableException(String message) {
        super(message);
    }

    GlUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
