// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which extensions of a glTF file do not show. */
final class GltfExtensions {
    private static final Set<String> UNDERSTOOD =
            Set.of(
                    "EXT_meshopt_compression",
                    "EXT_texture_webp",
                    "KHR_draco_mesh_compression",
                    "KHR_materials_emissive_strength",
                    "KHR_materials_unlit",
                    "KHR_mesh_quantization",
                    "KHR_meshopt_compression",
                    "KHR_texture_transform");

    /** Those that say nothing about looks. */
    private static final Set<String> BESIDE = Set.of("KHR_xmp", "KHR_xmp_json_ld");

    private static final int MOST_TOLD = 6;
    private static final int LONGEST_NAME = 60;

    private GltfExtensions() {}

    static void tell(GlTF gltf, Warnings warnings) {
        var required = Gltf.all(gltf.getExtensionsRequired());
        tell(required.stream(), "It requires %s, without which it may look wrong.", warnings);
        var used = Gltf.all(gltf.getExtensionsUsed()).stream();
        tell(
                used.filter(name -> !required.contains(name) && !isNear(name)),
                "It uses %s, which does not show here.",
                warnings);
        if (Gltf.all(gltf.getExtensionsUsed()).stream().anyMatch(GltfExtensions::isNear)) {
            warnings.add(
                    "It uses %s, which is shown as metal and roughness come nearest to it."
                            .formatted(GltfMaterials.SPECULAR_GLOSSINESS));
        }
    }

    private static boolean isNear(String name) {
        return name.equals(GltfMaterials.SPECULAR_GLOSSINESS);
    }

    private static void tell(Stream<String> names, String sentence, Warnings warnings) {
        var unknown =
                names.filter(name -> !UNDERSTOOD.contains(name) && !BESIDE.contains(name))
                        .distinct()
                        .sorted()
                        .toList();
        if (!unknown.isEmpty()) {
            warnings.add(sentence.formatted(listed(unknown)));
        }
    }

    private static String listed(List<String> names) {
        int more = names.size() - MOST_TOLD;
        var first =
                names.stream()
                        .limit(MOST_TOLD)
                        .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())))
                        .collect(Collectors.joining(", "));
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
