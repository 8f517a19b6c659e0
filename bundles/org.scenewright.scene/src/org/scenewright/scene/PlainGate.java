// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtGate;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.schema.ComponentType;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps out what no document can hold, before it wins over what one can: values that are none, and
 * the last time there is, after which nobody could write any more.
 */
final class PlainGate implements CrdtGate {
    private static final int LAST_TIME = -1;

    private final Function<ComponentId, Optional<ComponentType>> types;
    private final Map<ComponentId, ComponentType> known = new HashMap<>();
    private Optional<ComponentType> last = Optional.empty();
    private Decoded decoded = Decoded.NOTHING;
    private String refusal = "";

    /**
     * @param types the types that the scene knows
     */
    PlainGate(Function<ComponentId, Optional<ComponentType>> types) {
        this.types = types;
    }

    /** Whether a message has a time after which there is another. */
    static boolean isInTime(int timestamp) {
        return timestamp != LAST_TIME;
    }

    /** Lets messages be merged of which somebody has read the values. */
    <T> T knowing(Decoded values, Supplier<T> merging) {
        decoded = values;
        try {
            return merging.get();
        } finally {
            decoded = Decoded.NOTHING;
        }
    }

    @Override
    public boolean knows(ComponentId component) {
        return type(component).isPresent();
    }

    private Optional<ComponentType> type(ComponentId component) {
        // A batch mostly speaks of one component many times.
        if (last.filter(type -> type.id().equals(component)).isEmpty()) {
            last = Optional.ofNullable(known.get(component)).or(() -> types.apply(component));
            last.ifPresent(type -> known.put(component, type));
        }
        return last;
    }

    @Override
    public boolean admits(CrdtReader message) {
        boolean isForeign = message.isForeign();
        if (isForeign || !isInTime(message.timestamp()) || message.dataLength() < 0) {
            refusal = "a time after which there is none";
            return isForeign || isInTime(message.timestamp());
        }
        return switch (decoded.at(message.index())) {
            case Decoded.Reading.Done d -> true;
            case Decoded.Reading.Failed(var why) -> refuse(message, why);
            case Decoded.Reading.Unread u -> isReadable(message);
        };
    }

    private boolean refuse(CrdtReader message, String why) {
        refusal = "What others wrote of %s is ignored, %s.".formatted(message.entity(), why);
        return false;
    }

    private boolean isReadable(CrdtReader message) {
        var type = type(message.component());
        boolean isSound = type.isEmpty() || type.get().codec().reads(message.data()).orElse(false);
        return isSound
                || SharedTypes.read(type.get(), message.copyOfData(), why -> refuse(message, why))
                        .isPresent();
    }

    @Override
    public String refusal() {
        return refusal;
    }
}
