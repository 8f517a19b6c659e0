// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.comms.SendHints;

/** How participants learn of each other: who comes says so, and all others answer. */
final class Greeting {
    private static final long PATIENCE = 1000;

    private final Parts parts;
    private final Pacing asking = new Pacing(PATIENCE);
    private final Replies answers;
    private final Replies welcomes;

    Greeting(Parts parts, PresenceKeeping presence, PlayRelay plays) {
        this.parts = parts;
        this.answers = new Replies(address -> parts.send(address, hello(false)));
        this.welcomes =
                new Replies(
                        address -> {
                            presence.greet(address);
                            plays.greet(address);
                        });
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
        if (asking.admits(address, parts.now())) {
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
            answers.owe(sender, parts.now());
        }
        var before = parts.peers().find(sender);
        var peer =
                before.filter(known -> known.profile().equals(hello.profile()))
                        .orElseGet(() -> new Peer(sender, hello.profile(), hello.standing()));
        peer.heardAt(parts.now());
        parts.peers().add(peer);
        if (before.isEmpty()) {
            welcomes.owe(sender, parts.now());
        }
        return true;
    }

    /** Lets time pass. */
    void tick() {
        answers.tick(parts.peers(), parts.now());
        welcomes.tick(parts.peers(), parts.now());
    }
}
