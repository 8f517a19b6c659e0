// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.scenewright.script.wire.Place;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the pieces of a bundle stood in the sources.
 *
 * @param root what the names of the sources begin from; may be empty
 */
record BundleMap(String root, List<String> sources, Mappings mappings) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@link IOException} if it is no source map, or too large. */
    static BundleMap read(byte[] json) throws IOException {
        var root = "";
        var mappings = "";
        List<String> sources = List.of();
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "sourceRoot" -> root = in.getValueAsString("");
                    case "mappings" -> mappings = in.getValueAsString("");
                    case "sources" -> sources = texts(in);
                    default -> in.skipChildren();
                }
            }
        }
        return new BundleMap(root, sources, Mappings.read(mappings, sources.size()));
    }

    private static List<String> texts(JsonParser in) throws IOException {
        List<String> texts = new ArrayList<>();
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
                texts.add(in.getValueAsString(""));
            }
        }
        return texts;
    }

    /** Where the piece came from that holds a place of the bundle; both count from 1. */
    Optional<Place> source(int line, int column) {
        return mappings.origin(line - 1, column - 1)
                .map(
                        from ->
                                new Place(
                                        sources.get(from.source()),
                                        from.line() + 1,
                                        from.column() + 1));
    }
}
