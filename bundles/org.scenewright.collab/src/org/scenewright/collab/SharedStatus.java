// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.Optional;

/**
 * How a shared session stands.
 *
 * @param waiting how many writes nobody else is known to have; of a drag each step is one
 * @param role what the person here may do
 * @param problem why there is no connection, or nothing of the session, as a sentence
 */
public record SharedStatus(Stage stage, long waiting, Role role, Optional<String> problem) {

    /** Why the person here cannot edit: nobody would hear it. */
    Optional<String> refusal() {
        boolean isThere = stage == Stage.LIVE || stage == Stage.OFFLINE;
        return Optional.of("You look on: who shares this scene has to let you edit it.")
                .filter(why -> isThere && !role.mayEdit());
    }

    /** The stages of a session. */
    public enum Stage {
        /** There was no connection yet. */
        CONNECTING,
        /** There is a connection, but not the document of the session yet. */
        JOINING,
        /** What is here is what the others hold. */
        LIVE,
        /** There is no connection at the moment; one can edit nevertheless. */
        OFFLINE,
        /** Somebody ended it on purpose: it does not come back by itself. */
        KICKED,
        /** The person here left. */
        LEFT
    }
}
