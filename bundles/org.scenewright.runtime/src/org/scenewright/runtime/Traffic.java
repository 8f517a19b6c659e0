// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** How much was sent: messages, and the bytes that they take. */
public record Traffic(long messages, long bytes) {
    public static final Traffic NONE = new Traffic(0, 0);

    public Traffic plus(Traffic more) {
        return new Traffic(messages + more.messages, bytes + more.bytes);
    }
}
