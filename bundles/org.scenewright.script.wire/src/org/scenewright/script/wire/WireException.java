// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

/** Bytes that are no message, or a message that is too large; the connection is of no more use. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }
}
