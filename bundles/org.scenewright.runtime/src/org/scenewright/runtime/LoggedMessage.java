// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtReader;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * A message between a scene and whoever plays it, as a {@link MessageLog} keeps it.
 *
 * @param number how many were noted up to it
 * @param tick the frame of the scene that it belongs to, from 1; 0 before its first
 * @param type the number of its type
 * @param component number 0 where it deletes an entity
 * @param timestamp unsigned
 * @param bytes how long it is, with its header
 * @param data what it says, as far as that is kept
 */
public record LoggedMessage(
        long number,
        long tick,
        Direction direction,
        int type,
        Entity entity,
        ComponentId component,
        int timestamp,
        int bytes,
        byte[] data) {
    /** No more of one message is kept. */
    static final int LONGEST = 256 << 10;

    /** Who says it to whom. */
    public enum Direction {
        /** The scene has written it. */
        FROM_SCENE("from scene"),
        /** The scene has written it and keeps it from renderers. */
        INSPECTED("inside scene"),
        /** The scene was answered. */
        TO_SCENE("to scene");

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** When it is said, and by whom. */
    record Occasion(long tick, Direction direction) {}

    static LoggedMessage of(long number, Occasion occasion, CrdtReader at, int bytes) {
        boolean isOfEntity = isOfEntity(at.type());
        var data = new byte[Math.clamp(at.dataLength(), 0, LONGEST)];
        at.data().get(data);
        return new LoggedMessage(
                number,
                occasion.tick(),
                occasion.direction(),
                at.type(),
                at.entity(),
                isOfEntity ? new ComponentId(0) : at.component(),
                isOfEntity ? 0 : at.timestamp(),
                bytes,
                data);
    }

    private static boolean isOfEntity(int type) {
        return type == CrdtMessage.DeleteEntity.TYPE
                || type == CrdtMessage.DeleteEntityNetwork.TYPE;
    }

    /** What it does, for people. */
    public String deed() {
        return switch (type) {
            case CrdtMessage.PutComponent.TYPE, CrdtMessage.PutComponentNetwork.TYPE -> "put";
            case CrdtMessage.AppendValue.TYPE -> "append";
            case CrdtMessage.DeleteComponent.TYPE, CrdtMessage.DeleteComponentNetwork.TYPE ->
                    "delete";
            default -> "delete entity";
        };
    }

    private boolean hasValue() {
        return deed().equals("put") || deed().equals("append");
    }

    /** The name of its component where somebody knows it, else its number. */
    public String componentName(ComponentTypes types) {
        return isOfEntity(type)
                ? ""
                : types.find(component).map(ComponentType::name).orElse(component.toString());
    }

    /** What it says; nothing where nobody knows its component, or it does not fit to that. */
    public Optional<Value> value(ComponentTypes types) {
        try {
            var known = types.find(component).filter(t -> hasValue() && data.length < LONGEST);
            return known.map(found -> found.codec().fromBytes(data));
        } catch (SchemaException unfit) {
            System.getLogger(LoggedMessage.class.getName())
                    .log(System.Logger.Level.DEBUG, "A message does not fit", unfit);
            return Optional.empty();
        }
    }
}
