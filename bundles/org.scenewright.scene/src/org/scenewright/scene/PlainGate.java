// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtGate;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.schema.ComponentType;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps out what no document can hold, before it wins over what one can: values that are none, and
 * the last time there is, after which nobody could write any more.
 */
final class PlainGate implements CrdtGate {
    private static final System.Logger LOG = System.getLogger(PlainGate.class.getName());
    private static final int LAST_TIME = -1;

    private final Function<ComponentId, Optional<ComponentType>> types;
    private final Map<ComponentId, ComponentType> known = new HashMap<>();
    private Optional<ComponentType> last = Optional.empty();

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
            return isForeign || isInTime(message.timestamp());
        }
        var type = type(message.component());
        return type.isEmpty() || isReadable(type.get(), message.data());
    }

    private static boolean isReadable(ComponentType type, ByteBuffer data) {
        var glance = type.codec().reads(data);
        return glance.isPresent() ? glance.get() : isValue(type, data);
    }

    private static boolean isValue(ComponentType type, ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return SharedTypes.read(type, bytes, why -> LOG.log(System.Logger.Level.DEBUG, why))
                .isPresent();
    }
}
