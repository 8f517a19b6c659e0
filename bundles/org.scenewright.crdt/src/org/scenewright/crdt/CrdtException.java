// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/** Bytes that are no CRDT messages, or a clock that cannot go on; the message says where. */
public final class CrdtException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrdtException(String message) {
        super(message);
    }
}
