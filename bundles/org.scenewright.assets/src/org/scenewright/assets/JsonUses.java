// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

import org.scenewright.content.LocalPath;
import org.scenewright.schema.FieldPath;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts of a JSON file that name files: composites, {@code scene.json}, items, models. */
final class JsonUses {
    private static final int LONGEST_PATH = 1024;
    private static final int LONGEST_PAYLOAD = 1 << 16;
    private static final int DEEPEST = 200;
    private static final String COMPONENTS = "components";
    private static final Pattern ENDING = Pattern.compile(".*\\.[A-Za-z0-9]{1,9}");

    private final String file;
    private final Map<String, String> components = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    /** A text of a JSON text; its place includes the quotes. */
    record Part(int start, int end, String text) {}

    private record Found(List<String> steps, int line, Part part, Spelling way) {}

    private JsonUses(String file) {
        this.file = file;
    }

    /**
     * The uses in a text, in its order.
     *
     * @throws IOException where it is no JSON, or nested too deep, or nothing at all
     */
    static List<FileUse> of(String file, String json) throws IOException {
        if (json.isBlank()) {
            throw new IOException("it is empty");
        }
        var uses = new JsonUses(file);
        walk(json, uses::read);
        return uses.found.stream().flatMap(f -> uses.use(f).stream()).toList();
    }

    /** The addresses of buffers and images in a model's JSON. */
    static List<FileUse> ofModel(String file, String json) throws IOException {
        var uses = new ArrayList<FileUse>();
        walk(
                json,
                (steps, line, part) -> {
                    boolean isAddress =
                            steps.size() == 3
                                    && steps.get(2).equals("uri")
                                    && (steps.get(0).equals("images")
                                            || steps.get(0).equals("buffers"));
                    if (isAddress && isRelative(part.text())) {
                        uses.add(use(file, new Found(steps, line, part, Spelling.URI)));
                    }
                });
        return uses;
    }

    private static boolean isRelative(String uri) {
        return !uri.isEmpty()
                && uri.length() <= LONGEST_PATH
                && !uri.startsWith("data:")
                && LocalPath.names(uri.replaceAll("^(\\.\\./)+", "")).isPresent();
    }

    /** The texts in a JSON text that look like paths; none where it is no JSON. */
    static List<Part> strings(String json) {
        var parts = new ArrayList<Part>();
        try {
            walk(
                    json,
                    (steps, line, part) -> {
                        if (isPath(part.text())) {
                            parts.add(part);
                        }
                    });
        } catch (IOException noJson) {
            return List.of();
        }
        return parts;
    }

    /** Takes each text of a JSON text with the way to it. */
    private interface Reader {
        void read(List<String> steps, int line, Part part);
    }

    private static void walk(String json, Reader reader) throws IOException {
        // Models embed whole files as texts.
        var limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build();
        var factory = JsonFactory.builder().streamReadConstraints(limits).build();
        try (var parser = factory.createParser(json)) {
            var steps = new ArrayDeque<Step>();
            while (parser.nextToken() != null) {
                step(parser, steps, reader);
            }
        }
    }

    /** A struct or list that is being read, and where in it. */
    private static final class Step {
        private final boolean isList;
        private String name = "";
        private int index = -1;

        Step(boolean isList) {
            this.isList = isList;
        }

        String name() {
            return isList ? Integer.toString(index) : name;
        }
    }

    private static void step(JsonParser parser, Deque<Step> steps, Reader reader)
            throws IOException {
        var token = parser.currentToken();
        if (token == JsonToken.FIELD_NAME) {
            steps.getLast().name = parser.currentName();
            return;
        }
        if (token.isStructEnd()) {
            steps.removeLast();
            return;
        }
        if (!steps.isEmpty()) {
            steps.getLast().index++;
        }
        if (token.isStructStart()) {
            steps.addLast(new Step(token == JsonToken.START_ARRAY));
        } else if (token == JsonToken.VALUE_STRING) {
            reader.read(
                    steps.stream().map(Step::name).toList(),
                    parser.currentTokenLocation().getLineNr(),
                    part(parser));
        }
    }

    private static Part part(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        String text = parser.getText();
        return new Part(start, (int) parser.currentLocation().getCharOffset(), text);
    }

    private void read(List<String> steps, int line, Part part) {
        if (isIn(steps, "name") && steps.size() == 3) {
            components.put(steps.get(1), part.text());
        }
        way(part.text()).ifPresent(way -> found.add(new Found(steps, line, part, way)));
    }

    private static boolean isIn(List<String> steps, String section) {
        return steps.size() > 2
                && steps.getFirst().equals(COMPONENTS)
                && steps.get(2).equals(section);
    }

    static Optional<Spelling> way(String text) {
        if (isPath(text)) {
            return Optional.of(Spelling.PATH);
        }
        return isPayload(text) ? Optional.of(Spelling.PAYLOAD) : Optional.empty();
    }

    static boolean isPayload(String text) {
        return text.length() <= LONGEST_PAYLOAD
                && (text.startsWith("{") || text.startsWith("["))
                && !strings(text).isEmpty();
    }

    /** Whether a text may be a path: it has folders or an ending, and no line breaks. */
    static boolean isPath(String text) {
        return text.length() > 1
                && text.length() <= LONGEST_PATH
                && (text.startsWith(Spelling.ITEM)
                        || !text.startsWith("{") && !text.startsWith("["))
                && text.indexOf('\n') < 0
                && !text.contains("://")
                && (text.indexOf('/') > 0 || ENDING.matcher(text).matches())
                && LocalPath.names(text).filter(names -> !names.isEmpty()).isPresent();
    }

    /** What schemas and names of components say is no use. */
    private Optional<FileUse> use(Found f) {
        boolean isComposite =
                f.steps().getFirst().equals(COMPONENTS) && components.containsKey(f.steps().get(1));
        boolean isValue = isIn(f.steps(), "data") && f.steps().size() > 5;
        if (!isComposite) {
            return Optional.of(use(file, f));
        }
        return isValue ? Optional.of(value(f)) : Optional.empty();
    }

    private FileUse value(Found f) {
        return new FileUse(
                file,
                f.line(),
                f.part().start(),
                f.part().end(),
                f.steps().get(3),
                components.getOrDefault(f.steps().get(1), ""),
                new FieldPath(f.steps().subList(5, f.steps().size())),
                f.part().text(),
                f.way());
    }

    private static FileUse use(String file, Found f) {
        return new FileUse(
                file,
                f.line(),
                f.part().start(),
                f.part().end(),
                "",
                "",
                new FieldPath(f.steps()),
                f.part().text(),
                f.way());
    }

    /** A text in JSON, with its quotes. */
    static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
