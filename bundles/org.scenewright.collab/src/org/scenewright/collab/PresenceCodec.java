// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Pose;
import org.scenewright.schema.FieldPath;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The bytes of a {@link Presence}, in single precision; of long selections only the beginning. */
final class PresenceCodec {
    /** Of how many entities others are told. */
    static final int MOST_ENTITIES = 256;

    private static final int MOST_STEPS = 32;
    private static final int LONGEST = 256;

    private PresenceCodec() {}

    static void write(Presence presence, Output out) {
        write(presence.selection(), out);
        out.flag(presence.sight().isPresent());
        presence.sight()
                .ifPresent(
                        sight -> {
                            write(sight.eye(), out);
                            write(sight.target(), out);
                        });
        out.flag(presence.pointer().isPresent());
        presence.pointer()
                .ifPresent(
                        pointer -> {
                            write(pointer.from(), out);
                            write(pointer.to(), out);
                        });
        var editing = presence.editing().filter(PresenceCodec::isShort);
        out.flag(editing.isPresent());
        editing.ifPresent(
                field ->
                        out.integer(field.entity().bits())
                                .text(field.component())
                                .list(field.path().steps(), (step, o) -> o.text(step)));
        write(presence.holding(), out);
    }

    private static boolean isShort(Presence.Editing field) {
        // A character takes three bytes at most, but for those of which two make one.
        return field.component().length() <= LONGEST / 3
                && field.path().steps().size() <= MOST_STEPS
                && field.path().steps().stream().allMatch(step -> step.length() <= LONGEST / 3);
    }

    private static void write(List<Entity> entities, Output out) {
        out.list(
                entities.subList(0, Math.min(entities.size(), MOST_ENTITIES)),
                (entity, o) -> o.integer(entity.bits()));
    }

    private static void write(Pose.Vec vec, Output out) {
        out.real(vec.x()).real(vec.y()).real(vec.z());
    }

    static Presence read(Input in) throws IOException {
        return new Presence(
                entities(in),
                in.flag() ? Optional.of(new Presence.Sight(vec(in), vec(in))) : Optional.empty(),
                in.flag() ? Optional.of(new Presence.Pointer(vec(in), vec(in))) : Optional.empty(),
                in.flag() ? Optional.of(editing(in)) : Optional.empty(),
                entities(in));
    }

    private static List<Entity> entities(Input in) throws IOException {
        return in.list(MOST_ENTITIES, one -> new Entity(one.integer()));
    }

    private static Pose.Vec vec(Input in) throws IOException {
        return new Pose.Vec(in.real(), in.real(), in.real());
    }

    private static Presence.Editing editing(Input in) throws IOException {
        return new Presence.Editing(
                new Entity(in.integer()),
                in.text(LONGEST),
                new FieldPath(in.list(MOST_STEPS, step -> step.text(LONGEST))));
    }
}
