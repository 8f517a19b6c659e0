// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/** Makes a snapshot of the parts of a composite; made for one reading. */
final class CompositeLoading {
    private static final Comparator<Entity> BY_NUMBER = Comparator.comparingInt(Entity::number);

    private final List<Section> sections;
    private final ComponentTypes types;
    private final ProblemLog log;
    private final Map<Integer, Entity> entities = new HashMap<>(Map.of(0, Entity.ROOT));
    private final SequencedMap<String, EntityTable<Value>> tables = new LinkedHashMap<>();
    private final Set<Integer> shadowed = new HashSet<>();

    /**
     * What came of it.
     *
     * @param shadowed where the cells start that do not count, because a later one is for the same
     *     entity and component
     * @param problems all that was wrong up to here
     */
    record Loaded(SceneSnapshot snapshot, Set<Integer> shadowed, List<Problem> problems) {}

    private CompositeLoading(List<Section> sections, ComponentTypes types, ProblemLog log) {
        this.sections = sections;
        this.types = types;
        this.log = log;
    }

    static Loaded load(List<Section> sections, ComponentTypes types, ProblemLog log) {
        var loading = new CompositeLoading(sections, types, log);
        loading.collectEntities();
        loading.readCells();
        var snapshot = loading.snapshot();
        loading.check(snapshot);
        return new Loaded(snapshot, loading.shadowed, log.list());
    }

    private void collectEntities() {
        for (var section : sections) {
            for (var cell : section.cells()) {
                cell.entity().ifPresent(entity -> collect(entity, section, cell));
            }
        }
    }

    private void collect(Entity entity, Section section, Cell cell) {
        var known = entities.putIfAbsent(entity.number(), entity);
        if (known != null && !known.equals(entity)) {
            String message =
                    "It has the same number as the entity " + known + "; it is kept as it is.";
            log.warn(entity.toString(), section.name(), cell.line(), message);
        }
    }

    private void readCells() {
        var values = new LinkedHashMap<String, Map<Entity, Optional<Value>>>();
        sections.forEach(section -> values.put(section.name(), new HashMap<>()));
        // From the end, since the last of several cells for the same counts, as in every JSON
        // reader.
        for (var section : sections.reversed()) {
            var taken = values.getOrDefault(section.name(), Map.of());
            for (var cell : section.cells().reversed()) {
                cell.entity()
                        .filter(this::isInScene)
                        .ifPresent(entity -> read(section, cell, entity, taken));
            }
        }
        values.forEach((name, taken) -> tables.put(name, table(taken)));
        StoredSchemas.of(sections)
                .map(stored -> EntityTable.of(Map.of(Entity.ROOT, stored)))
                .ifPresent(table -> tables.put(StoredSchemas.NAME, table));
    }

    private static EntityTable<Value> table(Map<Entity, Optional<Value>> taken) {
        var values = new HashMap<Entity, Value>();
        taken.forEach((entity, value) -> value.ifPresent(v -> values.put(entity, v)));
        return EntityTable.of(values);
    }

    private boolean isInScene(Entity entity) {
        return entity.equals(entities.get(entity.number()));
    }

    private void read(
            Section section, Cell cell, Entity entity, Map<Entity, Optional<Value>> taken) {
        if (taken.containsKey(entity)) {
            shadowed.add(cell.from());
            String message = "It occurs again later; the last one counts.";
            log.warn(entity.toString(), section.name(), cell.line(), message);
        } else {
            taken.put(entity, value(section, cell, entity));
        }
    }

    private Optional<Value> value(Section section, Cell cell, Entity entity) {
        return switch (cell.content()) {
            case Cell.Content.Json(var value) -> Optional.of(value);
            case Cell.Content.Binary(var base64) -> binary(section, cell, base64);
            case Cell.Content.Unclear(var reason) -> {
                log.warn(entity.toString(), section.name(), cell.line(), reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<Value> binary(Section section, Cell cell, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return types.find(section.name()).map(type -> type.codec().fromBytes(bytes));
        } catch (IllegalArgumentException | SchemaException unreadable) {
            String entity = cell.entity().map(Entity::toString).orElse("");
            String message =
                    "Its bytes cannot be read; they are kept as they are: "
                            + unreadable.getMessage()
                            + ".";
            log.warn(entity, section.name(), cell.line(), message);
            return Optional.empty();
        }
    }

    private SceneSnapshot snapshot() {
        var nodes =
                tables.getOrDefault(TreeOrder.NODES, EntityTable.empty())
                        .get(Entity.ROOT)
                        .orElse(Value.EMPTY);
        TreeOrder.listed(nodes).forEach(entity -> entities.putIfAbsent(entity.number(), entity));
        var transforms = tables.getOrDefault(SceneSnapshot.TRANSFORM, EntityTable.empty());
        var lines = transformLines();
        var tree =
                TreeOrder.build(
                        entities.values().stream().sorted(BY_NUMBER).toList(),
                        transforms,
                        nodes,
                        (entity, message) ->
                                log.warn(
                                        entity.toString(),
                                        SceneSnapshot.TRANSFORM + ".parent",
                                        lines.getOrDefault(entity, 0),
                                        message));
        var components = Collections.unmodifiableSequencedMap(tables);
        return new SceneSnapshot(
                0, new SceneSnapshot.Content(types, tree, components, Value.EMPTY));
    }

    private Map<Entity, Integer> transformLines() {
        var lines = new HashMap<Entity, Integer>();
        for (var section : sections) {
            if (section.name().equals(SceneSnapshot.TRANSFORM)) {
                section.cells()
                        .forEach(cell -> cell.entity().ifPresent(e -> lines.put(e, cell.line())));
            }
        }
        return lines;
    }

    private void check(SceneSnapshot snapshot) {
        // Whoever opens the file looks at the others, as long as it is open.
        var fixed = sections.stream().filter(s -> !StoredSchemas.isOpen(s.name())).toList();
        for (var section : fixed) {
            boolean isElsewhere = pointsElsewhere(section.name());
            Predicate<Entity> exists = entity -> isElsewhere || snapshot.holds(entity);
            new SectionCheck(section, exists).check();
        }
    }

    private final class SectionCheck {
        private final Section section;
        private final SchemaCheck check;
        private String entity = "";
        private int line;

        SectionCheck(Section section, Predicate<Entity> exists) {
            this.section = section;
            boolean isWhole =
                    section.name().startsWith("core::")
                            && !section.name().equals(SceneSnapshot.TRANSFORM);
            var type = types.find(section.name()).orElseThrow();
            this.check = new SchemaCheck(type, isWhole, exists, this::complain);
        }

        void check() {
            var table = tables.getOrDefault(section.name(), EntityTable.empty());
            for (var cell : section.cells()) {
                var value = cell.entity().flatMap(table::get);
                if (value.isPresent() && !shadowed.contains(cell.from())) {
                    entity = cell.entity().map(Entity::toString).orElse("");
                    line = cell.line();
                    check.check(value.get());
                }
            }
        }

        private void complain(String path, String message) {
            String field = path.isEmpty() ? section.name() : section.name() + "." + path;
            log.warn(entity, field, line, message);
        }
    }

    /** Numbers in these are not those of entities in this file, or are looked after by the tree. */
    private static boolean pointsElsewhere(String component) {
        return component.equals(SceneSnapshot.TRANSFORM)
                || component.equals("composite::root")
                || component.startsWith("core-schema::Network-");
    }
}
