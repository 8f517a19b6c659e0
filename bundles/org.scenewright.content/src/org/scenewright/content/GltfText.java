// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a glTF file as far as it names others, read token by token: whole buffers may stand
 * in it.
 */
final class GltfText implements AutoCloseable {
    /** The longest in bytes. */
    static final int LARGEST = 64 << 20;

    private static final int DEEPEST = 100;
    private static final List<String> LISTS = List.of("buffers", "images");
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LARGEST)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final List<String> uris = new ArrayList<>();

    private GltfText(byte[] json) throws IOException {
        parser = FACTORY.createParser(json);
    }

    /**
     * What buffers and pictures say of where they are. What is no JSON refers to nothing; whoever
     * loads it says what is wrong with it.
     */
    static List<String> uris(byte[] json) throws IOException {
        try (var text = new GltfText(json)) {
            text.readAll();
            return List.copyOf(text.uris);
        } catch (JsonProcessingException damaged) {
            return List.of();
        }
    }

    private void readAll() throws IOException {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWanted = LISTS.contains(parser.currentName());
                if (parser.nextToken() == JsonToken.START_ARRAY && isWanted) {
                    readList();
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void readList() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                readItem();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readItem() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isUri = parser.currentName().equals("uri");
            if (parser.nextToken() == JsonToken.VALUE_STRING && isUri) {
                uris.add(parser.getText());
            }
            parser.skipChildren();
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
