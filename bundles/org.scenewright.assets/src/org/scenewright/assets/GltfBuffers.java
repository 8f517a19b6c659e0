// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Buffer;
import de.javagl.jgltf.impl.v2.BufferView;
import de.javagl.jgltf.impl.v2.GlTF;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of a glTF file: its own, embedded in text, or in files beside it, and what those by
 * meshopt are compressed from. One thread.
 */
final class GltfBuffers {
    /** All that is decompressed, in bytes. */
    private static final int MOST_UNPACKED = 128 << 20;

    private final GlTF gltf;
    private final Optional<ByteBuffer> binary;
    private final GltfUris uris;
    private final Map<Integer, ByteBuffer> buffers = new HashMap<>();
    private final Map<Integer, Slice> unpacked = new HashMap<>();
    private int left = MOST_UNPACKED;

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
        var packed = MeshoptView.of(view.getExtensions());
        return packed.isPresent() ? unpacked(index, packed.get()) : plain(index, view);
    }

    /** Whether bytes are part of the glTF file itself, as it lies on the disk. */
    boolean isOwn(ByteBuffer slice) {
        return slice.hasArray() && binary.filter(own -> own.array() == slice.array()).isPresent();
    }

    private Slice plain(int index, BufferView view) {
        var bytes =
                part(
                        "bufferView " + index,
                        buffer(Gltf.or(view.getBuffer(), -1)),
                        Gltf.or(view.getByteOffset(), 0),
                        Gltf.or(view.getByteLength(), 0));
        return new Slice(bytes, Gltf.or(view.getByteStride(), 0));
    }

    private Slice unpacked(int index, MeshoptView packed) {
        var known = unpacked.get(index);
        return known == null ? unpack(index, packed) : known;
    }

    private Slice unpack(int index, MeshoptView packed) {
        var what = "compressed bufferView " + index;
        try {
            int size = packed.size();
            if (size > left) {
                throw new AssetException("the model becomes too large");
            }
            left -= size;
            var from = part(what, buffer(packed.buffer()), packed.offset(), packed.length());
            var slice = new Slice(packed.decode(from), packed.stride());
            unpacked.put(index, slice);
            return slice;
        } catch (AssetException e) {
            throw new AssetException(what + ": " + e.getMessage(), e);
        }
    }

    private static ByteBuffer part(String what, ByteBuffer buffer, long offset, long length) {
        if (offset < 0 || length < 0 || offset + length > buffer.limit()) {
            throw new AssetException(
                    "%s needs bytes %d to %d of %d"
                            .formatted(what, offset, offset + length, buffer.limit()));
        }
        return buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer buffer(int index) {
        var known = buffers.get(index);
        return known == null ? load(index) : known;
    }

    private ByteBuffer load(int index) {
        var buffer = Gltf.at(gltf.getBuffers(), index, "buffer");
        // Only the first buffer may be the binary chunk; others without an address are
        // placeholders.
        var whole =
                Gltf.maybe(buffer.getUri())
                        .map(this::wrap)
                        .or(() -> index == 0 ? binary : Optional.empty())
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
