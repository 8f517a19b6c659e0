// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.Optional;
import java.util.Set;

/** Who may do what, by the newest table that the owner of the session signed. */
final class Authority {
    private final String session;
    private final String owner;
    private final Signatures signatures;
    private final KnownKeys keys;
    private Optional<SignedRoles> signed = Optional.empty();
    private boolean isFresh;

    Authority(String session, String owner, Signatures signatures, KnownKeys keys) {
        this.session = session;
        this.owner = owner;
        this.signatures = signatures;
        this.keys = keys;
    }

    String session() {
        return session;
    }

    String owner() {
        return owner;
    }

    Roles roles() {
        return signed.map(SignedRoles::roles).orElseGet(Roles::none);
    }

    Optional<SignedRoles> signed() {
        return signed;
    }

    Role of(String address) {
        return address.equals(owner) ? Role.OWNER : roles().of(address);
    }

    /** Whether somebody is the owner, or one whom the owner names as one who edits. */
    boolean trusts(String address) {
        boolean isNamed = address.equals(owner) || roles().named().containsKey(address);
        return isNamed && of(address).mayEdit();
    }

    /** Whom somebody sent away, who is the owner or else sends nobody away. */
    Set<String> sentAwayBy(String address) {
        return address.equals(owner) ? roles().banned() : Set.of();
    }

    /** The start of the session that holds; its base is 0 while nobody said so. */
    Ground ground() {
        return new Ground(session, roles().base());
    }

    /** Whether a table is a newer one of the owner, which holds from now on. */
    boolean take(SignedRoles offered) {
        boolean isNews =
                offered.roles().version() > roles().version()
                        // Without a start there is no session to say anything of.
                        && offered.roles().base() != 0
                        && offered.owner().address().equals(owner)
                        && offered.isGenuine(session, signatures)
                        && isOwners(offered);
        if (isNews) {
            signed = Optional.of(offered);
        }
        return isNews;
    }

    /**
     * Whether the key of a table is the owner's. Of keys that are over none speaks for the owner
     * but those that were known before. Who knows of no such key believes what was signed before it
     * was over, by what it says: else nobody could come while the owner is away for a day.
     */
    private boolean isOwners(SignedRoles offered) {
        boolean isKnown = keys.learn(offered.owner());
        isFresh |= isKnown;
        return isKnown || !isFresh && keys.held(offered.owner(), offered.roles().version());
    }

    /**
     * Says what holds from now on, where it is said of which start; only the owner is believed.
     *
     * @param now milliseconds since 1970, so that a table is newer than those of which the owner
     *     does not know any more
     * @return whether it holds
     */
    boolean decide(Roles roles, Self me, long now) {
        boolean isOfSession = roles.base() != 0;
        if (isOfSession) {
            var next = roles.versioned(Math.max(roles().version() + 1, now));
            signed = Optional.of(SignedRoles.sign(session, next, me.attestation(), signatures));
            isFresh = true;
        }
        return isOfSession;
    }
}
