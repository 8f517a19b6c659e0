// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Model;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The other materials that a {@code GltfNodeModifiers} gives to nodes of a model; who casts shadows
 * matters to nothing that is drawn here.
 *
 * @param whole the material of all nodes
 * @param nodes the materials of single nodes, by their paths
 */
record NodeModifiers(Optional<Value> whole, Map<String, Value> nodes) {
    static final NodeModifiers NONE = new NodeModifiers(Optional.empty(), Map.of());

    private static final FieldPath MATERIAL = FieldPath.of("material");

    /** How many ways there are to mean a node by a path. */
    private static final int READINGS = 3;

    static NodeModifiers of(Value component, Model model) {
        var modifiers = component.items("modifiers");
        if (modifiers.isEmpty()) {
            return NONE;
        }
        // As the protocol has it: an empty path counts in the first place alone, and for all nodes.
        if (modifiers.getFirst().text("path", "").isEmpty()) {
            return new NodeModifiers(material(modifiers.getFirst()), Map.of());
        }
        var nodes = new HashMap<String, Value>();
        for (var modifier : modifiers) {
            var material = material(modifier);
            var node = node(modifier.text("path", ""), model.parts());
            if (material.isPresent() && node.isPresent()) {
                nodes.put(node.get(), material.get());
            }
        }
        return new NodeModifiers(Optional.empty(), nodes);
    }

    private static Optional<Value> material(Value modifier) {
        return modifier.at(MATERIAL)
                .filter(material -> !material.text("material.$case", "").isEmpty());
    }

    /**
     * The path of the node that a modifier means. Explorers begin below the only root of a model,
     * or above its roots where it has several, and take paths that count otherwise all the same.
     */
    private static Optional<String> node(String path, List<Model.Part> parts) {
        for (int reading = 0; reading < READINGS && !path.isEmpty(); reading++) {
            for (var part : parts) {
                if (!part.collider() && isMeant(path, part.path(), reading)) {
                    return Optional.of(part.path());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(String path, String node, int reading) {
        return switch (reading) {
            case 0 -> path.equals(node) || path.equals(below(node));
            case 1 -> path.equals(below(below(node)));
            default -> {
                var rest = below(path);
                yield !rest.isEmpty() && (rest.equals(node) || rest.equals(below(node)));
            }
        };
    }

    /** A path without its first name; nothing where that is all. */
    private static String below(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    /** The material that a part has instead of its own. */
    Optional<Value> material(Model.Part part) {
        var own = nodes.get(part.path());
        return own == null ? whole : Optional.of(own);
    }
}
