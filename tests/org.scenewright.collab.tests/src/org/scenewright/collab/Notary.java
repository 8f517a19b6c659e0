// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Gives out keys whose signatures cost little, and knows the secret of each: nobody can sign by the
 * key of somebody else, however they lie, and a changed byte is noticed.
 */
final class Notary {
    private final Map<ByteBuffer, byte[]> secrets = new HashMap<>();
    private final Random random;

    Notary(long seed) {
        random = new Random(seed);
    }

    /** A key that nobody else has; always another one. */
    Signatures issue(int number) {
        byte[] key = new byte[Signatures.KEY];
        byte[] secret = new byte[Signatures.KEY];
        random.nextBytes(key);
        random.nextBytes(secret);
        ByteBuffer.wrap(key).putInt(number);
        secrets.put(ByteBuffer.wrap(key), secret);
        return new Seals(key, secret);
    }

    /** What somebody has who signs. */
    private final class Seals implements Signatures {
        private final byte[] key;
        private final byte[] secret;

        Seals(byte[] key, byte[] secret) {
            this.key = key;
            this.secret = secret;
        }

        @Override
        public byte[] key() {
            return key.clone();
        }

        @Override
        public byte[] sign(byte[] bytes) {
            return signature(secret, bytes);
        }

        @Override
        public boolean verifies(byte[] other, byte[] bytes, byte[] signature) {
            byte[] known = secrets.get(ByteBuffer.wrap(other));
            return known != null && Arrays.equals(signature, signature(known, bytes));
        }
    }

    private static byte[] signature(byte[] secret, byte[] bytes) {
        byte[] hash = Digests.sha256(new Output().raw(secret).raw(bytes).toBytes());
        return Arrays.copyOf(hash, Signatures.SIGNATURE);
    }
}
