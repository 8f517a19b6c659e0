// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.Optional;

/** What is wrong with a copy of the session that was kept, as anybody may have put it there. */
record Scrutiny(Parts parts) {
    Optional<String> fault(StoredCopy copy) {
        var authority = parts.authority();
        String giver = copy.giver().address();
        if (!authority.ground().isThere()) {
            return Optional.of("The owner of the session did not sign who may edit it.");
        }
        if (!isSigned(copy)) {
            return Optional.of(giver + " did not sign it for this session.");
        }
        if (!authority.of(giver).mayEdit()) {
            return Optional.of(giver + ", who gave it, may not edit.");
        }
        return Optional.empty();
    }

    /** Whoever left may have done so days ago, and the owner before them. */
    private boolean isSigned(StoredCopy copy) {
        long date = copy.roles().roles().version();
        return (parts.keys().learn(copy.giver()) || parts.keys().held(copy.giver(), date))
                && copy.isGenuine(parts.authority().session(), parts.self().signatures());
    }
}
