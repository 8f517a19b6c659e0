// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix3d;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the handles of the selection stand: in the middle of what they carry, along the world's
 * axes or those of a single entity.
 *
 * @param carried what the handles carry: selected, not locked, and with none of the others above it
 * @param pivot the middle of the origins; empty where nothing is carried
 */
record Stand(
        SceneSnapshot scene,
        Set<Entity> selection,
        boolean worldAxes,
        List<Entity> carried,
        Optional<Vector3dc> pivot,
        Quaterniondc turn) {

    static Stand of(SceneView view, boolean worldAxes) {
        var scene = view.snapshot();
        var movable =
                view.selection().stream()
                        .filter(entity -> !entity.isReserved() && scene.holds(entity))
                        .filter(entity -> !view.isLocked(entity))
                        .sorted()
                        .toList();
        var carried = scene.tops(movable);
        boolean own = !worldAxes && carried.size() == 1;
        return new Stand(
                scene,
                view.selection(),
                worldAxes,
                carried,
                middle(scene, carried),
                own ? turn(scene, carried.getFirst()) : new Quaterniond());
    }

    private static Optional<Vector3dc> middle(SceneSnapshot scene, List<Entity> entities) {
        var sum = new Vector3d();
        for (var entity : entities) {
            sum.add(Carried.world(scene, entity).getTranslation(new Vector3d()));
        }
        var middle = sum.div(Math.max(1, entities.size()));
        return entities.isEmpty() || !middle.isFinite() ? Optional.empty() : Optional.of(middle);
    }

    private static Quaterniondc turn(SceneSnapshot scene, Entity entity) {
        var axes = Carried.axes(Carried.world(scene, entity));
        var z = axes.get(2);
        // A mirrored entity has no rotation; its handles keep its forward and its up.
        var x = axes.get(1).cross(z, new Vector3d());
        if (x.lengthSquared() < 1e-12) {
            return new Quaterniond();
        }
        x.normalize();
        return new Quaterniond().setFromNormalized(new Matrix3d(x, z.cross(x, new Vector3d()), z));
    }

    /** Whether it still holds: looking it up anew for a large selection takes its time. */
    boolean holds(SceneView view, boolean world) {
        return scene == view.snapshot() && selection == view.selection() && worldAxes == world;
    }

    Optional<Gizmo> gizmo(Camera camera) {
        return pivot.map(at -> Gizmo.at(at, turn, camera));
    }
}
