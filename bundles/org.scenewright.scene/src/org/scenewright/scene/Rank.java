// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The component by which replicas tell each other where an entity stands among its siblings, and
 * whether somebody took it out; it is never saved.
 */
final class Rank {
    static final String NAME = "scenewright::Rank";

    private static final String PLACE = "place";
    private static final String GONE = "gone";
    private static final int MAX_LENGTH = 4096;
    private static final Pattern PLACES = Pattern.compile("-?[0-9]{1,10}:[0-9A-Za-z]*");

    static final ComponentType TYPE =
            ComponentType.declared(
                    NAME,
                    new Schema.Struct(
                            List.of(
                                    field(PLACE, new Schema.Text(Schema.TextUse.PLAIN)),
                                    field(GONE, new Schema.Flag()))));

    private Rank() {}

    private static Schema.Field field(String name, Schema schema) {
        return new Schema.Field(name, schema, schema.initial());
    }

    static Value value(OrderKey key, boolean isGone) {
        return Value.fields(PLACE, Value.of(key.position() + ":" + key.fine()))
                .with(FieldPath.of(GONE), Value.of(isGone));
    }

    /** The key that a peer wrote; nothing where it is none. */
    static Optional<OrderKey> of(Value rank) {
        String place = rank.text(PLACE, "");
        int colon = place.indexOf(':');
        boolean isKey = place.length() < MAX_LENGTH && PLACES.matcher(place).matches();
        long position = isKey ? Long.parseLong(place.substring(0, colon)) : 0;
        return isKey && position == (int) position
                ? Optional.of(new OrderKey((int) position, place.substring(colon + 1)))
                : Optional.empty();
    }

    static boolean isGone(Value rank) {
        return rank.flag(GONE, false);
    }

    /** The field that says whether somebody took the entity out. */
    static FieldPath gone() {
        return FieldPath.of(GONE);
    }
}
