// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.List;
import java.util.Optional;

/**
 * A loaded glTF model as plain meshes in their rest pose.
 *
 * @param parts what to draw and what to collide with
 * @param bounds the box around the visible parts, or around all of them where none is visible
 * @param warnings sentences about what could not be understood; the rest is shown all the same
 * @param rig how it is moved; nothing for a model without clips
 */
public record Model(List<Part> parts, Bounds bounds, List<String> warnings, Optional<Rig> rig) {
    public Model {
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }

    /**
     * One mesh at one place of a model.
     *
     * @param node the name of the glTF node
     * @param path the names of all nodes from a root to that node, with slashes between
     * @param transform column-major 4x4 from mesh to model space
     * @param collider whether the node's name marks it as a collider, which is not drawn
     */
    public record Part(
            String node,
            String path,
            Mesh mesh,
            Material material,
            float[] transform,
            boolean collider) {}

    public int triangles() {
        return parts.stream()
                .filter(part -> !part.collider())
                .mapToInt(part -> part.mesh().triangles())
                .sum();
    }
}
