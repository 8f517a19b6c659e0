// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** What somebody may do in a shared session. */
public enum Role {
    /** Who began the session: edits, and says what others may do. */
    OWNER,
    /** Edits. */
    EDITOR,
    /** Looks on. */
    VIEWER,
    /** Is not let in, and not heard. */
    BANNED;

    public boolean mayEdit() {
        return this == OWNER || this == EDITOR;
    }
}
