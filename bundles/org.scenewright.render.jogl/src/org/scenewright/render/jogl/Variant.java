// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.util.ArrayList;
import java.util.List;

/**
 * The flags that select a variant of the surface shader, and the GLSL definitions they stand for.
 */
final class Variant {
    static final int UNLIT = 1;
    static final int BASE_MAP = 2;
    static final int EMISSIVE_MAP = 4;
    static final int NORMAL_MAP = 8;
    static final int ROUGHNESS_MAP = 16;
    static final int MASK = 32;
    static final int LAMPS = 64;
    static final int VERTEX_COLORS = 128;
    static final int GLOW = 256;
    static final int TURNED = 512;
    static final int OCCLUSION_MAP = 1024;

    private static final List<String> NAMES =
            List.of(
                    "UNLIT",
                    "BASE_MAP",
                    "EMISSIVE_MAP",
                    "NORMAL_MAP",
                    "ROUGHNESS_MAP",
                    "MASK",
                    "LAMPS",
                    "VERTEX_COLORS",
                    "GLOW",
                    "TURNED",
                    "OCCLUSION_MAP");

    private Variant() {}

    static List<String> definitions(int flags) {
        var names = new ArrayList<String>();
        for (int bit = 0; bit < NAMES.size(); bit++) {
            if ((flags & 1 << bit) != 0) {
                names.add(NAMES.get(bit));
            }
        }
        return names;
    }
}
