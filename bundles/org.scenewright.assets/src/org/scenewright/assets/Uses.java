// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Set;

/**
 * What one load has used.
 *
 * @param files keys of the files of the scene, missing ones among them
 * @param hope of what is elsewhere and could not be had
 */
record Uses(Set<String> files, Hope hope) {
    static final Uses NOTHING = new Uses(Set.of(), Hope.NONE);

    /** Whether something may be there later that cannot be had now; more comes after less. */
    enum Hope {
        /** It is there, or it never will be. */
        NONE,
        /** Somebody gave something else. */
        LITTLE,
        /** Nobody answered. */
        GOOD
    }

    Uses {
        files = Set.copyOf(files);
    }
}
