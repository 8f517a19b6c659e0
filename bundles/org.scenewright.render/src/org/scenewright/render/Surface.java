// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;

/** A material and the colour that multiplies its base colour. */
record Surface(Material material, Rgba tint) {

    static Surface of(Material material) {
        return new Surface(material, Rgba.WHITE);
    }

    /** White, whatever the light, and seen from both sides. */
    static Material plain(Alpha alpha) {
        return Material.unlit(Rgba.WHITE).withAlpha(alpha, 0.5f).withDoubleSided();
    }
}
