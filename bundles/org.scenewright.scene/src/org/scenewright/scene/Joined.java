// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;

/**
 * What came of joining those who share a scene.
 *
 * @param changes all that changed in the document
 * @param conflicts where the shared scene was kept against what was edited while joining; {@code
 *     theirs} is what was edited here
 * @param aside what this document had before that the shared one has not
 * @param lost what was written here and nobody hears
 */
public record Joined(Changes changes, List<Conflict> conflicts, SetAside aside, SetAside lost) {
    public Joined {
        conflicts = List.copyOf(conflicts);
    }
}
