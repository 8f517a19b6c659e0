// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.comms.SendHints;

import java.util.HashMap;
import java.util.Map;

/** How participants learn of each other: who comes says so, and all others answer. */
final class Greeting {
    private static final long PATIENCE = 1000;
    private static final int MOST = 1024;

    private final Parts parts;
    private final Map<String, Long> askedAt = new HashMap<>();

    Greeting(Parts parts) {
        this.parts = parts;
    }

    /** Says to all who came. */
    void arrive() {
        parts.sendAll(hello(true));
    }

    private Hello hello(boolean isAsking) {
        var self = parts.self();
        return new Hello(parts.standing(), self.profile(), self.attestation(), isAsking);
    }

    /** Asks somebody who they are of whom something came. */
    void ask(String address) {
        long now = parts.now();
        if (askedAt.size() > MOST) {
            askedAt.clear();
        }
        if (now - askedAt.getOrDefault(address, now - PATIENCE) >= PATIENCE) {
            askedAt.put(address, now);
            parts.wire().send(hello(true), SendHints.RELIABLE.to(address));
        }
    }

    /** Whether somebody is who they say; then they are there from now on. */
    boolean heard(String sender, Hello hello) {
        var attestation = hello.attestation();
        if (!attestation.address().equals(sender) || !parts.keys().learn(attestation)) {
            parts.complain(sender, "does not prove the key of its session");
            return false;
        }
        if (hello.isAsking()) {
            parts.send(sender, hello(false));
        }
        var peer =
                parts.peers()
                        .find(sender)
                        .filter(known -> known.profile().equals(hello.profile()))
                        .orElseGet(() -> new Peer(sender, hello.profile(), hello.standing()));
        peer.heardAt(parts.now());
        parts.peers().add(peer);
        return true;
    }
}
