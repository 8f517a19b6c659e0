// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What plain messages put, read from its bytes before anybody merges them; on whatever thread.
 *
 * <p>Whoever merges has then only to compare times. Of components that the types do not tell
 * nothing is read.
 */
public final class Decoded {
    /** Of messages that nobody looked into yet. */
    static final Decoded NOTHING = new Decoded(ComponentTypes.of(List.of()), List.of());

    private static final Reading UNREAD = new Reading.Unread();

    private final ComponentTypes types;
    private final List<Reading> readings;

    /** What became of the bytes of one message. */
    sealed interface Reading {
        record Done(Value value) implements Reading {}

        /** They stand for no value that may be. */
        record Failed(String reason) implements Reading {}

        record Unread() implements Reading {}
    }

    private Decoded(ComponentTypes types, List<Reading> readings) {
        this.types = types;
        this.readings = readings;
    }

    /** Reads the messages between position and limit, up to the first that cannot be one. */
    public static Decoded of(ByteBuffer plain, ComponentTypes types) {
        var reader = new CrdtReader(plain);
        var readings = new ArrayList<Reading>();
        while (reader.next()) {
            boolean isPut = reader.type() == CrdtMessage.PutComponent.TYPE;
            readings.add(isPut ? reading(reader, types) : UNREAD);
        }
        return new Decoded(types, readings);
    }

    private static Reading reading(CrdtReader put, ComponentTypes types) {
        return types.find(put.component())
                .map(type -> SharedTypes.reading(type, put.copyOfData()))
                .orElse(UNREAD);
    }

    /** What was read of some of the messages. */
    public Decoded part(int first, int count) {
        return new Decoded(types, readings.subList(first, first + count));
    }

    /** What holds of it where types are known that may be others by now. */
    Decoded by(ComponentTypes now) {
        return types == now ? this : NOTHING;
    }

    /** What was read of a message, by how many come before it. */
    Reading at(int message) {
        return message >= 0 && message < readings.size() ? readings.get(message) : UNREAD;
    }
}
