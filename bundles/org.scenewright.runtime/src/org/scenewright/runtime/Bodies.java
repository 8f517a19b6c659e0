// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Loading;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The colliders and models of one running scene, told of all its changes; a port, called on the
 * thread of the frames alone.
 */
public interface Bodies extends Link, AutoCloseable {

    /**
     * A way through a scene on which colliders are met.
     *
     * @param direction of length 1
     * @param metres how far it goes
     */
    record Beam(Pose.Vec origin, Pose.Vec direction, double metres) {

        /** The same way, seen from a scene whose base stands elsewhere in the world. */
        Beam from(Pose.Vec base) {
            return new Beam(origin.minus(base), direction, metres);
        }
    }

    /**
     * Which colliders count.
     *
     * @param layers their layers, as bits
     * @param all whether the beam goes through what it meets
     */
    record Sieve(int layers, boolean all) {}

    /**
     * Where a beam meets a collider.
     *
     * @param mesh the name of the node of the model; empty for a shape
     * @param metres from the origin of the beam
     * @param normal the outward side of the surface, of length 1
     */
    record Contact(Entity entity, String mesh, double metres, Pose.Vec position, Pose.Vec normal) {

        /** A {@code RaycastHit}. */
        Value toValue(Beam beam) {
            var hit = new LinkedHashMap<String, Value>();
            hit.put("position", Pose.value(position));
            hit.put("globalOrigin", Pose.value(beam.origin()));
            hit.put("direction", Pose.value(beam.direction()));
            hit.put("normalHit", Pose.value(normal));
            hit.put("length", Value.of(metres));
            if (!mesh.isEmpty()) {
                hit.put("meshName", Value.of(mesh));
            }
            hit.put("entityId", Value.of(Integer.toUnsignedLong(entity.bits())));
            return new Value.Fields(hit);
        }
    }

    /** A box in space, along the axes. */
    record Space(Pose.Vec low, Pose.Vec high) {

        /** The same, seen from a scene whose base stands elsewhere in the world. */
        Space from(Pose.Vec base) {
            return new Space(low.minus(base), high.minus(base));
        }
    }

    /** A triangle of a collider. */
    record Face(Entity entity, Pose.Vec a, Pose.Vec b, Pose.Vec c) {}

    /** How far the model of an entity has come; the numbers are those of the SDK. */
    enum Load {
        UNKNOWN,
        LOADING,
        NOT_FOUND,
        FINISHED_WITH_ERROR,
        FINISHED;

        /** How far something has come. */
        public static Load of(Loading<?> loading) {
            return switch (loading) {
                case Loading.Pending<?> p -> LOADING;
                case Loading.Ready<?> r -> FINISHED;
                case Loading.Failed<?> f -> FINISHED_WITH_ERROR;
                case Loading.Missing<?> m -> NOT_FOUND;
                case Loading.None<?> n -> UNKNOWN;
            };
        }
    }

    /** The contacts of a beam, the nearest first; each collider is met once, and from outside. */
    List<Contact> along(Beam beam, Sieve sieve);

    /**
     * The triangles whose boxes meet a box, of colliders of some layers; of more than a player can
     * touch at once only some.
     */
    List<Face> within(Space space, int layers);

    /** From where billboards are looked at. */
    void lookFrom(Pose.Vec eye);

    /** How the models stand that clips move; all others are at rest. */
    default void pose(Map<Entity, Posture> postures) {}

    /** How far the model has come that an entity shows. */
    Load model(Entity entity);

    @Override
    default String name() {
        return "";
    }

    @Override
    void close();

    /** A struct of fields in any order. */
    static Value struct(Map<String, Value> fields) {
        return new Value.Fields(new LinkedHashMap<>(fields));
    }
}
