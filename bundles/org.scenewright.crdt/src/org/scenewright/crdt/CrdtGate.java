// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/** What a store asks before it keeps something. */
public interface CrdtGate {

    /**
     * Whether the scene knows a component, asked once when the first message about one of an entity
     * arrives; of others less is kept.
     */
    boolean knows(ComponentId component);

    /**
     * Whether a message that is newer than what is known may hold. The answer must depend on the
     * message alone, or replicas part.
     *
     * @param message a cursor on a message that sets or deletes a component, valid during the call
     */
    default boolean admits(CrdtReader message) {
        return true;
    }

    /** Why the message that was not admitted last may not hold. */
    default String refusal() {
        return "a value that cannot be read, or a time after which there is none";
    }
}
