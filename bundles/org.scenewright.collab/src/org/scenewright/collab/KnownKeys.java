// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.AddressProof.When;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Whose key is whose in one session, each proven once; of too many that nobody needs the oldest
 * have to be proven again. Not thread-safe.
 *
 * <p>A key is either proven by what holds at the moment, as who comes has to and who says what
 * others may do, or by what may be over by now, which is enough for edits that somebody hands on
 * who may edit.
 */
final class KnownKeys {
    /** How many keys of one address are kept that nobody needs. */
    static final int MOST_OF_ONE = 8;

    /** How many keys of one address are kept that are needed. */
    static final int MOST_NEEDED_OF_ONE = 256;

    /** How many keys are kept of all together. */
    static final int MOST = 4096;

    private final String session;
    private final AddressProof proof;
    private final SequencedMap<String, SequencedMap<String, Proven>> proven = new LinkedHashMap<>();
    // So that nobody makes others check the same nonsense again and again.
    private final Set<Long> refuted = new HashSet<>();
    private Predicate<Attestation> isNeeded = attestation -> false;
    private int size;

    private record Proven(Attestation attestation, boolean isFresh) {}

    KnownKeys(String session, AddressProof proof) {
        this.session = session;
        this.proof = proof;
    }

    /** Says which keys have to be kept, whatever others there are. */
    void keep(Predicate<Attestation> needed) {
        isNeeded = needed;
    }

    /**
     * Takes in what somebody says of themselves, or what has to hold now; whether it proves their
     * key, or that was proven at a time when it held.
     */
    boolean learn(Attestation attestation) {
        return learn(attestation, true);
    }

    /** Takes in what somebody else says of whoever signed it; whether it proves their key. */
    boolean hear(Attestation attestation) {
        return learn(attestation, false);
    }

    private boolean learn(Attestation attestation, boolean isFresh) {
        var known = entry(attestation.address(), attestation.key());
        if (known.filter(k -> k.isFresh() || !isFresh).isPresent()) {
            return true;
        }
        long mark = mark(attestation, isFresh);
        if (refuted.contains(mark)) {
            return false;
        }
        if (proves(attestation, isFresh ? new When.Now() : new When.Once())) {
            return put(attestation, isFresh);
        }
        if (refuted.size() >= MOST) {
            refuted.clear();
        }
        refuted.add(mark);
        return false;
    }

    private boolean proves(Attestation attestation, When when) {
        var signed = Attestation.challenge(session, attestation.key());
        return proof.proves(attestation, signed, when);
    }

    /** Whether a key was proven at that time, by what may be over by now. */
    boolean held(Attestation attestation, long date) {
        return hear(attestation) && proves(attestation, new When.At(date));
    }

    private static long mark(Attestation attestation, boolean isFresh) {
        var out = new Output();
        attestation.write(out.flag(isFresh));
        return ByteBuffer.wrap(Digests.sha256(out.toBytes())).getLong();
    }

    /** Checks what may be over by now, without taking it in; any thread. */
    Predicate<Attestation> proof() {
        return attestation -> proves(attestation, new When.Once());
    }

    /** Takes in what was proven beside, by what may be over by now. */
    void accept(Attestation attestation) {
        if (!knows(attestation.address(), attestation.key())) {
            put(attestation, false);
        }
    }

    /** Takes in what needs no proof, as it was made here. */
    void add(Attestation attestation) {
        put(attestation, true);
    }

    /** Keeps a key; whether there is room for it. */
    private boolean put(Attestation attestation, boolean isFresh) {
        forget(attestation);
        var ofOne = of(attestation.address());
        var needless = ofOne.values().stream().map(Proven::attestation).filter(this::isNeedless);
        long tooMany = needless.count() - MOST_OF_ONE + 1;
        if (tooMany > 0) {
            LongStream.range(0, tooMany).forEach(i -> forgetOne(ofOne));
        } else if (size >= MOST) {
            proven.values().stream()
                    .filter(keys -> keys.values().stream().anyMatch(this::isNeedless))
                    .findFirst()
                    .ifPresent(this::forgetOne);
        }
        // Of those who signed what is here already there are not too many.
        boolean isRoom =
                !isNeedless(attestation) || ofOne.size() < MOST_NEEDED_OF_ONE && size < MOST;
        if (isRoom) {
            proven.computeIfAbsent(attestation.address(), a -> new LinkedHashMap<>())
                    .put(name(attestation.key()), new Proven(attestation, isFresh));
            size++;
        }
        return isRoom;
    }

    private boolean isNeedless(Proven known) {
        return isNeedless(known.attestation());
    }

    private boolean isNeedless(Attestation attestation) {
        return !isNeeded.test(attestation);
    }

    private void forgetOne(SequencedMap<String, Proven> keys) {
        keys.values().stream()
                .map(Proven::attestation)
                .filter(this::isNeedless)
                .findFirst()
                .ifPresent(this::forget);
    }

    private void forget(Attestation attestation) {
        var ofOne = of(attestation.address());
        if (ofOne.remove(name(attestation.key())) != null) {
            size--;
        }
        if (ofOne.isEmpty()) {
            proven.remove(attestation.address());
        }
    }

    private SequencedMap<String, Proven> of(String address) {
        return proven.getOrDefault(address, new LinkedHashMap<>());
    }

    private Optional<Proven> entry(String address, byte[] key) {
        return Optional.ofNullable(of(address).get(name(key)));
    }

    boolean knows(String address, byte[] key) {
        return entry(address, key).isPresent();
    }

    Optional<Attestation> find(String address, byte[] key) {
        return entry(address, key).map(Proven::attestation);
    }

    /** Whether a key is the last one that an address proved by what held then. */
    boolean isNewest(Attestation attestation) {
        return of(attestation.address()).reversed().values().stream()
                .filter(Proven::isFresh)
                .findFirst()
                .filter(newest -> newest.attestation().isOf(attestation))
                .isPresent();
    }

    private static String name(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
