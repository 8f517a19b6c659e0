// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The node tree of a glTF file laid flat, each node once whatever the file says. One thread. */
final class GltfNodes {
    private static final int MOST = 65_536;
    private static final String COLLIDER = "_collider";
    private static final int LONGEST_PATH = 1024;

    private final List<Node> nodes;
    private final float[] @Nullable [] worlds;
    private final List<Placed> shown;
    private final List<Placed> hidden;

    /**
     * A node of the scene.
     *
     * @param index its number in the file
     * @param parent the number of the node above; -1 for a root
     * @param path its name and the names of all above it, from the root on, with slashes between
     * @param world from the node to the model, in glTF's own right-handed space
     * @param collider whether its name or that of a node above says that it is not to be drawn
     */
    record Placed(Node node, int index, int parent, String path, float[] world, boolean collider) {
        String name() {
            return Gltf.maybe(node.getName()).orElse("");
        }
    }

    private record Visit(int index, Optional<Placed> above) {}

    GltfNodes(GlTF gltf, Warnings warnings) {
        nodes = Gltf.all(gltf.getNodes());
        if (nodes.size() > MOST) {
            throw new AssetException(
                    "it has %d nodes; at most %d are read".formatted(nodes.size(), MOST));
        }
        worlds = new float[nodes.size()][];
        shown = walk(sceneRoots(gltf));
        // Joints need not hang in the scene that is shown.
        hidden = walk(roots());
        if (shown.isEmpty() && !nodes.isEmpty()) {
            warnings.add("No node belongs to the scene.");
        }
    }

    /** What the scene shows, parents before children. */
    List<Placed> shown() {
        return shown;
    }

    /** All nodes that can be reached, parents before children. */
    List<Placed> all() {
        return Stream.concat(shown.stream(), hidden.stream()).toList();
    }

    /** How many nodes the file has. */
    int count() {
        return nodes.size();
    }

    float[] world(int index) {
        var world = index >= 0 && index < worlds.length ? worlds[index] : null;
        if (world == null) {
            throw new AssetException("there is no node " + index);
        }
        return world;
    }

    private List<Placed> walk(Iterable<Integer> from) {
        var placed = new ArrayList<Placed>();
        Deque<Visit> open = new ArrayDeque<>();
        from.forEach(index -> open.add(new Visit(index, Optional.empty())));
        while (!open.isEmpty()) {
            var visit = open.pop();
            if (isNew(visit.index)) {
                var place = place(visit);
                placed.add(place);
                children(place).forEach(open::push);
            }
        }
        return placed;
    }

    /** Each node is placed once, which ends cycles and settles quarrels between two parents. */
    private boolean isNew(int index) {
        return index >= 0
                && index < worlds.length
                && worlds[index] == null
                && nodes.get(index) != null;
    }

    private Placed place(Visit visit) {
        var node = nodes.get(visit.index);
        var name = Gltf.maybe(node.getName()).orElse("");
        var local = local(node);
        var world = visit.above.map(above -> Matrices.multiply(above.world, local)).orElse(local);
        worlds[visit.index] = world;
        boolean collider =
                visit.above.filter(Placed::collider).isPresent()
                        || name.toLowerCase(Locale.ROOT).contains(COLLIDER);
        int parent = visit.above.map(Placed::index).orElse(-1);
        return new Placed(node, visit.index, parent, path(visit, name), world, collider);
    }

    /** Deep trees of long names would fill the memory; nobody asks for such a node by its path. */
    private static String path(Visit visit, String name) {
        var above = visit.above.map(Placed::path);
        boolean isShort = above.map(String::length).orElse(0) + name.length() < LONGEST_PATH;
        return isShort ? above.map(path -> path + "/" + name).orElse(name) : "";
    }

    private static List<Visit> children(Placed place) {
        return Gltf.all(place.node.getChildren()).reversed().stream()
                .map(child -> new Visit(Gltf.or(child, -1), Optional.of(place)))
                .toList();
    }

    /** From the node to the one above it. */
    static float[] local(Node node) {
        return node.getMatrix() != null && node.getMatrix().length == 16
                ? node.getMatrix()
                : Matrices.of(
                        Gltf.numbers(node.getTranslation(), 0, 0, 0),
                        Gltf.numbers(node.getRotation(), 0, 0, 0, 1),
                        Gltf.numbers(node.getScale(), 1, 1, 1));
    }

    private Iterable<Integer> sceneRoots(GlTF gltf) {
        var scenes = Gltf.all(gltf.getScenes());
        int scene = Gltf.or(gltf.getScene(), 0);
        return scene < 0 || scene >= scenes.size()
                ? roots()
                : Gltf.all(scenes.get(scene).getNodes()).stream()
                        .map(root -> Gltf.or(root, -1))
                        .toList();
    }

    private Set<Integer> roots() {
        var roots = new LinkedHashSet<>(IntStream.range(0, nodes.size()).boxed().toList());
        nodes.forEach(node -> Gltf.all(node.getChildren()).forEach(roots::remove));
        return roots;
    }
}
