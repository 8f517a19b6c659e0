// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what in the rooms of a server.
 *
 * @param allowed the only addresses that are let in without an invitation; empty for anyone
 * @param readOnly the addresses that may not send everything
 * @param judge says what those may send
 */
public record RoomRules(Set<String> allowed, Set<String> readOnly, Judge judge) {
    /** Anyone may do anything. */
    public static final RoomRules OPEN = new RoomRules(Set.of(), Set.of(), Judge.LOOSE_ONLY);

    /** Says what those may send who only look on; on the thread of the server, so it is quick. */
    public interface Judge {
        /** What need not arrive changes nothing. */
        Judge LOOSE_ONLY = (address, body, isReliable) -> !isReliable;

        boolean mayPass(String address, ByteBuffer body, boolean isReliable);
    }

    public RoomRules {
        allowed = normal(allowed);
        readOnly = normal(readOnly);
    }

    private static Set<String> normal(Set<String> addresses) {
        return addresses.stream().map(Address::normal).collect(Collectors.toUnmodifiableSet());
    }

    boolean admits(String address) {
        return allowed.isEmpty() || allowed.contains(address);
    }

    boolean mayPass(String address, PeerUpdate update) {
        return !readOnly.contains(address)
                || judge.mayPass(address, update.body().asReadOnlyBuffer(), !update.isUnreliable());
    }
}
