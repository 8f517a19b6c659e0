// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Matrix4x3fc;
import org.joml.Vector3f;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Model;
import org.scenewright.assets.Texture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model, or a shape, with what it adds to a scene: once, or with each entity that shows it. */
final class Kind {
    private final String name;
    private final Object of;
    private final int triangles;
    private final int bodies;
    private final int materials;
    private final Set<Bitmap> pictures;
    private final List<Box> boxes;

    /** Where a mesh that is seen lies within the whole. */
    private record Box(Bounds bounds, Matrix4x3fc place) {}

    private Kind(String name, Model model) {
        this.name = name;
        of = model;
        triangles = model.triangles();
        bodies = model.parts().size();
        var seen = model.parts().stream().filter(part -> !part.collider()).toList();
        materials = (int) seen.stream().map(Model.Part::material).distinct().count();
        pictures =
                seen.stream()
                        .flatMap(part -> pictures(part.material()))
                        .collect(Collectors.toUnmodifiableSet());
        boxes =
                seen.stream()
                        .map(part -> new Box(part.mesh().bounds(), Boxes.place(part)))
                        .toList();
    }

    private Kind(String name, Mesh mesh) {
        this.name = name;
        of = mesh;
        triangles = mesh.triangles();
        bodies = 1;
        materials = 0;
        pictures = Set.of();
        boxes = List.of(new Box(mesh.bounds(), new Matrix4x3f()));
    }

    static Kind of(String path, Model model) {
        return new Kind(path, model);
    }

    /** A shape, whose material is its entity's own. */
    static Kind of(String name, Mesh mesh) {
        return new Kind(name, mesh);
    }

    static Stream<Bitmap> pictures(Material material) {
        return Stream.of(
                        material.maps().base(),
                        material.maps().emissive(),
                        material.maps().normal(),
                        material.maps().metallicRoughness(),
                        material.maps().occlusion())
                .flatMap(texture -> texture.stream().map(Texture::bitmap));
    }

    /** Whether it tells of a model, or of a mesh, as that is by now. */
    boolean isOf(Object asset) {
        return of == asset;
    }

    String name() {
        return name;
    }

    int triangles() {
        return triangles;
    }

    int bodies() {
        return bodies;
    }

    int materials() {
        return materials;
    }

    Set<Bitmap> pictures() {
        return pictures;
    }

    /** The box around what is seen of it, where it stands. */
    Bounds bounds(Matrix4x3fc world) {
        var all = Bounds.EMPTY;
        var place = new Matrix4x3f();
        var low = new Vector3f();
        var high = new Vector3f();
        for (var box : boxes) {
            var b = box.bounds;
            if (!b.isEmpty()) {
                world.mul(box.place, place)
                        .transformAab(
                                b.minX(), b.minY(), b.minZ(), b.maxX(), b.maxY(), b.maxZ(), low,
                                high);
                all = all.union(new Bounds(low.x, low.y, low.z, high.x, high.y, high.z));
            }
        }
        return isFinite(all) ? all : Bounds.EMPTY;
    }

    /** What a file blows up beyond all numbers is shown nowhere. */
    private static boolean isFinite(Bounds b) {
        float sum = (b.maxX() - b.minX()) + (b.maxY() - b.minY()) + (b.maxZ() - b.minZ());
        return Float.isFinite(sum);
    }
}
