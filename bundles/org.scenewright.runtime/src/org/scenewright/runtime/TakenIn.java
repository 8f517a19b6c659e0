// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.List;

/** What became of looking at the files for what others wrote there. */
public sealed interface TakenIn {

    /** The files are as they were read or written here. */
    record Nothing() implements TakenIn {}

    /**
     * What others changed is part of the document now.
     *
     * @param conflicts where a change made here stands against theirs, as sentences; they are among
     *     the problems of the {@link SceneSession#status} until the scene is saved
     */
    record Merged(List<String> conflicts) implements TakenIn {
        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** The files cannot be used as they are; the document is as it was. */
    record Unusable(String reason) implements TakenIn {}

    /** Why the document cannot just be saved now, as sentences. */
    default List<String> reasons() {
        return switch (this) {
            case Merged(var told) -> told;
            case Unusable(var reason) -> List.of(reason);
            case Nothing nothing -> List.of();
        };
    }
}
