// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Presence;

import java.util.List;

/**
 * Somebody in a shared session.
 *
 * @param address who they are, proven
 * @param holding the entities that they drag, and that others better leave alone meanwhile
 * @param isMe whether it is the person here
 */
public record Person(
        String address,
        Profile profile,
        Role role,
        Presence presence,
        List<Entity> holding,
        boolean isMe) {
    public Person {
        holding = List.copyOf(holding);
    }
}
