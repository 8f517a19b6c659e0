// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** What a scene asked of the network cannot be done; the message is a sentence for its author. */
final class WebException extends Exception {
    private static final long serialVersionUID = 1;

    WebException(String message) {
        super(message);
    }
}
