// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pictures of a glTF file; a broken one is a warning and nothing more. One thread, which others
 * help to decode.
 */
final class GltfImages {
    /** More at once would fill the memory. */
    private static final int MOST_AHEAD = 16;

    private final GltfSource source;
    private final Pictures pictures;
    private final Map<Integer, Optional<Bitmap>> bitmaps = new HashMap<>();
    private Map<Integer, Decoded> ahead = Map.of();

    /** What became of a picture that was decoded before anybody asked for it. */
    private record Decoded(Optional<Bitmap> bitmap, Optional<AssetException> fault) {
        Bitmap orThrow() {
            fault.ifPresent(
                    e -> {
                        throw e;
                    });
            return bitmap.orElseThrow();
        }
    }

    GltfImages(GltfSource source, Pictures pictures) {
        this.source = source;
        this.pictures = pictures;
    }

    Optional<Bitmap> bitmap(int index) {
        return bitmaps.computeIfAbsent(
                index, key -> source.warnings().attempt("Picture " + key, () -> decode(key)));
    }

    /** Decodes what will be asked for, several pictures at a time. */
    void ahead(Set<Integer> indices) {
        var encoded = new HashMap<Integer, byte[]>();
        // Without a warning: whoever asks for it will meet the same fault.
        var unheard = new Warnings();
        indices.stream()
                .limit(MOST_AHEAD)
                .forEach(i -> unheard.attempt("", () -> read(i)).ifPresent(b -> encoded.put(i, b)));
        ahead =
                encoded.entrySet().parallelStream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> tried(e.getValue())));
    }

    private Decoded tried(byte[] encoded) {
        try {
            return new Decoded(Optional.of(pictures.decode(encoded)), Optional.empty());
        } catch (AssetException fault) {
            return new Decoded(Optional.empty(), Optional.of(fault));
        }
    }

    private Bitmap decode(int index) {
        var known = ahead.get(index);
        return known == null ? pictures.decode(read(index)) : known.orThrow();
    }

    private byte[] read(int index) {
        return bytes(Gltf.at(source.gltf().getImages(), index, "image"));
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
