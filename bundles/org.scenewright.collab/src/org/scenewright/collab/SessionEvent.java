// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** What a session tells of itself. */
sealed interface SessionEvent {

    /** Who is there, what they may do or what they do is not as it was. */
    record PeopleChanged() implements SessionEvent {}

    /** Whether it holds what the others hold is not as it was. */
    record StageChanged() implements SessionEvent {}

    /** The owner sent the person here away, and said why. */
    record Kicked(String reason) implements SessionEvent {}

    /**
     * The owner, who is the person here, sent somebody away for good, so that whatever lets people
     * into the room should let this one in no more.
     */
    record SentAway(String address) implements SessionEvent {}

    /** The owner, who is the person here, lets somebody in again who was sent away. */
    record LetIn(String address) implements SessionEvent {}

    /** The owner, who is somebody else, goes elsewhere with the session. */
    record OwnerMeets(Elsewhere elsewhere) implements SessionEvent {}

    /** Something happened that people or a log ought to know; a sentence. */
    record Noticed(String sentence) implements SessionEvent {}

    /** The script of somebody said something to those of others. */
    record PlayHeard(String sender, byte[] message) implements SessionEvent {}
}
