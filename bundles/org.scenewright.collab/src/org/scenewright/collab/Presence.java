// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.schema.FieldPath;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody is and what they do at this moment.
 *
 * @param selection the selected entities
 * @param holding the entities that are being dragged, and that others better leave alone meanwhile
 * @param camera where they look from; its scale says nothing
 * @param pointer where they point to
 * @param field what they are typing into
 */
public record Presence(
        List<Entity> selection,
        List<Entity> holding,
        Optional<Pose> camera,
        Optional<Ray> pointer,
        Optional<Field> field) {
    public static final Presence NOTHING =
            new Presence(
                    List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Of how many entities others are told. */
    static final int MOST_ENTITIES = 256;

    private static final int MOST_STEPS = 32;
    private static final int LONGEST = 256;

    public Presence {
        selection = bounded(selection);
        holding = bounded(holding);
    }

    private static List<Entity> bounded(List<Entity> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST_ENTITIES)));
    }

    /** A half line in the world. */
    public record Ray(Pose.Vec origin, Pose.Vec direction) {}

    /** A field of a component of an entity. */
    public record Field(Entity entity, String component, FieldPath path) {}

    void write(Output out) {
        out.list(selection, (entity, o) -> o.integer(entity.bits()));
        out.list(holding, (entity, o) -> o.integer(entity.bits()));
        out.flag(camera.isPresent());
        camera.ifPresent(
                pose -> {
                    write(pose.position(), out);
                    var turned = pose.rotation();
                    out.real(turned.x()).real(turned.y()).real(turned.z()).real(turned.w());
                });
        out.flag(pointer.isPresent());
        pointer.ifPresent(
                ray -> {
                    write(ray.origin(), out);
                    write(ray.direction(), out);
                });
        out.flag(field.isPresent());
        field.ifPresent(
                f ->
                        out.integer(f.entity().bits())
                                .text(f.component())
                                .list(f.path().steps(), (step, o) -> o.text(step)));
    }

    private static void write(Pose.Vec vec, Output out) {
        out.real(vec.x()).real(vec.y()).real(vec.z());
    }

    static Presence read(Input in) throws IOException {
        return new Presence(
                in.list(MOST_ENTITIES, Presence::entity),
                in.list(MOST_ENTITIES, Presence::entity),
                in.flag() ? Optional.of(pose(in)) : Optional.empty(),
                in.flag() ? Optional.of(new Ray(vec(in), vec(in))) : Optional.empty(),
                in.flag() ? Optional.of(field(in)) : Optional.empty());
    }

    private static Entity entity(Input in) throws IOException {
        return new Entity(in.integer());
    }

    private static Pose pose(Input in) throws IOException {
        var position = vec(in);
        var turned = new Pose.Quat(in.real(), in.real(), in.real(), in.real());
        return new Pose(position, turned, Pose.IDENTITY.scale());
    }

    private static Pose.Vec vec(Input in) throws IOException {
        return new Pose.Vec(in.real(), in.real(), in.real());
    }

    private static Field field(Input in) throws IOException {
        return new Field(
                entity(in),
                in.text(LONGEST),
                new FieldPath(in.list(MOST_STEPS, step -> step.text(LONGEST))));
    }
}
