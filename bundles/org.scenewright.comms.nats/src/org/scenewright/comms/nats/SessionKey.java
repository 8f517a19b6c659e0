// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import java.security.SecureRandom;

/** The Ed25519 key of one adapter, which lives as long as it; any thread. */
final class SessionKey {
    static final int BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private final Ed25519PrivateKeyParameters secret =
            new Ed25519PrivateKeyParameters(new SecureRandom());

    byte[] publicKey() {
        return secret.generatePublicKey().getEncoded();
    }

    byte[] sign(byte[] domain, byte[] text) {
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(domain, 0, domain.length);
        signer.update(text, 0, text.length);
        return signer.generateSignature();
    }

    /** Whether the last bytes of a text are the signature of those before them. */
    static boolean signed(byte[] publicKey, byte[] domain, byte[] text) {
        CipherParameters key;
        try {
            key = new Ed25519PublicKeyParameters(publicKey);
        } catch (IllegalArgumentException noPoint) {
            return false;
        }
        int length = text.length - SIGNATURE_BYTES;
        var signer = new Ed25519Signer();
        signer.init(false, key);
        signer.update(domain, 0, domain.length);
        signer.update(text, 0, length);
        byte[] signature = new byte[SIGNATURE_BYTES];
        System.arraycopy(text, length, signature, 0, SIGNATURE_BYTES);
        return signer.verifySignature(signature);
    }
}
