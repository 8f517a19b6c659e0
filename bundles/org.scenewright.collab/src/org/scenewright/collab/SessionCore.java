// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Ask;
import org.scenewright.collab.SessionMessage.Bye;
import org.scenewright.collab.SessionMessage.Chunk;
import org.scenewright.collab.SessionMessage.Compare;
import org.scenewright.collab.SessionMessage.Differing;
import org.scenewright.collab.SessionMessage.Digest;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.FileCheck;
import org.scenewright.collab.SessionMessage.FileOffer;
import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.collab.SessionMessage.FilesDiffer;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Kick;
import org.scenewright.collab.SessionMessage.MeetsAt;
import org.scenewright.collab.SessionMessage.Numbers;
import org.scenewright.collab.SessionMessage.NumbersRequest;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.PlayBytes;
import org.scenewright.collab.SessionMessage.Plays;
import org.scenewright.collab.SessionMessage.Present;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.Refused;
import org.scenewright.collab.SessionMessage.Restate;
import org.scenewright.collab.SessionMessage.RolesRequest;
import org.scenewright.collab.SessionMessage.RolesTold;
import org.scenewright.collab.SessionMessage.Seen;
import org.scenewright.collab.SessionMessage.Squeezed;
import org.scenewright.collab.SessionMessage.StateRequest;
import org.scenewright.collab.SessionMessage.TooFar;
import org.scenewright.collab.SessionMessage.VouchRequest;
import org.scenewright.collab.SessionMessage.Vouched;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A shared session without threads, clocks and connections of its own: told what happens, it sends
 * what follows from that. Not thread-safe.
 */
final class SessionCore {
    private final Parts parts;
    private final Spreading spreading;
    private final CatchingUp catchingUp;
    private final Joining joining;
    private final Giving giving;
    private final SessionFiles files;
    private final Transfers transfers;
    private final PlayRelay plays;
    private final Greeting greeting;
    private final PresenceKeeping presence;
    private final NumberKeeping numbers;
    private final Attendance attendance;
    private final Ruling ruling;
    private final Repairing repairing;
    private final Storing storing;
    private final Storing home;
    private final Recalling recalling;
    private final Mending mending;
    private final Announcing announcing;
    private final Vouching vouching;
    private boolean isOver;

    SessionCore(Parts parts) {
        this.parts = parts;
        this.plays = new PlayRelay(parts);
        this.presence = new PresenceKeeping(parts);
        this.greeting = new Greeting(parts, presence, plays);
        this.spreading = new Spreading(parts, greeting);
        this.catchingUp = new CatchingUp(parts, spreading);
        this.numbers = new NumberKeeping(parts);
        this.joining = new Joining(parts, spreading, numbers);
        this.giving = new Giving(parts);
        this.files = new SessionFiles(parts);
        this.transfers = new Transfers(files, giving, joining);
        this.attendance = new Attendance(parts, giving);
        this.ruling = new Ruling(parts, joining, attendance);
        this.repairing = new Repairing(parts, joining);
        this.mending = new Mending(parts, catchingUp, joining);
        this.storing = new Storing(parts, joining, ruling, Keeper.ROOM);
        this.home = new Storing(parts, joining, ruling, Keeper.HOME);
        this.recalling = new Recalling(parts, spreading, mending);
        this.announcing = new Announcing(parts);
        this.vouching = new Vouching(parts);
        parts.keys().keep(parts::isNeeded);
        parts.keys().add(parts.self().attestation());
    }

    /** What proves the key here is another one from now on. */
    void renewed(Attestation newer) {
        parts.self().renew(newer);
        ruling.renew();
    }

    /**
     * Begins the session with the document as it is, or begins it anew, which only the owner can
     * decide: others who edited before then hold something else.
     */
    void found(Roles roles) {
        ruling.decide(roles.based(parts.random().nextLong() | 1));
        parts.log().restart(parts.authority().roles().base(), Reach.NOTHING);
        // What came of former sessions is just what the document holds.
        parts.document().leave();
        joining.write();
    }

    /** Says who may do what from now on; for the owner alone. */
    void decide(UnaryOperator<Roles> change) {
        ruling.decide(change);
    }

    /** There is a connection from now on. */
    void connected(CommsAdapter adapter) {
        if (isOver) {
            return;
        }
        parts.wire().attach(adapter);
        storing.connected(adapter.storage());
        home.connected(parts.home());
        recalling.connected(adapter.storage());
        greeting.arrive();
        ruling.arrive();
    }

    /** There is no connection any more. */
    void disconnected() {
        parts.wire().detach();
        storing.disconnected();
        home.disconnected();
        recalling.disconnected();
        catchingUp.disconnected();
        joining.disconnected();
        attendance.clear();
    }

    /**
     * Leaves for good: whatever is told from then on changes nothing.
     *
     * @return complete when the room and the disk have what they keep; the room needs the
     *     connection for that
     */
    CompletableFuture<Void> leave() {
        spreading.hurry();
        var stored = CompletableFuture.allOf(storing.leave(), home.leave());
        parts.sendAll(new Bye(parts.log().reach().of(parts.me())));
        disconnected();
        numbers.end();
        isOver = true;
        return stored;
    }

    void left(String address) {
        attendance.left(address);
    }

    /** Takes what was written here; the others are told as soon as can be, or else it is kept. */
    void wrote(Batch batch) {
        boolean isHeard = spreading.wrote(batch);
        if (isOver) {
            spreading.hurry();
        } else if (!isHeard) {
            parts.notice("What was edited here is refused, since others let you look on alone.");
            joining.begin();
        }
    }

    /** What the person here does from now on. */
    void does(Presence now) {
        presence.does(now);
    }

    /** What scripts say to each other that run here and elsewhere. */
    PlayRelay plays() {
        return plays;
    }

    /** What people tell each other of the session as a whole. */
    Announcing announcing() {
        return announcing;
    }

    /** Lets time pass; some twenty times in a second. */
    void tick() {
        if (isOver) {
            return;
        }
        numbers.tick(joining.isSettled());
        if (!parts.wire().isAttached()) {
            return;
        }
        parts.wire().expire(parts.now());
        greeting.tick();
        spreading.tick();
        attendance.expire();
        joining.tick();
        catchingUp.tick(joining.isSettled());
        ifSettled(repairing::tick);
        ifSettled(vouching::tick);
        giving.tick();
        files.tick(joining.isSettled());
        plays.tick();
        storing.tick();
        if (storing.isLookedThrough()) {
            ifSettled(recalling::tick);
        }
        home.tick();
        presence.tick();
    }

    /** Takes what came from somebody, whatever that is. */
    void heard(String sender, ByteBuffer data) {
        boolean isUnheard =
                isOver
                        || parts.complaints().silences(sender, parts.now())
                        || parts.authority().of(sender) == Role.BANNED;
        if (isUnheard) {
            return;
        }
        try {
            parts.wire()
                    .receive(sender, data, parts.now())
                    .ifPresent(message -> heard(sender, message));
        } catch (IOException broken) {
            parts.complain(sender, "sends " + broken.getMessage());
        }
    }

    private void heard(String sender, SessionMessage message) {
        if (message instanceof Hello hello) {
            hello(sender, hello);
            return;
        }
        var peer = parts.peers().find(sender);
        if (peer.isPresent()) {
            peer.get().heardAt(parts.now());
            heard(peer.get(), message);
        } else {
            greeting.ask(sender);
        }
    }

    private void leaves(String sender, Reach wrote) {
        numbers.left(sender, wrote);
        left(sender);
    }

    private void hello(String sender, Hello hello) {
        boolean isNew = parts.peers().find(sender).isEmpty();
        if (greeting.heard(sender, hello)) {
            parts.peers().find(sender).ifPresent(peer -> catchingUp.stands(peer, hello.standing()));
            if (isNew) {
                // Who comes back may lack much, and need not wait to be sure of it.
                catchingUp.hurry(sender);
                attendance.changed();
            }
        }
    }

    private void heard(Peer peer, SessionMessage message) {
        String sender = peer.address();
        switch (message) {
            case Hello h -> {}
            case Chunk c -> {}
            case Squeezed s -> {}
            case Edits edits -> edits(sender, edits);
            case Seen(var standing) -> catchingUp.stands(peer, standing);
            case Ask ask -> ifSettled(() -> catchingUp.asked(sender, ask));
            case TooFar t -> tooFar(sender);
            case StateRequest request -> giving.asked(sender, request);
            case Offer offer -> joining.offered(sender, offer);
            case Refused refused -> transfers.refused(sender, refused);
            case Pull pull -> transfers.pulled(sender, pull);
            case Piece piece -> transfers.piece(sender, piece);
            case FileRequest request -> files.asked(sender, request);
            case FileOffer offer -> files.offered(sender, offer);
            case FileCheck check -> files.asked(sender, check);
            case FilesDiffer told -> files.told(sender, told);
            case Plays told -> plays.heard(sender, told);
            case PlayBytes said -> plays.heard(sender, said);
            case RolesRequest r -> ruling.asked(sender);
            case RolesTold(var roles) -> ruling.told(sender, roles);
            case NumbersRequest request -> numbers.asked(sender, request);
            case Numbers told -> numbers.told(sender, told);
            case Present present -> presence.heard(peer, present);
            case Digest digest -> repairing.heard(peer, digest);
            case Compare compare -> ifSettled(() -> repairing.asked(sender, compare));
            case Differing differing -> ifSettled(() -> repairing.told(sender, differing));
            case Restate restate -> ifSettled(() -> repairing.asked(sender, restate));
            case VouchRequest request -> ifSettled(() -> vouching.asked(sender, request));
            case Vouched told -> ifSettled(() -> vouching.told(sender, told));
            case Kick(var reason) -> ruling.kicked(sender, reason);
            case MeetsAt place -> announcing.heard(peer, place);
            case SessionMessage.HasSaved s -> announcing.hasSaved(peer);
            case Bye(var reach) -> leaves(sender, reach);
        }
    }

    /** Sends somebody away; for the owner alone. */
    void kick(String address, String reason) {
        ruling.kick(address, reason);
    }

    private void edits(String sender, Edits edits) {
        if (joining.isSettled()) {
            boolean isNews = spreading.take(sender, edits, mending);
            catchingUp.answered(sender, isNews);
            files.edits(sender, isNews);
        }
    }

    private void ifSettled(Runnable answer) {
        if (joining.isSettled()) {
            answer.run();
        }
    }

    private void tooFar(String sender) {
        if (joining.isSettled() && catchingUp.answered(sender, false)) {
            joining.refresh();
        }
    }

    /** Whether what is here is the document of the session. */
    boolean isSettled() {
        return joining.isSettled();
    }

    /** Whether the document of the session is needed, and nobody is there who gives it. */
    boolean isForsaken() {
        return joining.isForsaken();
    }

    /** How many batches wait for others before them. */
    int waiting() {
        return spreading.waiting();
    }

    Optional<String> giver() {
        return Optional.of(joining.giver()).filter(address -> !address.isEmpty());
    }
}
