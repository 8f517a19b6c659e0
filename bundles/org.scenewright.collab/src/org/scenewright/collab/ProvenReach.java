// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far somebody has come, with what proves to everybody that there is so much: of each author
 * what they signed last of it.
 *
 * @param signers those who signed, each with all that they did
 */
record ProvenReach(Reach reach, List<Signer> signers) {
    ProvenReach {
        signers = List.copyOf(signers);
    }

    /** A key, and how far its owner came under whatever authors they were. */
    record Signer(Attestation attestation, List<Claim> claims) {
        Signer {
            claims = List.copyOf(claims);
        }

        void write(Output out) {
            attestation.write(out);
            out.list(claims, Claim::write);
        }

        static Signer read(Input in) throws IOException {
            var attestation = Attestation.read(in);
            return new Signer(
                    attestation,
                    in.list(Reach.MOST_AUTHORS, each -> Claim.read(each, attestation)));
        }
    }

    /**
     * That the batches of an author are there up to one.
     *
     * @param sequence the number of that one; later ones may have been signed with it
     */
    record Claim(long sequence, Testimony testimony) {
        void write(Output out) {
            out.number(testimony.author().sharing());
            out.number(sequence).number(testimony.last() - sequence);
            out.raw(testimony.sha256()).raw(testimony.signature());
        }

        static Claim read(Input in, Attestation signer) throws IOException {
            var author = new Author(signer.address(), in.tally());
            long sequence = in.tally();
            long last = sequence + in.tally();
            if (sequence == 0 || last < sequence) {
                throw new IOException("a signature up to %s of %s".formatted(sequence, last));
            }
            byte[] sha256 = in.raw(Digests.LENGTH);
            byte[] signature = in.raw(Signatures.SIGNATURE);
            return new Claim(
                    sequence, new Testimony(author, last, sha256, signer.key(), signature));
        }
    }

    /** How far a log has come; nothing where that cannot be proven, as a key got lost. */
    static Optional<ProvenReach> of(BatchLog log, KnownKeys keys) {
        var claims = new LinkedHashMap<Attestation, List<Claim>>();
        for (var author : log.reach().last().entrySet()) {
            var testimony = log.testimony(author.getKey());
            var signer = testimony.flatMap(t -> keys.find(t.author().address(), t.key()));
            if (signer.isEmpty()) {
                return Optional.empty();
            }
            claims.computeIfAbsent(signer.get(), s -> new ArrayList<>())
                    .add(new Claim(author.getValue(), testimony.orElseThrow()));
        }
        var signers = claims.entrySet().stream().map(e -> new Signer(e.getKey(), e.getValue()));
        return Optional.of(new ProvenReach(log.reach(), signers.toList()));
    }

    List<Testimony> testimonies() {
        return signers.stream()
                .flatMap(signer -> signer.claims().stream())
                .map(Claim::testimony)
                .toList();
    }

    void write(Output out) {
        out.list(signers, Signer::write);
    }

    static ProvenReach read(Input in) throws IOException {
        var signers = in.list(KnownKeys.MOST, Signer::read);
        requireFew(signers);
        var last = new TreeMap<Author, Long>();
        for (var signer : signers) {
            for (var claim : signer.claims()) {
                if (last.put(claim.testimony().author(), claim.sequence()) != null) {
                    throw new IOException("two signatures of one author");
                }
            }
        }
        if (last.size() > Reach.MOST_AUTHORS) {
            throw new IOException("%s authors".formatted(last.size()));
        }
        return new ProvenReach(new Reach(last), signers);
    }

    /** To look at many takes long; nobody who keeps to the rules has so many of one. */
    private static void requireFew(List<Signer> signers) throws IOException {
        var counts = new HashMap<String, Integer>();
        for (var signer : signers) {
            if (counts.merge(signer.attestation().address(), 1, Integer::sum)
                    > KnownKeys.MOST_NEEDED_OF_ONE) {
                throw new IOException("too many keys of one address");
            }
        }
    }
}
