// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Material;
import org.scenewright.assets.Texture;

import java.util.Optional;

/** The pictures that a material can have; the texture unit of each is its ordinal. */
enum Slot {
    BASE("baseMap", Variant.BASE_MAP, true),
    EMISSIVE("emissiveMap", Variant.EMISSIVE_MAP, true),
    NORMAL("normalMap", Variant.NORMAL_MAP, false),
    ROUGHNESS("roughnessMap", Variant.ROUGHNESS_MAP, false),
    OCCLUSION("occlusionMap", Variant.OCCLUSION_MAP, false);

    static final Slot[] ALL = values();

    private final String sampler;
    private final int variant;
    private final boolean color;

    Slot(String sampler, int variant, boolean color) {
        this.sampler = sampler;
        this.variant = variant;
        this.color = color;
    }

    Optional<Texture> of(Material material) {
        var maps = material.maps();
        return switch (this) {
            case BASE -> maps.base();
            case EMISSIVE -> maps.emissive();
            case NORMAL -> maps.normal();
            case ROUGHNESS -> maps.metallicRoughness();
            case OCCLUSION -> maps.occlusion();
        };
    }

    String sampler() {
        return sampler;
    }

    /** The flag of the shader variant that samples this slot. */
    int variant() {
        return variant;
    }

    /** Whether the picture holds sRGB colours, not plain numbers. */
    boolean color() {
        return color;
    }
}
