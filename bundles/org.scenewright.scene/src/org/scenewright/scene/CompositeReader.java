// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.core.JsonToken;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValuePool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the parts of a composite in its text; made for one reading. */
final class CompositeReader {
    /** More than all components of all entities that a scene can have in practice. */
    private static final int MOST_CELLS = 2_000_000;

    private static final int MOST_SECTIONS = 10_000;

    private static final String NO_OBJECT = "This component is no object; it is kept as it is.";
    private static final String NO_NAME = "This component has no name; it is kept as it is.";

    /** What is said of elements in the list of components that are none. */
    static final Set<String> NO_COMPONENTS = Set.of(NO_OBJECT, NO_NAME);

    private final byte[] text;
    private final JsonScanner scanner;
    private final ProblemLog log;
    private final List<Span> members = new ArrayList<>();
    private Optional<Span> components = Optional.empty();
    private final List<Span> elements = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private int cells;

    private CompositeReader(byte[] text, ProblemLog log) {
        this.text = text;
        this.scanner = new JsonScanner(text, JsonText.start(text), text.length, new ValuePool());
        this.log = log;
    }

    /**
     * Reads a text; what is wrong with single parts goes to the log.
     *
     * @throws SceneFormatException when the text as a whole is no composite
     */
    static CompositeText read(byte[] text, ProblemLog log) {
        return new CompositeReader(text, log).root();
    }

    private CompositeText root() {
        require(scanner.next() == JsonToken.START_OBJECT, "A composite starts with \"{\".");
        int from = scanner.start();
        while (scanner.next() != JsonToken.END_OBJECT) {
            member();
        }
        var root = new Span(from, scanner.end());
        scanner.finish();
        return new CompositeText(text, root, members, components, elements, sections);
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new SceneFormatException(message, scanner.line());
        }
    }

    private void member() {
        int from = scanner.start();
        String name = scanner.string();
        scanner.next();
        switch (name) {
            case "components" -> components();
            case "version" -> version();
            default -> scanner.skip();
        }
        members.add(new Span(from, scanner.end()));
    }

    private void version() {
        int line = scanner.line();
        if (!scanner.value().equals(Value.of(1))) {
            log.warn(line, "This version of the composite format is not known; version 1 is.");
        }
    }

    private void components() {
        require(scanner.token() == JsonToken.START_ARRAY, "\"components\" is no list.");
        require(components.isEmpty(), "There are two lists of components.");
        int from = scanner.start();
        while (scanner.next() != JsonToken.END_ARRAY) {
            require(
                    elements.size() < MOST_SECTIONS,
                    "There are more than " + MOST_SECTIONS + " components.");
            element();
        }
        components = Optional.of(new Span(from, scanner.end()));
    }

    private void element() {
        int from = scanner.start();
        int line = scanner.line();
        var section = new SectionReading(from, line);
        if (scanner.token() == JsonToken.START_OBJECT) {
            section.read();
        } else {
            log.warn(line, NO_OBJECT);
            scanner.skip();
        }
        elements.add(new Span(from, scanner.end()));
    }

    private final class SectionReading {
        private final int from;
        private final int line;
        private Optional<String> name = Optional.empty();
        private Optional<Value> schema = Optional.empty();
        private Optional<Span> data = Optional.empty();
        private boolean isOdd;
        private final Cells found = new Cells();

        SectionReading(int from, int line) {
            this.from = from;
            this.line = line;
        }

        void read() {
            while (scanner.next() != JsonToken.END_OBJECT) {
                String key = scanner.string();
                scanner.next();
                switch (key) {
                    case "name" -> name();
                    case "jsonSchema" -> schema = Optional.of(scanner.value());
                    case "data" -> data();
                    default -> scanner.skip();
                }
            }
            if (name.isEmpty()) {
                log.warn(line, NO_NAME);
            } else if (!isOdd) {
                sections.add(
                        new Section(
                                name.get(),
                                from,
                                scanner.end(),
                                line,
                                schema,
                                data,
                                found.trimmed()));
            }
        }

        private void name() {
            var value = scanner.value();
            name = value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
        }

        private void data() {
            isOdd = data.isPresent() || scanner.token() != JsonToken.START_OBJECT;
            if (isOdd) {
                log.warn(
                        scanner.line(),
                        "The entities of this component are no object; they are kept as they are.");
                scanner.skip();
                return;
            }
            int start = scanner.start();
            while (scanner.next() != JsonToken.END_OBJECT) {
                require(
                        cells++ < MOST_CELLS,
                        "There are more than " + MOST_CELLS + " components of entities.");
                found.append(cell());
            }
            data = Optional.of(new Span(start, scanner.end()));
        }

        private Cell cell() {
            int key = scanner.start();
            int keyLine = scanner.line();
            var entity = Entity.parse(scanner.string());
            if (entity.isEmpty()) {
                String message =
                        "\""
                                + scanner.string()
                                + "\" is no number of an entity; it is kept as it is.";
                log.warn("", name.orElse(""), keyLine, message);
            }
            scanner.next();
            var content = content();
            return new Cell(entity, key, scanner.end(), keyLine, content);
        }
    }

    private Cell.Content content() {
        if (scanner.token() != JsonToken.START_OBJECT) {
            scanner.skip();
            return new Cell.Content.Unclear("This is no object; it is kept as it is.");
        }
        Cell.Content content =
                new Cell.Content.Unclear(
                        "There is neither \"json\" nor \"binary\" here; it is kept as it is.");
        while (scanner.next() != JsonToken.END_OBJECT) {
            String key = scanner.string();
            scanner.next();
            if (key.equals("json")) {
                content = new Cell.Content.Json(scanner.value());
            } else if (key.equals("binary")
                    && scanner.token() == JsonToken.VALUE_STRING
                    && !(content instanceof Cell.Content.Json)) {
                content = new Cell.Content.Binary(scanner.string());
            } else {
                scanner.skip();
            }
        }
        return content;
    }
}
