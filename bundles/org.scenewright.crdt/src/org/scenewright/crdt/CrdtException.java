// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/**
 * A write of our own that a store cannot keep; the message says which, or what stands against it.
 */
public final class CrdtException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrdtException(String message) {
        super(message);
    }
}
