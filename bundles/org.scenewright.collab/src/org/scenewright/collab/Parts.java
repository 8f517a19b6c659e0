// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SendHints;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What all parts of a session share.
 *
 * @param home keeps the session on the disk of the person here, where it is kept at all
 * @param clock milliseconds that never go back
 * @param calendar milliseconds since 1970, which may be set anew at any time
 * @param executor runs later what futures bring, one after the other with all else
 * @param beside runs at once what would keep the session busy for long
 */
record Parts(
        Self self,
        Wire wire,
        BatchLog log,
        KnownKeys keys,
        Authority authority,
        Peers peers,
        Complaints complaints,
        SharedDocument document,
        SharedFiles files,
        Optional<RoomStorage> home,
        LongSupplier clock,
        LongSupplier calendar,
        Random random,
        Executor executor,
        Executor beside,
        Consumer<SessionEvent> listener) {

    long now() {
        return clock.getAsLong();
    }

    /** Milliseconds since 1970, for what others or a later process compare. */
    long date() {
        return calendar.getAsLong();
    }

    String me() {
        return self.address();
    }

    boolean mayEdit() {
        return authority.of(me()).mayEdit();
    }

    /** What is written here is signed for. */
    Ground ground() {
        return new Ground(authority.session(), log.base());
    }

    /** Whether edits of those others are edits of what is here. */
    boolean isCommon(long base) {
        return base != 0 && base == log.base();
    }

    /** Whether a key has to be known here, however many others there are. */
    boolean isNeeded(Attestation attestation) {
        return attestation.isOf(self.attestation())
                || authority.signed().filter(s -> s.owner().isOf(attestation)).isPresent()
                || log.isSignedBy(attestation.key())
                || peers.find(attestation.address()).isPresent() && keys.isNewest(attestation);
    }

    /** Whether a document stands on the start of the session that holds. */
    boolean isOfSession(SessionMessage.State state) {
        return state.base() != 0 && state.base() == authority.ground().base();
    }

    /** Looks whether what somebody says of a document of the session is proven. */
    Proving proving(SessionMessage.State state) {
        return new Proving(state.proven(), authority.ground(), self.signatures(), keys);
    }

    void sendAll(SessionMessage message) {
        wire.send(message, SendHints.RELIABLE);
    }

    void send(String address, SessionMessage message) {
        wire.send(message, SendHints.RELIABLE.to(address));
    }

    void complain(String sender, String what) {
        complaints.add(sender, what, now());
    }

    void notice(String sentence) {
        listener.accept(new SessionEvent.Noticed(sentence));
    }

    SessionMessage.Standing standing() {
        return new SessionMessage.Standing(log.base(), log.mark(), authority.roles().version());
    }
}
