// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Image;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The pictures of a glTF file; a broken one is a warning and nothing more. One thread, which others
 * help to decode.
 */
final class GltfImages {
    /** More at once would fill the memory. */
    private static final int MOST_AHEAD = 16;

    private static final int LONGEST_NAME = 60;

    private final GltfSource source;
    private final Pictures pictures;
    private final Map<Integer, Optional<Shown>> shown = new TreeMap<>();
    private Map<Integer, Decoded> ahead = Map.of();

    /**
     * A picture that is shown.
     *
     * @param name as people know it
     * @param size in its file
     */
    record Shown(String name, PictureSize size, Bitmap bitmap) {}

    /** What became of a picture that was decoded before anybody asked for it. */
    private record Decoded(Optional<Shown> picture, Optional<AssetException> fault) {
        Shown orThrow() {
            fault.ifPresent(
                    e -> {
                        throw e;
                    });
            return picture.orElseThrow();
        }
    }

    GltfImages(GltfSource source, Pictures pictures) {
        this.source = source;
        this.pictures = pictures;
    }

    Optional<Bitmap> bitmap(int index) {
        return shown.computeIfAbsent(
                        index,
                        key -> source.warnings().attempt("Picture " + key, () -> decode(key)))
                .map(Shown::bitmap);
    }

    /** Those that were asked for and are sound, in the order of the file. */
    List<Shown> all() {
        return shown.values().stream().flatMap(Optional::stream).toList();
    }

    /** Decodes what will be asked for, several pictures at a time. */
    void ahead(Set<Integer> indices) {
        var encoded = new HashMap<Integer, GltfPicture>();
        // Without a warning: whoever asks for it will meet the same fault.
        var unheard = new Warnings();
        indices.stream()
                .limit(MOST_AHEAD)
                .forEach(i -> unheard.attempt("", () -> read(i)).ifPresent(b -> encoded.put(i, b)));
        ahead =
                encoded.entrySet().parallelStream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, e -> tried(e.getKey(), e.getValue())));
    }

    private Decoded tried(int index, GltfPicture encoded) {
        try {
            return new Decoded(Optional.of(shown(index, encoded)), Optional.empty());
        } catch (AssetException fault) {
            return new Decoded(Optional.empty(), Optional.of(fault));
        }
    }

    private Shown decode(int index) {
        var known = ahead.get(index);
        return known == null ? shown(index, read(index)) : known.orThrow();
    }

    private Shown shown(int index, GltfPicture encoded) {
        return new Shown(
                name(index),
                PictureDecoder.size(encoded.bytes()),
                pictures.decode(encoded.bytes(), encoded.again()));
    }

    private GltfPicture read(int index) {
        var image = image(index);
        return image.getUri() != null
                ? source.uris().picture(image.getUri())
                : inside(source.buffers().view(Gltf.or(image.getBufferView(), -1)).bytes());
    }

    private Image image(int index) {
        return Gltf.at(source.gltf().getImages(), index, "image");
    }

    private String name(int index) {
        var uri = Gltf.maybe(image(index).getUri()).filter(text -> !text.startsWith("data:"));
        var name = Gltf.maybe(image(index).getName()).or(() -> uri).orElse("");
        return name.isBlank() || name.length() > LONGEST_NAME ? "number " + index : name;
    }

    private GltfPicture inside(ByteBuffer slice) {
        var bytes = new byte[slice.remaining()];
        slice.get(0, bytes);
        return source.buffers().isOwn(slice)
                ? source.uris().picture(bytes, slice.arrayOffset())
                : new GltfPicture(bytes);
    }
}
