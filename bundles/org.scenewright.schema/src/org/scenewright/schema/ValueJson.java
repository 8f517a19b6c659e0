// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The way between values and JSON, with the numbers of JavaScript; usable from any thread. */
public final class ValueJson {
    /** How deep lists and structs may nest. */
    public static final int MAX_DEPTH = 100;

    private static final int MAX_CHARACTERS = 64 << 20;
    private static final Pattern PARSER_WORDS =
            Pattern.compile(
                    " \\(start marker at .*\\)| \\(not recognized[^)]*\\)|, from `[^`]*`"
                            + "|: enable `[^`]*` to allow| \\(code \\d+\\)");
    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_CHARACTERS)
                                    .maxDocumentLength(MAX_CHARACTERS)
                                    .maxNumberLength(400)
                                    .build())
                    .build();

    private ValueJson() {}

    /**
     * Reads one JSON text of at most 64 Mi characters and 100 levels; {@code -0} stays negative.
     *
     * @throws SchemaException when it is no JSON or exceeds a bound; the message says where
     */
    public static Value parse(String json) {
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            var value = next(in, new Bounds());
            if (in.nextToken() != null) {
                throw new SchemaException("there is more text after the JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new SchemaException("no valid JSON: " + reason(e));
        }
    }

    /** What a parser found wrong, without the place and without words about the parser itself. */
    public static String reason(IOException failure) {
        String message =
                failure instanceof JsonProcessingException wrong
                        ? wrong.getOriginalMessage()
                        : failure.getMessage();
        return PARSER_WORDS.matcher(String.valueOf(message)).replaceAll("");
    }

    private static Value next(JsonParser in, Bounds bounds) throws IOException {
        bounds.count();
        var token = in.currentToken();
        if (token == null) {
            throw new SchemaException("no valid JSON: it is empty");
        }
        return switch (token) {
            case START_OBJECT -> fields(in, bounds);
            case START_ARRAY -> items(in, bounds);
            case VALUE_STRING -> Value.of(in.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in.getText());
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NULL -> new Value.Nothing();
            default -> throw new SchemaException("no valid JSON: unexpected " + token);
        };
    }

    private static Value fields(JsonParser in, Bounds bounds) throws IOException {
        var fields = new LinkedHashMap<String, Value>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            fields.put(name, next(in, bounds));
        }
        return new Value.Fields(fields);
    }

    private static Value items(JsonParser in, Bounds bounds) throws IOException {
        var items = new ArrayList<Value>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(next(in, bounds));
        }
        return new Value.Items(items);
    }

    private static Value number(String spelling) {
        double number = Double.parseDouble(spelling);
        if (Double.isInfinite(number)) {
            throw new SchemaException("the number " + spelling + " is out of range");
        }
        return Value.of(number);
    }

    /**
     * @throws SchemaException when it nests deeper than {@link #MAX_DEPTH}
     */
    public static Value read(JsonNode node) {
        return read(node, new Bounds());
    }

    private static Value read(JsonNode node, Bounds bounds) {
        bounds.count();
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> fields(node, bounds);
            case ARRAY -> {
                var items = new ArrayList<Value>();
                bounds.enter();
                node.forEach(item -> items.add(read(item, bounds)));
                bounds.leave();
                yield new Value.Items(items);
            }
            case STRING, BINARY -> Value.of(node.asText());
            case NUMBER -> Value.of(node.doubleValue());
            case BOOLEAN -> Value.of(node.booleanValue());
            case NULL, MISSING -> new Value.Nothing();
        };
    }

    private static Value fields(JsonNode node, Bounds bounds) {
        bounds.enter();
        var fields = new LinkedHashMap<String, Value>();
        node.properties().forEach(e -> fields.put(e.getKey(), read(e.getValue(), bounds)));
        bounds.leave();
        return new Value.Fields(fields);
    }

    /**
     * Numbers without fraction become integers; what JSON cannot say, such as NaN, becomes null.
     */
    public static JsonNode write(Value value) {
        var make = JsonNodeFactory.instance;
        return switch (value) {
            case Value.Flag(var on) -> make.booleanNode(on);
            case Value.Num(var number) -> JsonNumbers.node(number);
            case Value.Text(var text) -> make.textNode(text);
            case Value.Nothing n -> make.nullNode();
            case Value.Items(var items) -> {
                var array = make.arrayNode(items.size());
                items.forEach(item -> array.add(write(item)));
                yield array;
            }
            case Value.Fields(var fields) -> {
                var object = make.objectNode();
                fields.forEach((name, field) -> object.set(name, write(field)));
                yield object;
            }
        };
    }

    /** Prints on one line without spaces, with the spelling of numbers that JavaScript prefers. */
    public static String print(Value value) {
        var out = new StringBuilder();
        print(value, out);
        return out.toString();
    }

    private static void print(Value value, StringBuilder out) {
        switch (value) {
            case Value.Flag(var on) -> out.append(on);
            case Value.Num(var number) -> out.append(JsonNumbers.spell(number));
            case Value.Text(var text) -> quote(text, out);
            case Value.Nothing n -> out.append("null");
            case Value.Items(var items) -> items(items, out);
            case Value.Fields(var fields) -> fields(fields, out);
        }
    }

    private static void items(List<Value> items, StringBuilder out) {
        String separator = "[";
        for (var item : items) {
            out.append(separator);
            print(item, out);
            separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private static void fields(Map<String, Value> fields, StringBuilder out) {
        String separator = "{";
        for (var field : fields.entrySet()) {
            out.append(separator);
            quote(field.getKey(), out);
            print(field.getValue(), out.append(':'));
            separator = ",";
        }
        out.append(fields.isEmpty() ? "{}" : "}");
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        text.codePoints().forEach(point -> escape(point, out));
        out.append('"');
    }

    private static void escape(int point, StringBuilder out) {
        int mnemonic = "\"\\\b\f\n\r\t".indexOf(point);
        if (mnemonic >= 0) {
            out.append('\\').append("\"\\bfnrt".charAt(mnemonic));
        } else if (point < ' ' || Utf8.isSurrogate(point)) {
            out.append("\\u%04x".formatted(point));
        } else {
            out.appendCodePoint(point);
        }
    }
}
