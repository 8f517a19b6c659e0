// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Model;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The other materials that a {@code GltfNodeModifiers} gives to nodes of a model; who casts shadows
 * matters to nothing that is drawn here.
 *
 * @param whole the material of all nodes
 * @param nodes the materials of single nodes, by their paths
 */
record NodeModifiers(Optional<NodeModifiers.Other> whole, Map<String, NodeModifiers.Other> nodes) {
    static final NodeModifiers NONE = new NodeModifiers(Optional.empty(), Map.of());

    private static final FieldPath MATERIAL = FieldPath.of("material");

    /**
     * Another material.
     *
     * @param field where it is in the component
     */
    record Other(String field, Value material) {}

    static NodeModifiers of(Value component, Model model) {
        var modifiers = component.items("modifiers");
        if (modifiers.isEmpty()) {
            return NONE;
        }
        // As the protocol has it: an empty path counts in the first place alone, and for all nodes.
        if (modifiers.getFirst().text("path", "").isEmpty()) {
            return new NodeModifiers(material(modifiers.getFirst(), 0), Map.of());
        }
        var paths = new Paths(model);
        var nodes = new HashMap<String, Other>();
        for (int i = 0; i < modifiers.size(); i++) {
            var modifier = modifiers.get(i);
            var material = material(modifier, i);
            var node = paths.node(modifier.text("path", ""));
            if (material.isPresent() && node.isPresent()) {
                nodes.put(node.get(), material.get());
            }
        }
        return new NodeModifiers(Optional.empty(), nodes);
    }

    private static Optional<Other> material(Value modifier, int index) {
        return modifier.at(MATERIAL)
                .filter(material -> !material.text("material.$case", "").isEmpty())
                .map(material -> new Other("modifiers." + index + ".material", material));
    }

    /**
     * What paths of nodes may be called. Explorers begin below the only root of a model, or above
     * its roots where it has several, and take paths that count otherwise all the same.
     */
    private static final class Paths {
        private final Map<String, String> usual = new HashMap<>();
        private final Map<String, String> shorter = new HashMap<>();

        Paths(Model model) {
            model.parts().stream()
                    .filter(part -> !part.collider())
                    .map(Model.Part::path)
                    .forEach(this::add);
        }

        private void add(String path) {
            usual.putIfAbsent(path, path);
            usual.putIfAbsent(below(path), path);
            shorter.putIfAbsent(below(below(path)), path);
        }

        /** The path of the node that a modifier means. */
        Optional<String> node(String path) {
            return found(usual, path)
                    .or(() -> found(shorter, path))
                    .or(() -> found(usual, below(path)));
        }

        private static Optional<String> found(Map<String, String> names, String path) {
            return path.isEmpty() ? Optional.empty() : Optional.ofNullable(names.get(path));
        }
    }

    /** A path without its first name; nothing where that is all. */
    private static String below(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    /** The material that a part has instead of its own. */
    Optional<Other> material(Model.Part part) {
        var own = nodes.get(part.path());
        return own == null ? whole : Optional.of(own);
    }
}
