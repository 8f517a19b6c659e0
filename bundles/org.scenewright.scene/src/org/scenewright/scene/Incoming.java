// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A message about a component that the scene knows, with what was meant by it.
 *
 * @param fields the writes of the fields that it means
 * @param context who wrote it; empty for a client that tells none
 */
record Incoming(
        Stamped message,
        SequencedMap<FieldPath, Register> fields,
        Optional<Batch.Context> context) {

    static Incoming of(Stamped message, List<FieldPath> paths, Optional<Batch.Context> context) {
        var fields = new LinkedHashMap<FieldPath, Register>();
        context.ifPresent(
                known -> paths.forEach(path -> fields.put(path, register(message, path, known))));
        return new Incoming(message, fields, context);
    }

    private static Register register(Stamped message, FieldPath path, Batch.Context context) {
        var value = message.value().flatMap(v -> v.at(path));
        return new Register(message.timestamp(), context, value, Optional.empty());
    }

    /**
     * What keeping it takes at most.
     *
     * @param known what is known of the component
     */
    Room.Need need(Optional<CellState> known, Room room) {
        var added =
                fields.entrySet().stream()
                        .filter(e -> known.filter(state -> state.holds(e.getKey())).isEmpty())
                        .toList();
        long weight =
                added.stream().mapToLong(e -> e.getValue().weight(e.getKey())).sum()
                        + message.weight()
                        + context.map(c -> room.need(c.seen())).orElse(0L);
        return new Room.Need(known.isPresent() ? 0 : 1, added.size(), weight);
    }
}
