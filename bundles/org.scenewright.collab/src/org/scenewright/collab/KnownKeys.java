// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose key is whose in one session, each proven once; of too many the oldest have to be proven
 * again. Not thread-safe.
 */
final class KnownKeys {
    private static final int MOST = 4096;

    private final String session;
    private final AddressProof proof;
    private final Map<String, Attestation> proven = new LinkedHashMap<>();
    // So that nobody makes others check the same nonsense again and again.
    private final Set<Long> refuted = new HashSet<>();

    KnownKeys(String session, AddressProof proof) {
        this.session = session;
        this.proof = proof;
    }

    /** Takes in what somebody says of themselves; whether it proves their key. */
    boolean learn(Attestation attestation) {
        return learn(attestation, true);
    }

    /** Takes in what somebody else says of whoever signed it; whether it proves their key. */
    boolean hear(Attestation attestation) {
        return learn(attestation, false);
    }

    private boolean learn(Attestation attestation, boolean isFresh) {
        if (knows(attestation.address(), attestation.key())) {
            return true;
        }
        long mark = mark(attestation);
        if (refuted.contains(mark)) {
            return false;
        }
        var signed = Attestation.challenge(session, attestation.key());
        if (proof.proves(attestation, signed, isFresh)) {
            add(attestation);
            return true;
        }
        if (refuted.size() >= MOST) {
            refuted.clear();
        }
        refuted.add(mark);
        return false;
    }

    private static long mark(Attestation attestation) {
        var out = new Output();
        attestation.write(out);
        return ByteBuffer.wrap(Digests.sha256(out.toBytes())).getLong();
    }

    /** Takes in what needs no proof, as it was made here. */
    void add(Attestation attestation) {
        if (proven.size() >= MOST) {
            proven.remove(proven.keySet().iterator().next());
        }
        proven.put(name(attestation.address(), attestation.key()), attestation);
    }

    boolean knows(String address, byte[] key) {
        return proven.containsKey(name(address, key));
    }

    Optional<Attestation> find(String address, byte[] key) {
        return Optional.ofNullable(proven.get(name(address, key)));
    }

    private static String name(String address, byte[] key) {
        return address + HexFormat.of().formatHex(key);
    }
}
