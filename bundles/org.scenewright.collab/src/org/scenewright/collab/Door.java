// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** Whoever decides who comes into the room where a session meets, such as a server of ours. */
@FunctionalInterface
public interface Door {
    /**
     * Somebody may come in from now on, or not.
     *
     * @param address who
     * @param isOpen whether they may; where not, who is inside has to go
     */
    void let(String address, boolean isOpen);
}
