// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A walk over JSON that others have written: what is of another kind than expected is noted and
 * passed over. Depth, names and strings are bounded. Its methods throw an {@link IOException} where
 * the text is no JSON.
 */
final class JsonWalk {
    /** The longest string in characters. */
    static final int LONGEST_STRING = 4 << 20;

    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 16 << 10;
    private static final int MOST_PROBLEMS = 200;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // Many names are no attack, but a big catalog.
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_STRING)
                                    .maxNameLength(LONGEST_NAME)
                                    .build())
                    .build();

    private final byte[] json;
    private final String shownName;
    private final int start;
    private final JsonParser parser;
    private final List<String> problems = new ArrayList<>();

    /** What reads a text from its first token on. */
    interface Reader {
        void read(JsonWalk walk) throws IOException;
    }

    private JsonWalk(byte[] json, String shownName) throws IOException {
        this.json = json;
        this.shownName = shownName;
        // The mark of UTF-8 that some editors write.
        start = json.length >= 3 && json[0] == (byte) 0xEF ? 3 : 0;
        parser = FACTORY.createParser(json, start, json.length - start);
    }

    /**
     * Reads a text as far as it is JSON.
     *
     * @param reader is called once, at the outermost value
     * @return a sentence for each thing that was wrong, which begins with the shown name
     */
    static List<String> read(byte[] json, String shownName, Reader reader) {
        if (isWide(json)) {
            return List.of(shownName + ": the text is not in UTF-8.");
        }
        try {
            var walk = new JsonWalk(json, shownName);
            walk.readAll(reader);
            return walk.problems;
        } catch (IOException impossible) {
            return List.of(shownName + ": " + impossible.getMessage());
        }
    }

    private void readAll(Reader reader) {
        try (parser) {
            parser.nextToken();
            reader.read(this);
        } catch (JsonProcessingException wrong) {
            var place = wrong.getLocation();
            int line = place == null ? 0 : place.getLineNr();
            problem("", wrong.getOriginalMessage() + (line > 0 ? " (line " + line + ")" : ""));
        } catch (IOException wrong) {
            problem("", String.valueOf(wrong.getMessage()));
        }
    }

    /** Texts of 16-bit or 32-bit units start with a byte that no JSON in UTF-8 starts with. */
    private static boolean isWide(byte[] json) {
        boolean isWide = false;
        for (int i = 0; i < Math.min(2, json.length); i++) {
            isWide |= json[i] == 0 || json[i] == (byte) 0xFE || json[i] == (byte) 0xFF;
        }
        return isWide;
    }

    /**
     * Notes something.
     *
     * @param shown what it is about; empty for the whole text
     * @param what half a sentence, without its stop
     */
    void problem(String shown, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(shownName + ": " + (shown.isEmpty() ? "" : shown + ": ") + what + ".");
        }
    }

    static String quoted(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
    }

    /** Goes to the value of the next field; false at the end of the object. */
    boolean nextField() throws IOException {
        boolean isField = parser.nextToken() == JsonToken.FIELD_NAME;
        if (isField) {
            parser.nextToken();
        }
        return isField;
    }

    /** Goes to the next value of a list; false at its end. */
    boolean nextItem() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** The name of the field whose value this is. */
    String name() throws IOException {
        return parser.currentName();
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** Whether a list starts here; what else is here is passed over. */
    boolean list(String shown, String key) throws IOException {
        return is(JsonToken.START_ARRAY, shown, quoted(key) + " is no list");
    }

    /** Whether an object starts here; what else is here is passed over. */
    boolean struct(String shown, String key) throws IOException {
        return is(JsonToken.START_OBJECT, shown, quoted(key) + " is no object");
    }

    private boolean is(JsonToken kind, String shown, String what) throws IOException {
        boolean is = parser.currentToken() == kind;
        boolean isOutermost = parser.getParsingContext().inRoot();
        if (!is && (isOutermost || parser.currentToken() != JsonToken.VALUE_NULL)) {
            problem(shown, what + " and left out");
        }
        if (!is) {
            skip();
        }
        return is;
    }

    /** The text that is here; what else is here is passed over. */
    Optional<String> text(String shown, String key, int longest) throws IOException {
        if (!is(JsonToken.VALUE_STRING, shown, quoted(key) + " is no text")) {
            return Optional.empty();
        }
        if (parser.getTextLength() > longest) {
            problem(shown, quoted(key) + " is longer than " + longest + " characters and left out");
            return Optional.empty();
        }
        return Optional.of(parser.getText());
    }

    /** The object that starts here as it is written, and goes to its end. */
    String source() throws IOException {
        int from = start + (int) parser.currentTokenLocation().getByteOffset();
        skip();
        int to = start + (int) parser.currentLocation().getByteOffset();
        return new String(json, from, to - from, StandardCharsets.UTF_8);
    }
}
