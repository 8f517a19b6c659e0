// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Chunk;
import org.scenewright.collab.SessionMessage.Contents;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Seen;
import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.collab.SessionMessage.StateRequest;
import org.scenewright.collab.SessionMessage.TooFar;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Identity;
import org.scenewright.comms.SendHints;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;
import org.scenewright.scene.BatchCodec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who may edit and means no good: sends garbage, what others sent, edits in the name of
 * others, and claims of much that never comes.
 */
final class Liar implements Identity {
    private static final int MEMORY = 200;

    private final Company company;
    private final String address;
    private final Signatures signatures;
    private final Random random;
    private final List<byte[]> captured = new ArrayList<>();
    private final List<SignedBatch> batches = new ArrayList<>();
    private final Wire reading;
    private final Wire writing;
    private final Equivocation twofold;
    private Optional<CommsAdapter> adapter = Optional.empty();
    private long base;
    private long roles;

    Liar(Company company, int number) {
        this.company = company;
        this.address = Samples.address(number + 1);
        this.signatures = company.keys.apply(number + 1);
        this.random = new Random(number);
        this.twofold = new Equivocation(company, signatures, address);
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

    void connect(String room) {
        adapter.ifPresent(a -> a.disconnect(Optional.empty()));
        var fresh = company.network.adapter(room, company.conditions, this, this::heard);
        adapter = Optional.of(fresh);
        fresh.connect().thenRun(() -> writing.attach(fresh));
    }

    private void heard(CommsEvent event) {
        if (event instanceof CommsEvent.Message(var sender, var data)) {
            remember(data);
            try {
                reading.receive(sender, data, company.time.millis())
                        .ifPresent(message -> heard(sender, message));
            } catch (IOException broken) {
                throw new AssertionError("an honest one sends nonsense", broken);
            }
        }
    }

    private void remember(ByteBuffer data) {
        var bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        captured.add(bytes);
        if (captured.size() > MEMORY) {
            captured.removeFirst();
        }
    }

    private void heard(String sender, SessionMessage message) {
        switch (message) {
            case Hello hello -> base = hello.standing().base();
            case Seen(var standing) -> {
                base = standing.base();
                roles = standing.roles();
            }
            case Edits edits -> {
                batches.addAll(edits.batches());
                twofold.hear(edits.batches());
                batches.subList(0, Math.max(0, batches.size() - MEMORY)).clear();
            }
            case StateRequest request -> offer(sender, request);
            default -> {}
        }
    }

    /** Offers the document and says more of it than is true, or bytes that are none. */
    private void offer(String to, StateRequest request) {
        var copy = Doctored.of(company.members.get(random.nextInt(company.members.size())));
        switch (random.nextInt(5)) {
            case 0 -> offer(to, request, copy.raised());
            case 1 -> offer(to, request, copy.raisedBy(signatures));
            case 2 -> offer(to, request, copy.deaf());
            case 3 -> offer(to, request, copy.edited(twofold.edit()));
            default -> offer(to, request, new Doctored(garbage(100), copy.state()));
        }
    }

    /** Half of it is not what was offered. */
    private void offer(String to, StateRequest request, Doctored copy) {
        byte[] bytes = copy.bytes();
        var hash = random.nextBoolean() ? Digests.sha256(bytes) : new byte[Digests.LENGTH];
        var contents = new Contents(bytes.length, hash, Optional.of(copy.state()));
        tell(new Offer(request.nonce(), 1, contents), SendHints.RELIABLE.to(to));
        for (int from = 0, i = 0; from < bytes.length; from += Pulling.PIECE, i++) {
            int end = Math.min(bytes.length, from + Pulling.PIECE);
            tell(new Piece(1, i, Arrays.copyOfRange(bytes, from, end)), SendHints.RELIABLE.to(to));
        }
    }

    private void tell(SessionMessage message, SendHints hints) {
        writing.send(message, hints);
    }

    private Reach nonsense() {
        return Reach.of(
                Map.of(
                        new Author(Samples.address(1 + random.nextInt(8)), random.nextInt(1000)),
                        1 + random.nextLong(Long.MAX_VALUE - 1)));
    }

    /** Says that it is there, with a key of its own. */
    void greet() {
        var attestation = new Attestation(address, signatures.key(), "signed by " + address);
        var standing = new Standing(base, random.nextLong(), roles);
        tell(
                new Hello(standing, new Profile("Liar", 0), attestation, random.nextBoolean()),
                SendHints.RELIABLE);
    }

    /** Does one of the things that it can think of. */
    void lie() {
        switch (random.nextInt(11)) {
            case 0 -> garbage();
            case 1 -> replay();
            case 2 -> tell(new Edits(base, List.of(), forged()), SendHints.RELIABLE);
            case 3 -> claim();
            case 4 ->
                    tell(
                            new Seen(new Standing(base, random.nextLong(), Long.MAX_VALUE)),
                            SendHints.RELIABLE);
            case 5 -> tell(new TooFar(base), SendHints.RELIABLE);
            case 6 -> tell(new SessionMessage.Ask(base, nonsense()), SendHints.RELIABLE);
            case 7 -> tell(new SessionMessage.RolesTold(usurped()), SendHints.RELIABLE);
            case 8 -> impersonate();
            case 9 -> equivocate();
            default -> greet();
        }
    }

    private byte[] garbage(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void garbage() {
        byte[] bytes = garbage(random.nextInt(300));
        raw(bytes);
        var framed = new Output().octet(2).octet(1).octet(0).raw(bytes).toBytes();
        raw(new ScenePacket("scenewright:" + Samples.SESSION, ByteBuffer.wrap(framed)).toBytes());
    }

    private void raw(byte[] bytes) {
        adapter.ifPresent(a -> a.send(ByteBuffer.wrap(bytes), SendHints.RELIABLE));
    }

    private void replay() {
        if (!captured.isEmpty()) {
            raw(captured.get(random.nextInt(captured.size())));
        }
    }

    /** Edits of others, changed or with their next numbers, and signed by the wrong one. */
    private List<SignedBatch> forged() {
        if (batches.isEmpty()) {
            return List.of();
        }
        var model = batches.get(random.nextInt(batches.size()));
        long next = model.sequence() + random.nextInt(3);
        var batch = new Batch(model.author(), next, model.batch().seen(), model.batch().writes());
        byte[] bytes = BatchCodec.write(batch);
        return List.of(
                new SignedBatch(batch, bytes, model.key(), model.signature()),
                new SignedBatch(batch, bytes, signatures.key(), signatures.sign(bytes)));
    }

    /** Parts of messages that never become whole. */
    private void claim() {
        for (int i = 0; i < 20; i++) {
            tell(
                    new Chunk(random.nextLong(), random.nextInt(9), 1 << 16, new byte[1000]),
                    SendHints.RELIABLE);
        }
    }

    private SignedRoles usurped() {
        var roles = new Roles(Long.MAX_VALUE, 1, 512, Role.BANNED, new TreeMap<>());
        var owner = new Attestation(Samples.address(1), signatures.key(), "signed by " + address);
        return SignedRoles.sign(Samples.SESSION, roles, owner, signatures);
    }

    /** Two different edits under one number, one for some and the other one for the others. */
    private void equivocate() {
        greet();
        var one = twofold.next(base);
        var other = twofold.instead(base);
        for (var member : company.members) {
            var batch = random.nextBoolean() ? one : other;
            tell(
                    new Edits(base, List.of(), List.of(batch)),
                    SendHints.RELIABLE.to(member.address()));
        }
    }

    private void impersonate() {
        var somebody = Samples.address(1 + random.nextInt(8));
        var attestation = new Attestation(somebody, signatures.key(), "signed by " + somebody);
        tell(
                new Hello(new Standing(base, 1, 1), new Profile("?", 0), attestation, true),
                SendHints.RELIABLE);
    }
}
