// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.ProvenReach.Claim;
import org.scenewright.collab.ProvenReach.Signer;
import org.scenewright.collab.SessionMessage.VouchRequest;
import org.scenewright.collab.SessionMessage.Vouched;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * How the keys of somebody do not become too many, who has another one whenever they come: by the
 * one that they have now they vouch for what they wrote under those of long ago. Whoever keeps too
 * many keys of somebody who is there asks for that.
 */
final class Vouching {
    /** How many keys of one address are kept before those of long ago are to go. */
    static final int ENOUGH = 16;

    /** How long one waits before the same one is asked again, in milliseconds. */
    static final long PATIENCE = 10_000;

    // Of what was written lately there may be those who lack some of it.
    private static final int LATELY = ENOUGH / 2;
    private static final long INTERVAL = 1000;

    private final Parts parts;
    private final Pacing asking = new Pacing(PATIENCE);
    private final Pacing answers = new Pacing(PATIENCE / 2);
    private final Set<String> asked = new HashSet<>();
    private long nextLook;

    Vouching(Parts parts) {
        this.parts = parts;
    }

    void tick() {
        if (parts.now() < nextLook) {
            return;
        }
        nextLook = parts.now() + INTERVAL;
        if (isTooMany(parts.me())) {
            vouch();
        }
        asked.removeIf(address -> parts.peers().find(address).isEmpty());
        parts.peers().all().stream().map(Peer::address).filter(this::isTooMany).forEach(this::ask);
    }

    private boolean isTooMany(String address) {
        return parts.log().authors(address) > ENOUGH
                && parts.log().keys(address).values().stream()
                                .map(ByteBuffer::wrap)
                                .distinct()
                                .count()
                        > ENOUGH;
    }

    private void ask(String address) {
        if (asking.admits(address, parts.now())) {
            asked.add(address);
            parts.send(address, new VouchRequest(parts.log().base()));
        }
    }

    /** Vouches for all that was written long ago by the person here; complete when that is done. */
    private CompletableFuture<Void> vouch() {
        var old =
                parts.log().keys(parts.me()).entrySet().stream()
                        .filter(author -> !isMine(author.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        var said =
                old.subList(0, Math.max(0, old.size() - LATELY)).stream()
                        .flatMap(author -> parts.log().testimony(author).stream())
                        .toList();
        var ground = parts.ground();
        var signatures = parts.self().signatures();
        return CompletableFuture.supplyAsync(
                        () -> said.stream().map(t -> t.signedBy(ground, signatures)).toList(),
                        parts.beside())
                .thenAcceptAsync(signed -> replace(ground, signed), parts.executor());
    }

    private void replace(Ground ground, List<Testimony> proofs) {
        if (parts.ground().equals(ground)) {
            parts.log().replace(proofs);
        }
    }

    private boolean isMine(byte[] key) {
        return Arrays.equals(key, parts.self().signatures().key());
    }

    /** Tells somebody who asks what is vouched for here. */
    void asked(String sender, VouchRequest request) {
        if (parts.isCommon(request.base()) && answers.admits(sender, parts.now())) {
            vouch().thenRunAsync(() -> answer(sender), parts.executor());
        }
    }

    private void answer(String receiver) {
        var signer = new Signer(parts.self().attestation(), claims());
        parts.send(receiver, new Vouched(parts.log().base(), signer));
    }

    private List<Claim> claims() {
        return parts.log().testimonies(parts.me()).stream()
                .filter(testimony -> isMine(testimony.key()))
                .map(testimony -> new Claim(parts.log().last(testimony.author()), testimony))
                .limit(Admission.MOST_AUTHORS_OF_ONE)
                .toList();
    }

    /** Takes what somebody vouches for who was asked, in place of what they signed before. */
    void told(String sender, Vouched told) {
        var signer = told.signer();
        var who = signer.attestation();
        boolean isAnswer = asked.remove(sender) && parts.isCommon(told.base());
        boolean isTheirs = who.address().equals(sender) && parts.keys().knows(sender, who.key());
        if (!isAnswer || !isTheirs || signer.claims().size() > Admission.MOST_AUTHORS_OF_ONE) {
            parts.complain(sender, "vouches for what nobody asked about");
            return;
        }
        var ground = parts.ground();
        var reach = new ProvenReach(Reach.NOTHING, List.of(signer));
        new Proving(reach, ground, parts.self().signatures(), parts.keys())
                .begin(parts.beside())
                .thenAcceptAsync(
                        isProven -> replace(ground, isProven ? reach.testimonies() : List.of()),
                        parts.executor());
    }
}
