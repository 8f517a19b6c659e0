// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/**
 * What EXT_meshopt_compression, or its successor KHR_meshopt_compression, says of a bufferView.
 *
 * @param buffer the buffer that the compressed bytes lie in
 * @param count how many elements they become
 * @param stride how many bytes one element has
 * @param mode how elements are compressed
 * @param filter what is still to be done with them then
 */
record MeshoptView(
        int buffer, long offset, long length, int count, int stride, String mode, String filter) {
    private static final int LARGEST_STRIDE = 256;

    /** The extension of a bufferView, where it has it. */
    static Optional<MeshoptView> of(@Nullable Map<String, Object> extensions) {
        return Gltf.extension(extensions, "EXT_meshopt_compression")
                .or(() -> Gltf.extension(extensions, "KHR_meshopt_compression"))
                .map(MeshoptView::read);
    }

    private static MeshoptView read(Map<?, ?> from) {
        return new MeshoptView(
                Gltf.whole(from, "buffer", -1),
                Gltf.whole(from, "byteOffset", 0),
                Gltf.whole(from, "byteLength", 0),
                Gltf.whole(from, "count", 0),
                Gltf.whole(from, "byteStride", 0),
                String.valueOf(from.get("mode")),
                from.get("filter") instanceof String name ? name : "NONE");
    }

    /** In bytes; refused where so few could not become as many. */
    int size() {
        if (count < 1 || stride < 1 || stride > LARGEST_STRIDE) {
            throw new AssetException("it promises %d elements of %d".formatted(count, stride));
        }
        // No byte of any of the three formats stands for more than 1024 bytes.
        long size = (long) count * stride;
        if (size > length * 1024 + LARGEST_STRIDE) {
            throw new AssetException(
                    "%d bytes cannot hold the %d that they promise".formatted(length, size));
        }
        return Math.toIntExact(Math.min(size, Integer.MAX_VALUE));
    }

    /** Undoes the compression. */
    ByteBuffer decode(ByteBuffer bytes) {
        var in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        var decoded =
                switch (mode) {
                    case "ATTRIBUTES" -> MeshoptVertices.decode(in, count, stride);
                    case "TRIANGLES" -> new MeshoptIndices(in, count, stride).triangles();
                    case "INDICES" -> new MeshoptIndices(in, count, stride).sequence();
                    default -> throw new AssetException("its mode " + mode + " is unknown");
                };
        var out = ByteBuffer.wrap(decoded).order(ByteOrder.LITTLE_ENDIAN);
        MeshoptFilter.of(filter).apply(out, stride);
        return out;
    }
}
