// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;

/**
 * What came of keeping what was {@link SetAside}.
 *
 * @param outcome the one edit that it was
 * @param conflicts what the others changed since, which stays
 */
public record Kept(Outcome outcome, List<Conflict> conflicts) {
    public Kept {
        conflicts = List.copyOf(conflicts);
    }
}
