// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3d;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.Tidy;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity that a handle carries along, as it was when the drag began.
 *
 * <p>Writes only the numbers that the drag has changed, so that what a colleague does to the others
 * meanwhile stays.
 */
final class Carried {
    private static final double DUST = 1e-7;

    private final Entity entity;
    private final Pose start;
    private final Matrix4x3d parent;
    private final Matrix4x3d parentInverse = new Matrix4x3d();
    private final Map<FieldPath, Double> written = new HashMap<>();

    Carried(SceneSnapshot scene, Entity entity) {
        this.entity = entity;
        start = scene.pose(entity);
        parent = world(scene, scene.parent(entity));
        parent.invert(parentInverse);
    }

    static List<Carried> all(SceneSnapshot scene, Collection<Entity> entities) {
        return entities.stream().map(entity -> new Carried(scene, entity)).toList();
    }

    Entity entity() {
        return entity;
    }

    /** The matrix from an entity to the world, as the renderer has it. */
    static Matrix4x3d world(SceneSnapshot scene, Entity entity) {
        var world = new Matrix4x3d();
        for (var up = entity; !up.equals(Entity.ROOT); up = scene.parent(up)) {
            matrix(scene.pose(up)).mul(world, world);
        }
        return world;
    }

    private static Matrix4x3d matrix(Pose pose) {
        return new Matrix4x3d()
                .translationRotateScale(vector(pose.position()), turn(pose), vector(pose.scale()));
    }

    private static Vector3d vector(Pose.Vec v) {
        return new Vector3d(v.x(), v.y(), v.z());
    }

    private static Quaterniond turn(Pose pose) {
        var q = pose.rotation();
        return new Quaterniond(q.x(), q.y(), q.z(), q.w());
    }

    /** The directions of a matrix's axes, of length 1; a flat axis becomes that of the world. */
    static List<Vector3d> axes(Matrix4x3d matrix) {
        var axes = new ArrayList<Vector3d>();
        for (int column = 0; column < 3; column++) {
            var axis = matrix.getColumn(column, new Vector3d());
            boolean flat = axis.lengthSquared() < 1e-24;
            axes.add(flat ? new Vector3d().setComponent(column, 1) : axis.normalize());
        }
        return axes;
    }

    /** The edits that bring the entity to where a motion takes it. */
    List<Edit> moved(Motion motion, Gizmo gizmo) {
        var edits = new ArrayList<Edit>();
        write(edits, "position", vector(start.position()), position(motion, gizmo));
        switch (motion) {
            case Motion.Shift(var metres) -> {}
            case Motion.Turn(var axis, var radians) -> turn(edits, gizmo.direction(axis), radians);
            case Motion.Stretch(var factors) ->
                    write(edits, "scale", vector(start.scale()), scale(factors, gizmo));
        }
        return edits;
    }

    private Vector3d position(Motion motion, Gizmo gizmo) {
        var from = parent.transformPosition(vector(start.position()));
        var to = parentInverse.transformPosition(motion.carried(from, gizmo));
        return to.isFinite() ? to : vector(start.position());
    }

    private void turn(List<Edit> edits, Vector3dc axis, double radians) {
        var to = new Quaterniond().fromAxisAngleRad(toParent(axis), radians).mul(turn(start));
        var from = start.rotation();
        write(edits, FieldPath.of("rotation", "x"), from.x(), to.x);
        write(edits, FieldPath.of("rotation", "y"), from.y(), to.y);
        write(edits, FieldPath.of("rotation", "z"), from.z(), to.z);
        write(edits, FieldPath.of("rotation", "w"), from.w(), to.w);
    }

    /**
     * An axis to turn around, as the parent sees it; under a mirroring parent turns go the other
     * way.
     */
    private Vector3d toParent(Vector3dc axis) {
        var axes = axes(parent);
        double side = axes.get(0).cross(axes.get(1), new Vector3d()).dot(axes.get(2));
        var seen =
                new Vector3d(axes.get(0).dot(axis), axes.get(1).dot(axis), axes.get(2).dot(axis));
        return seen.mul(side < 0 ? -1 : 1).normalize();
    }

    /**
     * The new scale: each own axis grows by the factors of the handles' axes, as far as it lies
     * along them.
     */
    private Vector3d scale(Vector3dc factors, Gizmo gizmo) {
        var own = axes(parent.mul(matrix(start), new Matrix4x3d()));
        var scale = vector(start.scale());
        for (int i = 0; i < 3; i++) {
            var along = gizmo.local(own.get(i));
            double factor = along.mul(along).dot(factors);
            scale.setComponent(i, scale.get(i) * factor);
        }
        return scale;
    }

    private void write(List<Edit> edits, String field, Vector3d from, Vector3d to) {
        write(edits, FieldPath.of(field, "x"), from.x, to.x);
        write(edits, FieldPath.of(field, "y"), from.y, to.y);
        write(edits, FieldPath.of(field, "z"), from.z, to.z);
    }

    private void write(List<Edit> edits, FieldPath path, double from, double to) {
        boolean still = Math.abs(to - from) <= DUST * Math.max(1, Math.abs(from));
        double wanted = still ? from : Tidy.number(to);
        if (wanted != written.getOrDefault(path, from)) {
            written.put(path, wanted);
            edits.add(new Edit.Set(entity, SceneSnapshot.TRANSFORM, path, Value.of(wanted)));
        }
    }
}
