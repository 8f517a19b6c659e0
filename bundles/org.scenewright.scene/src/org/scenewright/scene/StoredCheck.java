// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What is wrong with the components of an open document that the SDK does not define: their shape
 * is not what the project says by now, or their values do not fit it.
 *
 * <p>It follows the document, at the cost of what changed; confined to one thread.
 */
public final class StoredCheck {
    private final Map<String, List<Complaint>> shapes = new TreeMap<>();
    private final Map<String, Map<Entity, List<Complaint>>> values = new TreeMap<>();

    /** A part that is wrong, and why. */
    private record Complaint(String path, String message) {
        String field(String component) {
            return path.isEmpty() ? component : component + "." + path;
        }
    }

    private final BiPredicate<SceneSnapshot, Entity> exists;

    private StoredCheck(BiPredicate<SceneSnapshot, Entity> exists) {
        this.exists = exists;
    }

    /** Looks through a whole document. */
    public StoredCheck(SceneSnapshot now) {
        this(SceneSnapshot::holds);
        now.componentNames().forEach(name -> component(now, name));
    }

    /** Looks at one component, wherever its references lead. */
    static StoredCheck of(SceneSnapshot now, String component) {
        var check = new StoredCheck((document, entity) -> true);
        check.component(now, component);
        return check;
    }

    /** Looks at what changed. */
    public void follow(SceneSnapshot now, Changes changes) {
        var declared = new LinkedHashSet<String>();
        for (var change : changes.list()) {
            switch (change) {
                case Change.Written(var entity, var component, var before, var after) -> {
                    if (component.equals(StoredSchemas.NAME)) {
                        now.componentNames().forEach(name -> reshape(now, name));
                    } else if (StoredSchemas.isOpen(component)) {
                        value(now, component, entity, after);
                    }
                }
                case Change.Declared(var component) -> declared.add(component);
                case Change.Spawned s -> {}
                case Change.Despawned d -> {}
                case Change.Moved m -> {}
                case Change.Configured c -> {}
            }
        }
        declared.forEach(component -> component(now, component));
    }

    private void component(SceneSnapshot now, String component) {
        values.remove(component);
        shape(now, component);
        if (StoredSchemas.isOpen(component)) {
            now.forEach(component, (e, value) -> value(now, component, e, Optional.of(value)));
        }
    }

    /** What values must have depends on whether their shape is right. */
    private void reshape(SceneSnapshot now, String component) {
        boolean wasOld = shapes.containsKey(component);
        shape(now, component);
        if (shapes.containsKey(component) != wasOld) {
            component(now, component);
        }
    }

    private void shape(SceneSnapshot now, String component) {
        shapes.remove(component);
        now.types()
                .find(component)
                .filter(type -> StoredSchemas.isOld(now, type))
                .ifPresent(type -> shapes.put(component, differences(now, type)));
    }

    private static List<Complaint> differences(SceneSnapshot now, ComponentType type) {
        var complaints = new ArrayList<Complaint>();
        var comparison = new SchemaDifference((path, why) -> complaints.add(of(path, why)));
        StoredSchemas.schema(now, type.name())
                .ifPresentOrElse(
                        stored -> comparison.compare(stored, defined(type)),
                        () ->
                                complaints.add(
                                        of("", "The scene says nothing usable of its shape.")));
        return complaints;
    }

    private static Complaint of(String path, String why) {
        return new Complaint(path, why);
    }

    /** The schema as composites have it, which know no defaults but those of choices. */
    private static Schema defined(ComponentType type) {
        return type.definition()
                .map(json -> JsonSchemas.read(ValueJson.write(ValueJson.parse(json))))
                .orElse(type.schema());
    }

    private void value(SceneSnapshot now, String component, Entity entity, Optional<Value> value) {
        var found = new ArrayList<Complaint>();
        var type = now.types().find(component);
        if (value.isPresent() && type.isPresent()) {
            // Where the shape lacks a field, that has been told.
            boolean isWhole = type.get().definition().isPresent() && !shapes.containsKey(component);
            new SchemaCheck(
                            type.get(),
                            isWhole,
                            e -> exists.test(now, e),
                            (path, why) -> found.add(of(path, why)))
                    .check(value.get());
        }
        var others = values.getOrDefault(component, Map.of());
        if (!found.isEmpty()) {
            values.computeIfAbsent(component, c -> new TreeMap<>()).put(entity, found);
        } else if (others.containsKey(entity)) {
            others.remove(entity);
        }
    }

    /**
     * What is wrong now.
     *
     * @param files where it stands, as far as that is there already
     */
    public List<Problem> problems(LoadedScene files) {
        return shapes.isEmpty() && values.isEmpty() ? List.of() : problems(files.composite());
    }

    /** What is wrong, in the order of the lines of a file. */
    List<Problem> problems(CompositeFile file) {
        var log = new ProblemLog(file.shownName());
        shapes.forEach(
                (component, list) -> {
                    int line = file.line(component);
                    list.forEach(c -> log.warn("", c.field(component), line, c.message()));
                });
        values.forEach((component, found) -> tell(file, component, found, log));
        return log.list();
    }

    private static void tell(
            CompositeFile file,
            String component,
            Map<Entity, List<Complaint>> found,
            ProblemLog log) {
        var lines = found.isEmpty() ? Map.<Entity, Integer>of() : file.lines(component);
        found.forEach(
                (entity, list) -> {
                    int line = lines.getOrDefault(entity, 0);
                    list.forEach(
                            c ->
                                    log.warn(
                                            entity.toString(),
                                            c.field(component),
                                            line,
                                            c.message()));
                });
    }
}
