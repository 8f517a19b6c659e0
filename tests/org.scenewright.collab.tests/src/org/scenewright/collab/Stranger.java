// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Identity;
import org.scenewright.comms.SendHints;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody whose every word is that of the test, and who remembers all that is said to them. */
final class Stranger implements Identity {
    private final Company company;
    private final String address;
    private final Signatures signatures;
    private final Wire reading;
    private final Wire writing;
    private final List<SessionMessage> heard = new ArrayList<>();
    private Optional<CommsAdapter> adapter = Optional.empty();

    Stranger(Company company, int number) {
        this.company = company;
        this.address = Samples.address(number + 1);
        this.signatures = new FastSignatures(number + 1);
        this.reading = new Wire(Samples.SESSION, address);
        reading.trust(sender -> Optional.of(Role.EDITOR));
        this.writing = new Wire(Samples.SESSION, address);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public CompletableFuture<String> sign(String challenge) {
        return CompletableFuture.completedFuture("signed by " + address);
    }

    Signatures signatures() {
        return signatures;
    }

    /** Comes in, and says who they are. */
    Stranger connect() {
        enter();
        greet();
        company.pass(100);
        return this;
    }

    /** Comes in, and says nothing. */
    Stranger enter() {
        var fresh = company.network.adapter("a", company.conditions, this, this::heard);
        adapter = Optional.of(fresh);
        fresh.connect().thenRun(() -> writing.attach(fresh));
        company.pass(100);
        return this;
    }

    void disconnect() {
        adapter.ifPresent(a -> a.disconnect(Optional.empty()));
        company.pass(100);
    }

    void greet() {
        greet(false);
    }

    void greet(boolean isAsking) {
        var attestation = new Attestation(address, signatures.key(), "signed by " + address);
        var standing = new Standing(base(), 1, 0);
        tell(new Hello(standing, new Profile("Stranger", 0), attestation, isAsking));
    }

    long base() {
        return company.owner().parts().log().base();
    }

    void tell(SessionMessage message) {
        writing.send(message, SendHints.RELIABLE);
    }

    void tell(Member member, SessionMessage message) {
        writing.send(message, SendHints.RELIABLE.to(member.address()));
    }

    /** Answers somebody who wants the document. */
    void give(Member member, Doctored copy) {
        var request = heard(SessionMessage.StateRequest.class).getLast();
        var contents =
                new Contents(
                        copy.bytes().length,
                        Digests.sha256(copy.bytes()),
                        Optional.of(copy.state()));
        tell(member, new Offer(request.nonce(), 7, contents));
        for (int from = 0, i = 0; from < copy.bytes().length; from += Pulling.PIECE, i++) {
            int to = Math.min(copy.bytes().length, from + Pulling.PIECE);
            tell(member, new Piece(7, i, Arrays.copyOfRange(copy.bytes(), from, to)));
        }
    }

    private void heard(CommsEvent event) {
        if (event instanceof CommsEvent.Message(var sender, var data)) {
            try {
                reading.receive(sender, data, company.time.millis()).ifPresent(heard::add);
            } catch (IOException broken) {
                throw new AssertionError("an honest one sends nonsense", broken);
            }
        }
    }

    /** Forgets what came so far. */
    void forget() {
        heard.clear();
    }

    /** All of a kind that came so far. */
    <T extends SessionMessage> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
