// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * What a composite holds besides the values of components: schemas, unknown keys, and cells that
 * were not understood.
 *
 * <p>As one value, so that it is compared and merged like any other: the components by name instead
 * of in a list, the cells without what the document knows of them.
 */
final class Frame {
    static final String COMPONENTS = "components";
    static final String DATA = "data";
    private static final String NAME = "name";

    private final SceneSnapshot known;
    private final UnaryOperator<Entity> now;

    private Frame(SceneSnapshot known, UnaryOperator<Entity> now) {
        this.known = known;
        this.now = now;
    }

    /**
     * The frame of a file.
     *
     * @param whole all that the file says
     * @param known what the document knows of it
     * @param now the number that an entity of the file has in the frame
     */
    static Value of(Value whole, SceneSnapshot known, UnaryOperator<Entity> now) {
        var frame = new Frame(known, now);
        var sections = new LinkedHashMap<String, Value>();
        for (var section : whole.items(COMPONENTS)) {
            name(section)
                    .ifPresent(name -> sections.putIfAbsent(name, frame.section(name, section)));
        }
        return whole.with(FieldPath.of(COMPONENTS), new Value.Fields(sections));
    }

    static Optional<String> name(Value section) {
        return Optional.ofNullable(section.members().get(NAME))
                .map(name -> name.text("", ""))
                .filter(name -> !name.isEmpty());
    }

    private Value section(String name, Value section) {
        var cells = new LinkedHashMap<String, Value>();
        member(section, DATA).members().forEach((key, cell) -> cell(name, key, cell, cells));
        var rest = section.without(FieldPath.of(NAME)).without(FieldPath.of(DATA));
        return cells.isEmpty() ? rest : rest.with(FieldPath.of(DATA), new Value.Fields(cells));
    }

    static Value member(Value value, String name) {
        return value.members().getOrDefault(name, Value.EMPTY);
    }

    private void cell(String component, String key, Value cell, Map<String, Value> cells) {
        var entity = Entity.parse(key);
        var rest = isTold(known, entity, component) ? extras(cell) : cell;
        if (!rest.equals(Value.EMPTY)) {
            cells.put(entity.map(e -> now.apply(e).toString()).orElse(key), rest);
        }
    }

    /** Whether the document knows a value of a cell. */
    static boolean isTold(SceneSnapshot known, Optional<Entity> entity, String component) {
        return entity.flatMap(e -> known.value(e, component)).isPresent();
    }

    /** A cell without its value. */
    static Value extras(Value cell) {
        return cell.without(FieldPath.of(CellWriting.JSON))
                .without(FieldPath.of(CellWriting.BINARY));
    }

    /** A cell with other extras; its value stays. */
    static Value withExtras(Value cell, Value extras) {
        SequencedMap<String, Value> all = new LinkedHashMap<>(cell.members());
        extras(cell).members().keySet().forEach(all::remove);
        all.putAll(extras.members());
        return new Value.Fields(all);
    }
}
