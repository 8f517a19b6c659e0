// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.databind.JsonNode;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A composite as the SDK's loader sees it: components in the order of the file, entities in the
 * order of their numbers.
 *
 * <p>Instancing may change the values, since instances share them with the composite.
 *
 * @param src the path inside the project
 */
record CompositeSource(String src, List<Part> parts) {

    /** All components of one name. */
    record Part(String name, Optional<Value> jsonSchema, SequencedMap<Entity, Content> cells) {}

    /** One component of one entity. */
    sealed interface Content {
        /** A value. */
        record Live(JsonNode value) implements Content {}

        /** Bytes on the wire; empty also where there is neither value nor bytes. */
        record Bytes(byte[] bytes) implements Content {}
    }

    /**
     * @throws SceneFormatException when a part cannot be told to the SDK
     */
    static CompositeSource of(String src, List<Section> sections) {
        var parts = new ArrayList<Part>();
        for (var section : sections) {
            var cells = new TreeMap<Entity, Content>();
            section.cells().forEach(cell -> cells.put(entity(src, section, cell), content(cell)));
            parts.add(new Part(section.name(), section.schema().filter(s -> !isNull(s)), cells));
        }
        return new CompositeSource(src, List.copyOf(parts));
    }

    private static Entity entity(String src, Section section, Cell cell) {
        return cell.entity()
                .orElseThrow(
                        () ->
                                new SceneFormatException(
                                        src
                                                + ": "
                                                + section.name()
                                                + " has a key in line "
                                                + cell.line()
                                                + " that is no number of an entity.",
                                        0));
    }

    private static Content content(Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Json(var value) ->
                    isNull(value) ? new Content.Bytes(new byte[0]) : live(value);
            case Cell.Content.Binary(var base64) -> new Content.Bytes(bytes(base64));
            case Cell.Content.Unclear u -> new Content.Bytes(new byte[0]);
        };
    }

    private static Content live(Value value) {
        return new Content.Live(LiveValue.of(value));
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Nothing;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            throw new SchemaException("no valid base64: " + noBase64.getMessage());
        }
    }

    /** Where a path means, read from the composite at {@code src}; without a slash in front. */
    String resolve(String path) {
        var steps = new ArrayList<String>();
        if (path.startsWith(".")) {
            walk(steps, src);
            steps.removeLast();
        }
        walk(steps, path);
        return String.join("/", steps);
    }

    private static void walk(List<String> steps, String path) {
        for (String step : path.split("/")) {
            switch (step) {
                case "", "." -> {}
                case ".." -> {
                    if (!steps.isEmpty()) {
                        steps.removeLast();
                    }
                }
                default -> steps.add(step);
            }
        }
    }
}
