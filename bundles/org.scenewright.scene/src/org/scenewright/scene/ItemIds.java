// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids for the smart components of an item, which are unique within it; scenes give them others that
 * are unique there.
 */
final class ItemIds {
    private static final FieldPath ID = FieldPath.of("id");
    private static final Pattern REFERENCE = Pattern.compile("\\{(self|[0-9]{1,10}):(.+)\\}");

    private final Map<Step.Cell, Long> ids = new HashMap<>();

    ItemIds(SceneItem item) {
        long last = 0;
        for (var part : smart(item)) {
            last =
                    part.values().values().stream()
                            .mapToLong(ItemIds::number)
                            .reduce(last, Math::max);
        }
        for (var part : smart(item)) {
            for (var value : part.values().entrySet()) {
                long number = number(value.getValue());
                ids.put(
                        new Step.Cell(value.getKey(), part.component()),
                        number > 0 ? number : ++last);
            }
        }
    }

    private static Iterable<SceneItem.Part> smart(SceneItem item) {
        return item.parts().stream()
                .filter(part -> Ledger.WITH_IDS.contains(part.component()))
                .toList();
    }

    /** The id that is written as a number, or 0; larger ones would not stay exact. */
    private static long number(Value value) {
        double id = value.number("id", 0);
        return id > 0 && id < 1 << 23 ? (long) id : 0;
    }

    /** A value with its own ids and with those of the components that it means. */
    Value fill(Step.Cell cell, Value value) {
        if (cell.component().equals(PackIds.TRIGGERS)) {
            return PackIds.eachTriggered(value, part -> referring(cell.entity(), part));
        }
        return Optional.ofNullable(ids.get(cell))
                .filter(id -> value instanceof Value.Fields)
                .map(id -> value.with(ID, Value.of(id)))
                .orElse(value);
    }

    private Value referring(Entity self, Value part) {
        return part.at(ID).filter(Value.Text.class::isInstance).isPresent()
                ? meant(self, part.text("id", ""))
                        .map(id -> part.with(ID, Value.of(id)))
                        .orElseGet(() -> part.without(ID))
                : part;
    }

    private Optional<Long> meant(Entity self, String reference) {
        var match = REFERENCE.matcher(reference);
        if (!match.matches()) {
            return Optional.empty();
        }
        var entity =
                match.group(1).equals("self") ? Optional.of(self) : Entity.parse(match.group(1));
        return entity.flatMap(e -> Optional.ofNullable(ids.get(new Step.Cell(e, match.group(2)))));
    }
}
