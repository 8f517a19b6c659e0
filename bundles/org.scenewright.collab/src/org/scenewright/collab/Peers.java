// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Those others who are there, in the order of their addresses; not thread-safe. */
final class Peers {
    /** After how long nobody counts as there who says nothing, in milliseconds. */
    static final long PATIENCE = 15_000;

    private static final int MOST = 1024;

    private final TreeMap<String, Peer> present = new TreeMap<>();

    Optional<Peer> find(String address) {
        return Optional.ofNullable(present.get(address));
    }

    Collection<Peer> all() {
        return present.values();
    }

    void add(Peer peer) {
        if (present.size() < MOST || present.containsKey(peer.address())) {
            present.put(peer.address(), peer);
        }
    }

    boolean remove(String address) {
        return present.keySet().remove(address);
    }

    void clear() {
        present.clear();
    }

    /** Those who said nothing for too long, who count as gone from now on. */
    List<String> expire(long now) {
        var gone =
                present.values().stream()
                        .filter(peer -> now - peer.lastHeard() > PATIENCE)
                        .map(Peer::address)
                        .toList();
        gone.forEach(present::remove);
        return gone;
    }

    /** The addresses of those who edit, with one's own where one does. */
    Set<String> editors(Authority authority, String me) {
        var editors = new TreeSet<>(present.keySet());
        editors.add(me);
        editors.removeIf(address -> !authority.of(address).mayEdit());
        return editors;
    }
}
