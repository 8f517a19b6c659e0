// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.OptionalDouble;

/** Somebody who walks on terrain that a test builds; north is along Z. */
abstract class Strolling {
    static final Stride NORTH = going(0, 1, Stride.Gait.JOG);
    static final Stride JUMPING = new Stride(0, 0, Stride.Gait.JOG, true, OptionalDouble.empty());

    static final double FRAME = 1 / 60.0;

    final BuiltTerrain terrain = new BuiltTerrain();
    final Walker walker = new Walker();
    Locomotion able = Locomotion.USUAL;
    double frame = FRAME;

    static Stride going(double x, double z, Stride.Gait gait) {
        return new Stride(x, z, gait, false, OptionalDouble.empty());
    }

    static Pose.Vec at(double x, double y, double z) {
        return new Pose.Vec(x, y, z);
    }

    void pass(double seconds, Stride stride) {
        for (double t = 0; t < seconds - 1e-9; t += frame) {
            walker.step(frame, stride, able, terrain);
        }
    }

    void stand(double x, double y, double z) {
        walker.enter(at(x, y, z), 0);
        pass(1.5, Stride.NONE);
    }

    Pose.Vec feet() {
        return walker.feet();
    }
}
