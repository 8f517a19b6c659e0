// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Accessor;
import de.javagl.jgltf.impl.v2.BufferView;
import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.Image;
import de.javagl.jgltf.impl.v2.MeshPrimitive;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How many bytes of a glTF file are there for nothing. */
final class GltfUse {
    private static final long WORTH_TELLING = 16_384;
    private static final double LARGE_PART = 0.1;

    private final GlTF gltf;
    private final GltfNodes nodes;
    private final List<Accessor> accessors;
    private final Set<Integer> used = new HashSet<>();

    GltfUse(GltfSource source, GltfNodes nodes) {
        this.gltf = source.gltf();
        this.nodes = nodes;
        accessors = Gltf.all(gltf.getAccessors());
    }

    void tell(Warnings warnings) {
        collect();
        var views = Gltf.all(gltf.getBufferViews());
        long all = 0;
        long idle = 0;
        for (int i = 0; i < views.size(); i++) {
            long bytes = bytes(views.get(i));
            all += bytes;
            idle += used.contains(i) ? 0 : bytes;
        }
        if (idle > WORTH_TELLING && idle > all * LARGE_PART) {
            warnings.add(
                    "%s of its %s are used by nothing that is shown."
                            .formatted(ByteCount.words(idle), ByteCount.words(all)));
        }
    }

    private static long bytes(BufferView view) {
        return MeshoptView.of(view.getExtensions())
                .map(MeshoptView::length)
                .orElse((long) Math.max(0, Gltf.or(view.getByteLength(), 0)));
    }

    private void collect() {
        nodes.all().stream()
                .flatMap(node -> Gltf.index(node.node().getMesh()).stream())
                .distinct()
                .filter(mesh -> mesh >= 0 && mesh < Gltf.all(gltf.getMeshes()).size())
                .flatMap(mesh -> Gltf.all(gltf.getMeshes().get(mesh).getPrimitives()).stream())
                .forEach(this::collect);
        Gltf.all(gltf.getSkins())
                .forEach(skin -> accessor(Gltf.or(skin.getInverseBindMatrices(), -1)));
        Gltf.all(gltf.getAnimations()).stream()
                .flatMap(animation -> Gltf.all(animation.getSamplers()).stream())
                .flatMap(sampler -> Stream.of(sampler.getInput(), sampler.getOutput()))
                .forEach(index -> accessor(Gltf.or(index, -1)));
        // Which pictures are shown hangs on extensions that nobody may know.
        Gltf.all(gltf.getImages()).stream().map(Image::getBufferView).forEach(this::view);
    }

    private void collect(MeshPrimitive primitive) {
        accessor(Gltf.or(primitive.getIndices(), -1));
        Stream.concat(
                        Gltf.maybe(primitive.getAttributes()).stream(),
                        Gltf.all(primitive.getTargets()).stream())
                .map(Map::values)
                .forEach(indices -> indices.forEach(index -> accessor(Gltf.or(index, -1))));
        Gltf.extension(primitive.getExtensions(), GltfDraco.NAME)
                .ifPresent(draco -> view(Gltf.whole(draco, "bufferView", -1)));
    }

    private void accessor(int index) {
        if (index < 0 || index >= accessors.size()) {
            return;
        }
        var accessor = accessors.get(index);
        view(accessor.getBufferView());
        Gltf.maybe(accessor.getSparse())
                .ifPresent(
                        sparse -> {
                            Gltf.maybe(sparse.getIndices())
                                    .ifPresent(places -> view(places.getBufferView()));
                            Gltf.maybe(sparse.getValues())
                                    .ifPresent(values -> view(values.getBufferView()));
                        });
    }

    private void view(@Nullable Integer index) {
        used.add(Gltf.or(index, -1));
    }
}
