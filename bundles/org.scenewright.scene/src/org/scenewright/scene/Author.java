// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.NonNull;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who writes batches: a replica from when it began to share until it left.
 *
 * <p>Whoever comes back under the same address is another author, whose batches count from 1 again.
 * Authors order by their addresses, those of one address by when they began.
 *
 * @param address the address, which no other replica has meanwhile; at most {@value #MAX_ADDRESS}
 *     characters
 * @param sharing a number that no other sharing of that address has; later ones have greater ones
 */
public record Author(String address, long sharing) implements Comparable<@NonNull Author> {
    static final int MAX_ADDRESS = 256;

    // Milliseconds, microseconds of them and chance: who begins later has a greater number, and two
    // who begin at one moment under one address are still told apart.
    private static final int MILLI_BITS = 20;

    private static final int RANDOM_BITS = 10;

    public Author {
        if (address.length() > MAX_ADDRESS || sharing < 0) {
            throw new IllegalArgumentException(
                    "an author of " + address.length() + " characters, sharing " + sharing);
        }
    }

    /** An author who begins now. */
    static Author beginning(String address) {
        var now = Instant.now();
        long micros = now.getNano() / 1000 % 1000;
        long random = ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
        long moment = (now.toEpochMilli() << MILLI_BITS) + (micros << RANDOM_BITS);
        return new Author(address, moment + random);
    }

    /** Whether the other one shared under the same address before. */
    boolean follows(Author other) {
        return address.equals(other.address) && sharing > other.sharing;
    }

    @Override
    public int compareTo(Author other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Long.compare(sharing, other.sharing);
    }
}
