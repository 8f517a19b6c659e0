// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

/** A command cannot do what it was asked to; the message is a sentence for people. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }
}
