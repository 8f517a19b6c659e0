// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.MeshPrimitive;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what KHR_draco_mesh_compression holds where primitives without it have their numbers. One
 * thread.
 */
final class GltfDraco {
    static final String NAME = "KHR_draco_mesh_compression";

    /** All streams together, those that turn out to be damaged among them. */
    private static final long MOST_TRIANGLES = 2_000_000;

    /** What a byte can stand for at most; the official encoder needs far more bytes. */
    private static final long TRIANGLES_PER_BYTE = 1000;

    /** As many triangles at least a stream counts for, as none is decoded for nothing. */
    private static final int LEAST = 500;

    private final GltfBuffers buffers;
    private final GltfAccessors accessors;
    private final DracoDecoder decoder;
    private final Set<Source> done = new HashSet<>();
    private final Set<Integer> broken = new HashSet<>();
    private long left = MOST_TRIANGLES;

    /** What makes two primitives the same before they are decoded. */
    private record Source(
            Map<?, ?> extension, Map<String, Integer> attributes, Optional<Integer> indices) {}

    GltfDraco(GltfSource source) {
        buffers = source.buffers();
        accessors = source.accessors();
        decoder = source.draco();
    }

    /** Decodes what a primitive is made of, where that is compressed. */
    void unpack(MeshPrimitive primitive) {
        Gltf.extension(primitive.getExtensions(), NAME)
                .map(extension -> source(primitive, extension))
                .filter(source -> !done.contains(source))
                .ifPresent(this::unpack);
    }

    private static Source source(MeshPrimitive primitive, Map<?, ?> extension) {
        return new Source(
                extension,
                Gltf.maybe(primitive.getAttributes()).orElse(Map.of()),
                Gltf.index(primitive.getIndices()));
    }

    private void unpack(Source source) {
        int view = Gltf.whole(source.extension, "bufferView", -1);
        if (!broken.add(view)) {
            throw new AssetException("its Draco stream is damaged, as was said before");
        }
        unpack(source, buffers.view(view).bytes());
        broken.remove(view);
        done.add(source);
    }

    private void unpack(Source source, ByteBuffer bytes) {
        var header = DracoHeader.read(bytes);
        long most = Math.min(left, bytes.remaining() * TRIANGLES_PER_BYTE);
        if (header.faces() > most || header.points() > most * 3) {
            throw new AssetException(
                    "the Draco stream promises %d triangles and %d vertices"
                            .formatted(header.faces(), header.points()));
        }
        left -= Math.max(header.faces(), LEAST);
        var stream = decoder.decode(bytes, header);
        source.indices.ifPresent(index -> accessors.putIndices(index, stream.indices()));
        var ids = source.extension.get("attributes") instanceof Map<?, ?> map ? map : Map.of();
        source.attributes.forEach(
                (name, accessor) -> put(stream, ids, name, Gltf.or(accessor, -1)));
    }

    private void put(DracoStream stream, Map<?, ?> ids, String name, int accessor) {
        int id = Gltf.whole(ids, name, -1);
        if (id >= 0) {
            accessors.put(accessor, stream.attribute(id, accessors.components(accessor)));
        }
    }
}
