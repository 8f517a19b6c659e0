// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/**
 * Drawing failed: the graphics driver reported an error or lost its context; the device has to be
 * closed.
 */
public class GlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GlException(String message) {
        super(message);
    }

    GlException(String message, Throwable cause) {
        super(message, cause);
    }
}
