// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.security.SecureRandom;
import java.util.Random;

/** Chance that is the same for the same seed, where keys are made. */
final class KnownChance extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final Random random;

    KnownChance(long seed) {
        random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
