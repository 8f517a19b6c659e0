// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who may have a file that the scene names: who edited last, the owner, the others, and in
 * the end those of whom something came too slowly. Not thread-safe.
 */
final class FileGivers {
    private final Parts parts;

    // The last one is who edited last.
    private final Set<String> authors = new LinkedHashSet<>();
    private final Set<String> slow = new HashSet<>();

    FileGivers(Parts parts) {
        this.parts = parts;
    }

    /** Notes who edits: they are the ones who have what their edits name. */
    void edits(String address) {
        authors.remove(address);
        authors.add(address);
    }

    /** What somebody gave came so slowly that the next one is asked. */
    void tooSlow(String address) {
        slow.add(address);
    }

    /** Somebody gave all of something. */
    void gave(String address) {
        slow.remove(address);
    }

    /** Forgets who left. */
    void keep(Set<String> those) {
        authors.retainAll(those);
        slow.retainAll(those);
    }

    /** Their addresses, in that order. */
    List<String> all() {
        var recent = List.copyOf(authors);
        String owner = parts.authority().owner();
        return parts.peers().all().stream()
                .map(Peer::address)
                .filter(address -> parts.authority().of(address).mayEdit())
                .sorted(
                        Comparator.comparing((String address) -> slow.contains(address))
                                .thenComparing(address -> -recent.indexOf(address))
                                .thenComparing(address -> !address.equals(owner)))
                .toList();
    }
}
