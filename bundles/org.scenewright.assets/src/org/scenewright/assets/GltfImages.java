// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pictures of a glTF file; a broken one is a warning and nothing more. One thread. */
final class GltfImages {
    private final GltfSource source;
    private final Pictures pictures;
    private final Map<Integer, Optional<Bitmap>> bitmaps = new HashMap<>();

    GltfImages(GltfSource source, Pictures pictures) {
        this.source = source;
        this.pictures = pictures;
    }

    Optional<Bitmap> bitmap(int index) {
        return bitmaps.computeIfAbsent(
                index, key -> source.warnings().attempt("Picture " + key, () -> decode(key)));
    }

    private Bitmap decode(int index) {
        return pictures.decode(bytes(Gltf.at(source.gltf().getImages(), index, "image")));
    }

    private byte[] bytes(Image image) {
        if (image.getUri() != null) {
            return source.uris().bytes(image.getUri());
        }
        var slice = source.buffers().view(Gltf.or(image.getBufferView(), -1)).bytes();
        var bytes = new byte[slice.remaining()];
        slice.get(0, bytes);
        return bytes;
    }
}
