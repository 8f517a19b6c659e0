// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.render.DrawList.Batch;

/** One draw call to come: some instances of a batch whose mesh is on the graphics card. */
record Draw(Batch batch, GpuMesh mesh, Instances.Run run, int variant) {

    Material material() {
        return batch.material();
    }

    boolean blends() {
        return material().alpha() == Alpha.BLEND;
    }

    boolean has(int flag) {
        return (variant & flag) != 0;
    }

    long triangles() {
        return (long) mesh.triangles() * run.count();
    }
}
