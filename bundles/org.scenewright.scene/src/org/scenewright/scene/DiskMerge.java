// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;

/**
 * What came of taking in what others wrote into the files of a scene.
 *
 * @param changes what it did to the document
 * @param conflicts where what was edited here stays against theirs
 * @param isTheirs whether the document is exactly what the files say
 */
public record DiskMerge(Changes changes, List<Conflict> conflicts, boolean isTheirs) {
    public DiskMerge {
        conflicts = List.copyOf(conflicts);
    }
}
