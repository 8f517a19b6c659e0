// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** A key on secp256k1 that signs texts as wallets do (EIP-191, RFC 6979); any thread. */
final class SigningKey {
    static final int SECRET_BYTES = 32;
    private static final int SIGNATURE_DIGITS = 2 + 2 * 65;
    private static final int FIRST_PARITY = 27;

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BigInteger ORDER = CURVE.getN();
    private static final ECDomainParameters DOMAIN =
            new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), ORDER, CURVE.getH());

    private final BigInteger secret;
    private final String address;

    private SigningKey(BigInteger secret) {
        this.secret = secret;
        this.address = address(new FixedPointCombMultiplier().multiply(CURVE.getG(), secret));
    }

    static SigningKey generate(SecureRandom random) {
        return new SigningKey(
                BigIntegers.createRandomInRange(
                        BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random));
    }

    /**
     * @throws CommsException when these are not 32 bytes of a key
     */
    static SigningKey of(byte[] secret) {
        var number = new BigInteger(1, secret);
        if (secret.length != SECRET_BYTES || number.signum() == 0 || number.compareTo(ORDER) >= 0) {
            throw new CommsException("These are not the 32 bytes of a key.");
        }
        return new SigningKey(number);
    }

    byte[] secret() {
        return BigIntegers.asUnsignedByteArray(SECRET_BYTES, secret);
    }

    /** In lower case. */
    String address() {
        return address;
    }

    /** The signature of a text: 0x and the 65 bytes r, s and 1b or 1c. */
    String sign(String text) {
        byte[] hash = hash(text);
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
        BigInteger[] pair = signer.generateSignature(hash);
        // EIP-2: of the two that verify, the lower.
        BigInteger s = pair[1].min(ORDER.subtract(pair[1]));
        for (int parity = 0; parity < 2; parity++) {
            if (recover(hash, new BigInteger[] {pair[0], s}, parity).equals(address)) {
                byte[] signature = new byte[65];
                BigIntegers.asUnsignedByteArray(pair[0], signature, 0, SECRET_BYTES);
                BigIntegers.asUnsignedByteArray(s, signature, SECRET_BYTES, SECRET_BYTES);
                signature[2 * SECRET_BYTES] = (byte) (FIRST_PARITY + parity);
                return "0x" + HexFormat.of().formatHex(signature);
            }
        }
        throw new IllegalStateException("A signature leads to no key.");
    }

    /**
     * Who signed a text, in lower case.
     *
     * @throws CommsException when the signature is none
     */
    static String signer(String text, String signature) {
        if (signature.length() != SIGNATURE_DIGITS || !signature.matches("0x[0-9a-fA-F]{130}")) {
            throw new CommsException("A signature is 0x and 130 hexadecimal digits.");
        }
        byte[] bytes = HexFormat.of().parseHex(signature, 2, SIGNATURE_DIGITS);
        int last = bytes[2 * SECRET_BYTES] & 0xFF;
        int parity = last >= FIRST_PARITY ? last - FIRST_PARITY : last;
        var r = new BigInteger(1, Arrays.copyOf(bytes, SECRET_BYTES));
        var s = new BigInteger(1, Arrays.copyOfRange(bytes, SECRET_BYTES, 2 * SECRET_BYTES));
        if (parity > 1 || !isBelowOrder(r) || !isBelowOrder(s)) {
            throw new CommsException("The signature is out of bounds.");
        }
        return recover(hash(text), new BigInteger[] {r, s}, parity);
    }

    private static boolean isBelowOrder(BigInteger number) {
        return number.signum() > 0 && number.compareTo(ORDER) < 0;
    }

    /** SEC 1, 4.1.6: the only public key under which this is a signature of the hash. */
    private static String recover(byte[] hash, BigInteger[] pair, int parity) {
        byte[] compressed = new byte[1 + SECRET_BYTES];
        compressed[0] = (byte) (2 + parity);
        BigIntegers.asUnsignedByteArray(pair[0], compressed, 1, SECRET_BYTES);
        ECPoint nonce;
        try {
            nonce = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException notOnCurve) {
            throw new CommsException("The signature is none.", notOnCurve);
        }
        BigInteger inverse = pair[0].modInverse(ORDER);
        BigInteger ofBase = inverse.multiply(new BigInteger(1, hash)).negate().mod(ORDER);
        BigInteger ofNonce = inverse.multiply(pair[1]).mod(ORDER);
        ECPoint key =
                ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), ofBase, nonce, ofNonce).normalize();
        if (key.isInfinity()) {
            throw new CommsException("The signature is none.");
        }
        return address(key);
    }

    private static String address(ECPoint key) {
        byte[] encoded = key.normalize().getEncoded(false);
        return Address.of(Arrays.copyOfRange(encoded, 1, encoded.length));
    }

    /** EIP-191, version E. */
    private static byte[] hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("\u0019Ethereum Signed Message:\n" + bytes.length)
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return Address.keccak(all);
    }
}
