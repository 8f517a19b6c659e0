// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.Image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures of a glTF file; a broken one is a warning and nothing more. One thread. */
final class GltfImages {
    private final GlTF gltf;
    private final GltfBuffers buffers;
    private final GltfUris uris;
    private final Pictures pictures;
    private final Warnings warnings;
    private final Map<Integer, Optional<Bitmap>> bitmaps = new HashMap<>();

    GltfImages(
            GlTF gltf, GltfBuffers buffers, GltfUris uris, Pictures pictures, Warnings warnings) {
        this.gltf = gltf;
        this.buffers = buffers;
        this.uris = uris;
        this.pictures = pictures;
        this.warnings = warnings;
    }

    Optional<Bitmap> bitmap(int index) {
        return bitmaps.computeIfAbsent(
                index, key -> warnings.attempt("Picture " + key, () -> decode(key)));
    }

    private Bitmap decode(int index) {
        return pictures.decode(bytes(Gltf.at(gltf.getImages(), index, "image")));
    }

    private byte[] bytes(Image image) {
        if (image.getUri() != null) {
            return uris.bytes(image.getUri());
        }
        var slice = buffers.view(Gltf.or(image.getBufferView(), -1)).bytes();
        var bytes = new byte[slice.remaining()];
        slice.get(0, bytes);
        return bytes;
    }
}
