// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.nio.charset.StandardCharsets;

/**
 * That an author wrote batches up to one, which they said themselves when they signed it.
 *
 * @param last the number of that batch
 * @param sha256 of all batches that were signed with it
 */
record Testimony(Author author, long last, byte[] sha256, byte[] key, byte[] signature) {

    /** What an author signs; nobody can use it in another session. */
    static byte[] signed(Ground ground, Author author, long last, byte[] sha256) {
        return new Output()
                .raw("scenewright batches 3\n".getBytes(StandardCharsets.US_ASCII))
                .text(ground.session())
                .number(ground.base())
                .address(author.address())
                .number(author.sharing())
                .number(last)
                .raw(sha256)
                .toBytes();
    }

    /** The same, signed by another key of whoever wrote that. */
    Testimony signedBy(Ground ground, Signatures other) {
        byte[] own = other.sign(signed(ground, author, last, sha256));
        return new Testimony(author, last, sha256, other.key(), own);
    }

    /** Whether the owner of the key signed it. */
    boolean isGenuine(Ground ground, Signatures signatures) {
        return signatures.verifies(key, signed(ground, author, last, sha256), signature);
    }
}
