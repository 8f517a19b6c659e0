// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.model.io.JsonError;
import de.javagl.jgltf.model.io.v2.GltfReaderV2;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The JSON of a glTF file, weighed before it is turned into objects. */
final class GltfJson {
    private static final int MOST_OBJECTS = 400_000;
    private static final int MOST_VALUES = 4_000_000;

    /** The longest text that the parser takes, in bytes. */
    private static final int LONGEST_TEXT = 20_000_000;

    private GltfJson() {}

    /** Parses; what the schema of glTF forbids is left out with a warning. */
    static GlTF parse(ByteBuffer json, Warnings warnings) {
        weigh(json);
        var reader = new GltfReaderV2();
        reader.setJsonErrorConsumer(error -> warnings.fault(sentence(error)));
        var in =
                new ByteArrayInputStream(
                        json.array(), json.arrayOffset() + json.position(), json.remaining());
        try {
            return Gltf.maybe(reader.read(in))
                    .orElseThrow(() -> new AssetException("it is no glTF"));
        } catch (IOException e) {
            throw new AssetException("its JSON is invalid: " + firstLine(e.getMessage()), e);
        }
    }

    /**
     * A few bytes of JSON become a hundred of objects, so they are counted before they are made.
     */
    private static void weigh(ByteBuffer json) {
        int objects = 0;
        int values = 0;
        for (int i = json.position(); i < json.limit(); i++) {
            byte at = json.get(i);
            if (at == '"') {
                i = endOfText(json, i);
            }
            objects += at == '{' || at == '[' ? 1 : 0;
            values += at == ',' ? 1 : 0;
        }
        if (objects > MOST_OBJECTS || values > MOST_VALUES) {
            throw new AssetException(
                    "its JSON has %d objects and %d values, which is too much"
                            .formatted(objects, values));
        }
    }

    /** Where the quote is that ends a text; the end of all where there is none. */
    private static int endOfText(ByteBuffer json, int start) {
        int i = start + 1;
        while (i < json.limit() && json.get(i) != '"') {
            i += json.get(i) == '\\' ? 2 : 1;
        }
        if (i - start > LONGEST_TEXT) {
            throw new AssetException(
                    "an embedded file is larger than %d million characters; keep it beside the model"
                            .formatted(LONGEST_TEXT / 1_000_000));
        }
        return i;
    }

    private static String sentence(JsonError error) {
        return "JSON at %s: %s".formatted(error.getJsonPathString(), firstLine(error.getMessage()));
    }

    /** The parser's later lines only say where in the bytes it was. */
    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
