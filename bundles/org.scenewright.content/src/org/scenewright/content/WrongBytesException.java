// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;

/**
 * Somebody gave other bytes than those that were asked for, which a page to log in to a network
 * does as well as a server that is broken; its message is a sentence for people.
 */
public final class WrongBytesException extends IOException {
    private static final long serialVersionUID = 1;

    public WrongBytesException(String message) {
        super(message);
    }
}
