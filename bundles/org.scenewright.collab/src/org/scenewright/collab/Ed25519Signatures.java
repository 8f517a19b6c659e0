// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with a key that lives as long as this object. */
final class Ed25519Signatures implements Signatures {
    private static final String NAME = "Ed25519";

    // What stands before the key itself in its X.509 form (RFC 8410).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final KeyPair pair;
    private final byte[] key;

    private Ed25519Signatures(KeyPair pair) {
        this.pair = pair;
        byte[] encoded = pair.getPublic().getEncoded();
        this.key = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    /** A key that nobody else has. */
    static Ed25519Signatures generate() {
        return generate(new SecureRandom());
    }

    /** A key that whoever knows what is by chance can make, too. */
    static Ed25519Signatures generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return new Ed25519Signatures(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean verifies(byte[] otherKey, byte[] bytes, byte[] signed) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(publicKey(otherKey));
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException noKeyOrNoSignature) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + key.length);
        System.arraycopy(key, 0, encoded, PREFIX.length, key.length);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
