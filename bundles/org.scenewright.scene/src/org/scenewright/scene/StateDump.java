// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The static state of a scene as the SDK's build writes it into {@code main.crdt}: all its
 * composites instanced into one engine, each component a PUT with timestamp 0.
 *
 * <p>Immutable; made from the files on disk, not from an open document.
 */
public final class StateDump {
    /** The size in bytes of the largest composite that the SDK's build reads. */
    private static final int LARGEST = 16 << 20;

    /** The component that names the scripts of a smart item. */
    public static final String SCRIPT = "asset-packs::Script";

    private final byte[] bytes;
    private final List<String> notes;
    private final SdkEngine engine;
    private final Instancing instancing;
    private final List<Value> scripts = new ArrayList<>();
    private final int highestNumber;

    /** When {@code composite::root}, the note of what is nested where, is written. */
    public enum Listing {
        /** Where something is nested, as by the SDK from version 7.24 on. */
        WHERE_NESTED,
        /** Also where a composite has an empty one, as by older SDKs. */
        WHENEVER_LISTED
    }

    private StateDump(
            SceneProject project, ComponentTypes core, Listing listing, Optional<byte[]> open) {
        var notes = new ArrayList<String>();
        var sources = new LinkedHashMap<String, CompositeSource>();
        for (var file : files(project, open.isPresent())) {
            String src = project.relative(file);
            var text = open.filter(o -> file.equals(project.composite()));
            var source = source(() -> text.orElseGet(() -> read(file, src)), src, notes);
            sources.put(src, source);
        }
        this.engine = new SdkEngine(core);
        this.instancing = new Instancing(engine, sources, listing, notes::add);
        for (var source : sources.values()) {
            instancing.instance(source);
            // The SDK's build collects them anew after each composite, so that early ones come
            // twice.
            addScripts();
        }
        this.highestNumber = highestNumber(sources.values());
        this.bytes = write();
        this.notes = List.copyOf(notes);
    }

    /**
     * Instances the composites of a project.
     *
     * @param core the types that every scene has
     * @throws SceneFormatException when a composite cannot be read, or where the SDK's build fails;
     *     the message names file, entity and component
     */
    public static StateDump of(SceneProject project, ComponentTypes core) {
        return of(project, core, Listing.WHERE_NESTED);
    }

    /** The same, with {@code composite::root} as wished. */
    public static StateDump of(SceneProject project, ComponentTypes core, Listing listing) {
        return new StateDump(project, core, listing, Optional.empty());
    }

    /** The same as if the composite of the project held another text, even if there is no file. */
    static StateDump of(SceneProject project, ComponentTypes core, byte[] composite) {
        // Before it is saved for the first time there is nothing to be built.
        var open = Optional.of(composite).filter(text -> text.length > 0);
        return new StateDump(project, core, Listing.WHERE_NESTED, open);
    }

    /** What {@code main.crdt} holds. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /**
     * Replaces a file with what {@code main.crdt} holds.
     *
     * @throws SceneFormatException when it cannot be written
     */
    public void write(Path file) {
        new DiskFile(file, file.toString()).write(bytes);
    }

    /** Sentences about what is odd in the composites, and what is left out. */
    public List<String> notes() {
        return notes;
    }

    /** The highest number that an entity has in a composite; 0 where there is none. */
    public int highestNumber() {
        return highestNumber;
    }

    /**
     * What the SDK's build tells the code of {@code asset-packs::Script}: an item of the component
     * each, with its {@code entity}, in the order in which they begin.
     */
    public List<Value> scripts() {
        return List.copyOf(scripts);
    }

    private static int highestNumber(Collection<CompositeSource> sources) {
        return sources.stream()
                .flatMap(source -> source.parts().stream())
                .flatMap(part -> part.cells().keySet().stream())
                .mapToInt(Entity::number)
                .max()
                .orElse(0);
    }

    private void addScripts() {
        engine.find(ComponentNumbers.of(SCRIPT)).ifPresent(found -> found.values(this::addScripts));
    }

    private void addScripts(Entity entity, Value component) {
        for (var item : component.items("value")) {
            if (item instanceof Value.Fields(var fields) && !item.text("path", "").isBlank()) {
                var script = new LinkedHashMap<>(fields);
                script.put("entity", Value.of(entity.toLong()));
                scripts.add(new Value.Fields(script));
            }
        }
    }

    /** The component with a number, if a composite has it. */
    Optional<SdkComponent> component(ComponentId id) {
        return engine.find(id);
    }

    /** The file that a component of an entity stands in; empty for none. */
    String origin(Entity entity, SdkComponent component) {
        return instancing.origin(entity, component.name());
    }

    private byte[] write() {
        var out = new CrdtWriter();
        engine.components().forEach(component -> component.write(out, this::unfit));
        var written = out.bytes();
        byte[] all = new byte[written.remaining()];
        written.get(all);
        return all;
    }

    private SceneFormatException unfit(
            Entity entity, SdkComponent component, SchemaException unfit) {
        return new SceneFormatException(
                "%s: entity %s, %s: %s."
                        .formatted(
                                origin(entity, component),
                                entity,
                                component.name(),
                                unfit.getMessage()),
                0);
    }

    private static byte[] read(Path file, String src) {
        return new DiskFile(file, src).read(LARGEST);
    }

    private static CompositeSource source(Supplier<byte[]> text, String src, List<String> notes) {
        try {
            var log = new ProblemLog(src);
            var composite = CompositeReader.read(text.get(), log);
            log.list().forEach(problem -> note(problem, notes));
            return CompositeSource.of(src, composite.sections());
        } catch (SceneFormatException unreadable) {
            boolean isNamed = unreadable.message().startsWith(src);
            String line = unreadable.line() > 0 ? ", line " + unreadable.line() : "";
            throw isNamed
                    ? unreadable
                    : new SceneFormatException(src + line + ": " + unreadable.message(), 0);
        } catch (SchemaException unusable) {
            throw new SceneFormatException(src + ": " + unusable.getMessage() + ".", 0);
        }
    }

    private static void note(Problem problem, List<String> notes) {
        if (CompositeReader.NO_COMPONENTS.contains(problem.message())) {
            throw new SceneFormatException(sentence(problem), 0);
        }
        notes.add(sentence(problem));
    }

    private static String sentence(Problem problem) {
        String entity = problem.entity().isEmpty() ? "" : "entity " + problem.entity() + ", ";
        String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
        return "%s, line %d: %s%s%s"
                .formatted(problem.file(), problem.line(), entity, field, problem.message());
    }

    private static List<Path> files(SceneProject project, boolean isOpen) {
        var files = new ArrayList<>(inOrderOfBuild(project));
        if (isOpen && !files.contains(project.composite())) {
            files.addFirst(project.composite());
        }
        return files;
    }

    /**
     * The composites in the order in which Node's glob finds them: in every folder first its files,
     * then its folders from the last to the first.
     */
    private static List<Path> inOrderOfBuild(SceneProject project) {
        return project.compositesOfBuild().stream()
                .filter(StateDump::isFoundByBuild)
                .sorted(
                        Comparator.comparing(
                                file -> project.directory().relativize(file), StateDump::compare))
                .toList();
    }

    private static boolean isFoundByBuild(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".composite") && !name.startsWith(".");
    }

    private static int compare(Path one, Path other) {
        int shorter = Math.min(one.getNameCount(), other.getNameCount());
        int same = 0;
        while (same < shorter && one.getName(same).equals(other.getName(same))) {
            same++;
        }
        boolean isFile = same + 1 == one.getNameCount();
        boolean isOtherFile = same + 1 == other.getNameCount();
        if (same == shorter || isFile != isOtherFile) {
            return Boolean.compare(isOtherFile, isFile);
        }
        int order = one.getName(same).compareTo(other.getName(same));
        return isFile ? order : -order;
    }
}
