// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Person;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedStatus;

/** What people read about a shared session. */
final class Wording {
    private Wording() {}

    /**
     * How a session stands.
     *
     * @param others how many others are there
     */
    static String state(SharedStatus status, int others) {
        return switch (status.stage()) {
            case CONNECTING -> "Connecting…";
            case JOINING -> "Joining…";
            case LIVE -> live(others);
            case OFFLINE -> "Offline" + waiting(status.waiting());
            case KICKED -> "Sent away";
            case LEFT -> "Left";
        };
    }

    private static String live(int others) {
        return switch (others) {
            case 0 -> "Shared, nobody else is here";
            case 1 -> "Live with one other";
            default -> "Live with " + others + " others";
        };
    }

    private static String waiting(long edits) {
        return edits == 0 ? "" : edits == 1 ? ", one edit waits" : ", " + edits + " edits wait";
    }

    static String role(Role role) {
        return switch (role) {
            case OWNER -> "Owner";
            case EDITOR -> "Editor";
            case VIEWER -> "Viewer";
            case BANNED -> "Banned";
        };
    }

    /** What somebody does at the moment. */
    static String doing(Person person) {
        var presence = person.presence();
        return presence.editing()
                .map(field -> "at " + shortName(field.component()) + " › " + field.path())
                .orElseGet(() -> selected(presence.selection().size()));
    }

    private static String selected(int count) {
        return count == 0 ? "" : count == 1 ? "one entity selected" : count + " entities selected";
    }

    private static String shortName(String component) {
        return component.substring(component.lastIndexOf(':') + 1);
    }
}
