// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.ProvenReach.Claim;
import org.scenewright.collab.ProvenReach.Signer;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.scene.Author;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SharedState;
import org.scenewright.scene.VersionVector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A copy of the document as somebody gives it, which may be true or not.
 *
 * @param bytes the document
 * @param state what is said of it
 */
record Doctored(byte[] bytes, State state) {
    private static final long MUCH = 1_000_000_000;

    /** The true copy that somebody has. */
    static Doctored of(Member member) {
        var proven = ProvenReach.of(member.parts().log(), member.parts().keys()).orElseThrow();
        return new Doctored(
                member.document().copy().join(), new State(member.parts().log().base(), proven));
    }

    /** The same, but that it is said to hold very many edits of everybody. */
    Doctored raised() {
        return with(claims(claim -> claim(claim, MUCH, claim.testimony().signature())));
    }

    /** The same, where somebody signed that for everybody. */
    Doctored raisedBy(Signatures liar) {
        return with(
                claims(
                        claim -> {
                            var told = claim(claim, MUCH, claim.testimony().signature());
                            var proof = told.testimony();
                            var ground = new Ground(Samples.SESSION, state.base());
                            byte[] signed =
                                    Testimony.signed(
                                            ground, proof.author(), proof.last(), proof.sha256());
                            return claim(claim, MUCH, liar.sign(signed));
                        }));
    }

    private static Claim claim(Claim claim, long more, byte[] signature) {
        var proof = claim.testimony();
        return new Claim(
                claim.sequence() + more,
                new Testimony(
                        proof.author(),
                        proof.last() + more,
                        proof.sha256(),
                        proof.key(),
                        signature));
    }

    private State claims(UnaryOperator<Claim> change) {
        var signers =
                state.proven().signers().stream()
                        .map(s -> new Signer(s.attestation(), changed(s.claims(), change)))
                        .toList();
        var last = new TreeMap<Author, Long>();
        signers.stream()
                .flatMap(signer -> signer.claims().stream())
                .forEach(claim -> last.put(claim.testimony().author(), claim.sequence()));
        return new State(state.base(), new ProvenReach(new Reach(last), signers));
    }

    private static List<Claim> changed(List<Claim> claims, UnaryOperator<Claim> change) {
        return claims.stream().map(change).toList();
    }

    private Doctored with(State other) {
        return new Doctored(hearing(other.reach().heard()), other);
    }

    /** The same, but that the document itself says to hold very many edits of everybody. */
    Doctored deaf() {
        var heard = new HashMap<Author, Long>();
        state.reach().last().forEach((author, last) -> heard.put(author, last + MUCH));
        return new Doctored(hearing(new VersionVector(heard)), state);
    }

    private byte[] hearing(VersionVector heard) {
        return read().hearing(heard).toBytes(Samples.TYPES);
    }

    /** The same, but that something was edited in it that nobody wrote. */
    Doctored edited(Edit edit) {
        var scene = new Scene(read().snapshot());
        scene.shared().adopt(read(), List.of(), Origin.USER);
        scene.apply(edit, Origin.USER);
        var forged = scene.shared().state().hearing(state.reach().heard());
        return new Doctored(forged.toBytes(Samples.TYPES), state);
    }

    private SharedState read() {
        try {
            return SharedState.read(bytes, Samples.TYPES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
