// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Set;

/**
 * What one load has used.
 *
 * @param files keys of the files of the scene, missing ones among them
 * @param isCutOff whether something is elsewhere and could not be had; it may be there later
 */
record Uses(Set<String> files, boolean isCutOff) {
    static final Uses NOTHING = new Uses(Set.of(), false);

    Uses {
        files = Set.copyOf(files);
    }
}
