// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;

/** Some bytes are more than somebody wants to take; its message is a sentence for people. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    public TooLargeException(String message) {
        super(message);
    }
}
