// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Buffer;
import de.javagl.jgltf.impl.v2.GlTF;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The bytes of a glTF file: its own, embedded in text, or in files beside it. One thread. */
final class GltfBuffers {
    private final GlTF gltf;
    private final Optional<ByteBuffer> binary;
    private final GltfUris uris;
    private final Map<Integer, ByteBuffer> buffers = new HashMap<>();

    /**
     * Part of a buffer.
     *
     * @param stride bytes from element to element; 0 where they lie side by side
     */
    record Slice(ByteBuffer bytes, int stride) {}

    GltfBuffers(GlTF gltf, Optional<ByteBuffer> binary, GltfUris uris) {
        this.gltf = gltf;
        this.binary = binary;
        this.uris = uris;
    }

    Slice view(int index) {
        var view = Gltf.at(gltf.getBufferViews(), index, "bufferView");
        var buffer = buffer(Gltf.or(view.getBuffer(), -1));
        long offset = Gltf.or(view.getByteOffset(), 0);
        long length = Gltf.or(view.getByteLength(), 0);
        if (offset < 0 || length < 0 || offset + length > buffer.limit()) {
            throw new AssetException(
                    "bufferView %d needs bytes %d to %d of %d"
                            .formatted(index, offset, offset + length, buffer.limit()));
        }
        var bytes = buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
        return new Slice(bytes, Gltf.or(view.getByteStride(), 0));
    }

    private ByteBuffer buffer(int index) {
        var known = buffers.get(index);
        return known == null ? load(index) : known;
    }

    private ByteBuffer load(int index) {
        var buffer = Gltf.at(gltf.getBuffers(), index, "buffer");
        var whole =
                Gltf.maybe(buffer.getUri())
                        .map(this::wrap)
                        .or(() -> binary)
                        .orElseThrow(() -> absent(index));
        var bytes = trim(whole, buffer);
        buffers.put(index, bytes);
        return bytes;
    }

    private ByteBuffer wrap(String uri) {
        return ByteBuffer.wrap(uris.bytes(uri)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Promised bytes that are not there are found out by whoever wants to read them. */
    private static ByteBuffer trim(ByteBuffer bytes, Buffer buffer) {
        int length = Gltf.or(buffer.getByteLength(), bytes.limit());
        return length < bytes.limit()
                ? bytes.slice(0, Math.max(0, length)).order(ByteOrder.LITTLE_ENDIAN)
                : bytes;
    }

    private static AssetException absent(int index) {
        return new AssetException("buffer " + index + " has no bytes");
    }
}
