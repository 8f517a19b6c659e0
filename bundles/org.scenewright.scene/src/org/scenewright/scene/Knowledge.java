// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document knows of those who wrote it, at one moment, for another thread to keep: times,
 * authors, and what is gone for good.
 *
 * @param cells the components that replicas of ours wrote
 * @param filed the {@code jsonSchema}s that all replicas began with, where there are such
 *     components
 * @param plain what plain clients wrote, as messages
 * @param unsettled the components that somebody has to say again
 * @param losses what got lost
 * @param peers what is known of those who write it too
 */
record Knowledge(
        List<Written> cells,
        Map<String, Value> filed,
        ByteBuffer plain,
        List<Step.Cell> unsettled,
        Losses.Kept losses,
        Peers peers) {
    static final Knowledge NONE =
            new Knowledge(
                    List.of(),
                    Map.of(),
                    ByteBuffer.allocate(0),
                    List.of(),
                    Losses.Kept.NONE,
                    new Peers(Heard.Kept.NOTHING, Optional.empty(), Set.of()));

    /**
     * What others may know of it too, in an order that does not depend on how it came to be: no
     * losses, which everybody has of their own, and not who is who.
     */
    Knowledge shared() {
        return new Knowledge(
                cells.stream().map(Written::shared).sorted(Written.ORDER).toList(),
                filed,
                plain,
                unsettled.stream().sorted().toList(),
                Losses.Kept.NONE,
                new Peers(peers.heard(), Optional.empty(), Set.of()));
    }

    /** The same, but that other batches were heard. */
    Knowledge hearing(VersionVector heard) {
        var kept = new Heard.Kept(heard, Map.of());
        return new Knowledge(
                cells,
                filed,
                plain,
                unsettled,
                losses,
                new Peers(kept, peers.sharing(), peers.mine()));
    }

    /** A component with what is known of it; nobody changes it any more. */
    record Written(Entity entity, String component, CellState.Kept state) {
        private static final Comparator<Written> ORDER =
                Comparator.comparing(Written::entity).thenComparing(Written::component);

        private Written shared() {
            return new Written(entity, component, state.shared());
        }
    }

    /**
     * The part of one replica in a document that several people edit.
     *
     * @param sharing empty for a document of one
     * @param mine the addresses under which this document was ever written here
     */
    record Peers(Heard.Kept heard, Optional<Sharing.Kept> sharing, Set<String> mine) {}
}
