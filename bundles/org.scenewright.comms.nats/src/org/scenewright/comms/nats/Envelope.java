// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What travels: some bytes of a session of somebody, and all that is needed to prove whose.
 *
 * @param key the public key of the session
 * @param number counts the envelopes of the session, from 1
 * @param era of two sessions of one address, the one of the later era holds
 * @param millis when it was sealed, since 1970, by the clock of the sender
 * @param proof that the key speaks for an address; empty where receivers have it from another one
 * @param body read-only
 */
record Envelope(
        Kind kind, byte[] key, long number, long era, long millis, byte[] proof, ByteBuffer body) {
    private static final int MAGIC = 0x53574E32;
    private static final int HEAD = 4 + 1 + SessionKey.BYTES + 3 * Long.BYTES + 2;

    private static final int ID_BYTES = 12;

    /** Most bytes of a proof. */
    static final int MOST_PROOF = 4096;

    /** How many bytes there are around a body and a proof. */
    static final int AROUND = HEAD + SessionKey.SIGNATURE_BYTES;

    /** What is signed before the envelope itself, so that it is worth nothing in another room. */
    static byte[] domain(String room) {
        return ("scenewright-nats-2\0" + room + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    byte[] sealed(SessionKey secret, byte[] domain) {
        ByteBuffer text = ByteBuffer.allocate(HEAD + proof.length + body.remaining());
        text.putInt(MAGIC).put((byte) kind.ordinal()).put(key);
        text.putLong(number).putLong(era).putLong(millis);
        text.putShort((short) proof.length).put(proof).put(body.duplicate());
        byte[] signature = secret.sign(domain, text.array());
        return ByteBuffer.allocate(text.capacity() + signature.length)
                .put(text.array())
                .put(signature)
                .array();
    }

    /**
     * Reads an envelope, and believes nothing of it.
     *
     * @throws CommsException when it is none
     */
    static Envelope read(byte[] bytes) {
        if (bytes.length < AROUND) {
            throw new CommsException("An envelope has " + AROUND + " bytes at least.");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, bytes.length - SessionKey.SIGNATURE_BYTES);
        if (in.getInt() != MAGIC) {
            throw new CommsException("This is no envelope.");
        }
        Kind kind = Kind.of(in.get());
        byte[] key = new byte[SessionKey.BYTES];
        in.get(key);
        long number = in.getLong();
        long era = in.getLong();
        long millis = in.getLong();
        int length = Short.toUnsignedInt(in.getShort());
        if (number < 1 || length > MOST_PROOF || length > in.remaining()) {
            throw new CommsException("The head of an envelope is out of bounds.");
        }
        byte[] proof = new byte[length];
        in.get(proof);
        return new Envelope(kind, key, number, era, millis, proof, in.slice().asReadOnlyBuffer());
    }

    /** The session that it is of, in short. */
    long session() {
        return session(key);
    }

    /** The session of a key, in short. */
    static long session(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    /** What no other envelope is called. */
    String id() {
        return HexFormat.of().formatHex(key, 0, ID_BYTES) + "-" + number;
    }

    /** Whether these bytes, which it was read from, are signed by its key. */
    boolean isSigned(byte[] domain, byte[] bytes) {
        return SessionKey.signed(key, domain, bytes);
    }
}
