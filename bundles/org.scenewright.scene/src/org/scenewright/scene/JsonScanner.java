// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import org.jspecify.annotations.Nullable;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.schema.ValuePool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A walk over the tokens of a JSON text that knows the place of each in the bytes.
 *
 * <p>All methods throw {@link SceneFormatException} where the text is no JSON or nests too deep.
 */
final class JsonScanner {
    /** How deep lists and structs may nest. */
    static final int DEEPEST = 200;

    /** A value of more tokens is unlikely to occur twice, and expensive to compare. */
    private static final int SMALL = 64;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // Keys are kept in a table that may overflow; many keys are no attack, but a
                    // big scene.
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final byte[] text;
    private final int base;
    private final JsonParser parser;
    private final ValuePool pool;
    private JsonToken token = JsonToken.NOT_AVAILABLE;
    private int tokens;

    /** A walk over a part of a text; offsets count from the start of the whole text. */
    JsonScanner(byte[] text, int from, int to, ValuePool pool) {
        this.text = text;
        this.base = from;
        this.pool = pool;
        if (isWide(text, from, to)) {
            throw new SceneFormatException("The text is not in UTF-8.", 1);
        }
        try {
            this.parser = FACTORY.createParser(text, from, to - from);
        } catch (IOException failure) {
            throw new SceneFormatException(String.valueOf(failure.getMessage()), 0);
        }
    }

    /** Texts of 16-bit or 32-bit units start with a byte that no JSON in UTF-8 starts with. */
    private static boolean isWide(byte[] text, int from, int to) {
        boolean isWide = false;
        for (int i = from; i < Math.min(from + 2, to); i++) {
            isWide |= text[i] == 0 || text[i] == (byte) 0xFE || text[i] == (byte) 0xFF;
        }
        return isWide;
    }

    /** Goes to the next token, which must exist. */
    JsonToken next() {
        var read = advance();
        if (read == null) {
            var end = parser.currentLocation();
            throw new SceneFormatException(
                    "The text ends too early.", end.getLineNr(), end.getColumnNr());
        }
        token = read;
        tokens++;
        if (token.isStructStart() && parser.getParsingContext().getNestingDepth() > DEEPEST) {
            throw new SceneFormatException(
                    "It is nested deeper than " + DEEPEST + " levels.", line());
        }
        return token;
    }

    private @Nullable JsonToken advance() {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException failure) {
            throw failed(failure);
        } catch (IOException failure) {
            // Malformed UTF-8 comes without a place.
            throw new SceneFormatException(
                    failure.getMessage() + ".", parser.currentLocation().getLineNr());
        }
    }

    private static SceneFormatException failed(JsonProcessingException failure) {
        var place = failure.getLocation();
        String reason = ValueJson.reason(failure);
        if (place == null) {
            return new SceneFormatException(reason + ".", 0);
        }
        int line = place.getLineNr();
        int column = place.getColumnNr();
        return new SceneFormatException(
                reason + " (line " + line + ", column " + column + ").", line, column);
    }

    /** Makes sure that nothing follows. */
    void finish() {
        if (advance() != null) {
            throw new SceneFormatException(
                    "There is more text after the end of the JSON value.", line());
        }
    }

    JsonToken token() {
        return token;
    }

    /** The line of the current token, from 1 at the start of the walk. */
    int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Where the current token starts. */
    int start() {
        return base + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Where the current token, which is no field name, ends. */
    int end() {
        if (token == JsonToken.VALUE_STRING) {
            string();
        }
        return base + (int) parser.currentLocation().getByteOffset();
    }

    /** The text of the current token, which is a field name or a string. */
    String string() {
        try {
            return token == JsonToken.FIELD_NAME ? parser.currentName() : parser.getText();
        } catch (JsonProcessingException failure) {
            throw failed(failure);
        } catch (IOException failure) {
            throw new SceneFormatException(failure.getMessage() + ".", line());
        }
    }

    /**
     * Reads the value that starts at the current token; the last token of it is the current one
     * then.
     */
    Value value() {
        int before = tokens;
        var value =
                switch (token) {
                    case START_OBJECT -> fields();
                    case START_ARRAY -> items();
                    case VALUE_STRING -> Value.of(string());
                    case VALUE_TRUE -> Value.of(true);
                    case VALUE_FALSE -> Value.of(false);
                    case VALUE_NULL -> new Value.Nothing();
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(number());
                    case FIELD_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                            throw new IllegalStateException("no value starts with " + token);
                };
        return tokens - before <= SMALL ? pool.shared(value) : value;
    }

    private Value fields() {
        var fields = new LinkedHashMap<String, Value>();
        while (next() != JsonToken.END_OBJECT) {
            String name = string();
            next();
            fields.put(name, value());
        }
        return pool.fields(fields);
    }

    private Value items() {
        List<Value> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Value.Items(items);
    }

    private double number() {
        try {
            double number = parser.getDoubleValue();
            // Whole numbers come by way of an integer, which knows no negative zero.
            return number == 0 && text[start()] == '-' ? -0.0 : number;
        } catch (JsonProcessingException failure) {
            throw failed(failure);
        } catch (IOException failure) {
            throw new SceneFormatException(failure.getMessage() + ".", line());
        }
    }

    /**
     * Passes over the value that starts at the current token; its last token is the current one
     * then.
     */
    void skip() {
        int open = token.isStructStart() ? 1 : 0;
        while (open > 0) {
            next();
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    /**
     * Reads the value that starts at the current token together with the places of all its parts.
     */
    JsonPart part() {
        return switch (token) {
            case START_OBJECT -> struct();
            case START_ARRAY -> row();
            default -> {
                int from = start();
                var value = value();
                yield new JsonPart.Leaf(from, end(), value);
            }
        };
    }

    private JsonPart struct() {
        int from = start();
        var members = new ArrayList<JsonPart.Member>();
        var fields = new LinkedHashMap<String, Value>();
        while (next() != JsonToken.END_OBJECT) {
            int key = start();
            String name = string();
            next();
            var part = part();
            members.add(new JsonPart.Member(key, name, part));
            fields.put(name, part.value());
        }
        return new JsonPart.Struct(from, end(), members, new Value.Fields(fields));
    }

    private JsonPart row() {
        int from = start();
        var items = new ArrayList<JsonPart>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(part());
        }
        var values = items.stream().map(JsonPart::value).toList();
        return new JsonPart.Row(from, end(), items, new Value.Items(values));
    }
}
