// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;

import java.util.Optional;

/** A material and the colour that multiplies its base colour. */
record Surface(Material material, Rgba tint) {

    static Surface of(Material material) {
        return new Surface(material, Rgba.WHITE);
    }

    /** White, whatever the light, and seen from both sides. */
    static Material plain(Alpha alpha) {
        return new Material(
                true,
                Rgba.WHITE,
                0,
                1,
                Rgba.BLACK,
                alpha,
                0.5f,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
