// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.BinaryComposite;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One composite file as it was read: its entities, components and types, and the text that it is
 * written back into.
 *
 * <p>Immutable. Nothing in the content of a file makes reading fail: what is wrong is told by
 * {@link #problems}.
 */
public final class CompositeFile {
    /** The size in bytes of the largest file that is read. */
    public static final int LARGEST = 128 << 20;

    private static final String BINARY =
            "This is a binary composite, which can be seen but not changed here.";

    private static final byte[] NEW =
            "{\n  \"version\": 1,\n  \"components\": []\n}".getBytes(StandardCharsets.UTF_8);

    private final String shownName;
    private final byte[] text;
    private final Optional<CompositeText> composite;
    private final CompositeLoading.Loaded loaded;

    private CompositeFile(
            String shownName,
            byte[] text,
            Optional<CompositeText> composite,
            CompositeLoading.Loaded loaded) {
        this.shownName = shownName;
        this.text = text;
        this.composite = composite;
        this.loaded = loaded;
    }

    /**
     * Reads a file; one that does not exist is an empty one.
     *
     * @param shownName the path inside the project, for problems
     * @param core the types that every scene has
     */
    public static CompositeFile read(Path file, String shownName, ComponentTypes core) {
        return read(new DiskFile(file, shownName), () -> core);
    }

    static CompositeFile read(DiskFile file, Supplier<ComponentTypes> core) {
        try {
            return of(file.read(LARGEST), file.shownName(), core);
        } catch (SceneFormatException unreadable) {
            return unreadable(new byte[0], file.shownName(), core.get(), unreadable);
        }
    }

    /** Reads the text of a file. */
    public static CompositeFile of(byte[] text, String shownName, ComponentTypes core) {
        return of(text, shownName, () -> core);
    }

    /** The types, which may still be loading, are asked for when the text has been gone through. */
    private static CompositeFile of(byte[] text, String shownName, Supplier<ComponentTypes> core) {
        var log = new ProblemLog(shownName);
        try {
            if (isBlank(text)) {
                log.warn(0, "The file is missing or empty; saving a change creates it.");
            }
            var composite = CompositeReader.read(isBlank(text) ? NEW : text, log);
            var types = DeclaredTypes.of(core.get(), composite.sections(), log);
            var loaded = CompositeLoading.load(composite.sections(), types, log);
            return new CompositeFile(shownName, text, Optional.of(composite), loaded);
        } catch (SceneFormatException unreadable) {
            return binary(text, shownName, core.get())
                    .orElseGet(() -> unreadable(text, shownName, core.get(), unreadable));
        }
    }

    /** The composite that is there in its binary form, which is shown but not written. */
    private static Optional<CompositeFile> binary(
            byte[] bytes, String shownName, ComponentTypes core) {
        try {
            var log = new ProblemLog(shownName);
            log.unreadable(new SceneFormatException(BINARY, 0));
            byte[] text = json(BinaryComposite.read(bytes));
            var sections = CompositeReader.read(text, log).sections();
            var types = DeclaredTypes.of(core, sections, log);
            var loaded = CompositeLoading.load(sections, types, log);
            return Optional.of(new CompositeFile(shownName, bytes, Optional.empty(), loaded));
        } catch (SchemaException | SceneFormatException noComposite) {
            // Then it is what it was first taken for.
            return Optional.empty();
        }
    }

    private static byte[] json(Value composite) {
        return ValueJson.print(composite).getBytes(StandardCharsets.UTF_8);
    }

    private static CompositeFile unreadable(
            byte[] text, String shownName, ComponentTypes core, SceneFormatException why) {
        var log = new ProblemLog(shownName);
        log.unreadable(why);
        var loaded = CompositeLoading.load(List.of(), core, log);
        return new CompositeFile(shownName, text, Optional.empty(), loaded);
    }

    private static boolean isBlank(byte[] text) {
        for (int i = JsonText.start(text); i < text.length; i++) {
            if (!Character.isWhitespace(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** The bytes that were read; nobody changes them. */
    byte[] content() {
        return text;
    }

    /** Whether the text as a whole was understood; one that was not is never written over. */
    public boolean isReadable() {
        return composite.isPresent();
    }

    /**
     * Does nothing for a file that was understood.
     *
     * @throws SceneFormatException when it was not
     */
    public void requireReadable() {
        if (!isReadable()) {
            throw SceneFormatException.unreadable(shownName, problems());
        }
    }

    /**
     * All that the text says, the parts included that no document knows.
     *
     * @throws SceneFormatException when it says something twice, so that nobody can tell what holds
     */
    Value whole() {
        return JsonText.parse(isBlank(text) ? NEW : text).unambiguous(shownName);
    }

    /** What is wrong in the file. */
    public List<Problem> problems() {
        var open = new StoredCheck(loaded.snapshot()).problems(this);
        if (open.isEmpty() || loaded.problems().isEmpty()) {
            return open.isEmpty() ? loaded.problems() : open;
        }
        var all = new ArrayList<>(loaded.problems());
        all.addAll(open);
        all.sort(Comparator.comparingInt(Problem::line));
        return all;
    }

    /** What is wrong besides what a {@link StoredCheck} finds. */
    List<Problem> lastingProblems() {
        return loaded.problems();
    }

    private Stream<Section> sections(String component) {
        return composite.stream()
                .flatMap(text -> text.sections().stream())
                .filter(section -> section.name().equals(component));
    }

    /** The line in which a component begins; 0 where the file does not have it. */
    int line(String component) {
        return sections(component).mapToInt(Section::line).findFirst().orElse(0);
    }

    /** The lines in which the values of a component stand. */
    Map<Entity, Integer> lines(String component) {
        var lines = new HashMap<Entity, Integer>();
        sections(component)
                .flatMap(section -> section.cells().stream())
                .forEach(cell -> cell.entity().ifPresent(e -> lines.put(e, cell.line())));
        return lines;
    }

    /** The core's types and those that the file declares. */
    public ComponentTypes types() {
        return loaded.snapshot().types();
    }

    /** The components whose schema the file says, in its order. */
    public List<Declared> declared() {
        return sections().stream()
                .flatMap(section -> section.schema().map(json -> declared(section, json)).stream())
                .toList();
    }

    private static Declared declared(Section section, Value json) {
        boolean isUsed = section.cells().iterator().hasNext();
        return new Declared(section.name(), section.line(), json, isUsed);
    }

    /**
     * What the file says of a component that its definition does not: of its shape without an
     * entity, and of its values by entity and field.
     *
     * @param defined the type as it is defined elsewhere
     */
    public List<Problem> misfits(ComponentType defined) {
        var now = loaded.snapshot();
        var stored = StoredSchemas.stored(defined, StoredSchemas.text(now, defined.name()));
        var check = StoredCheck.of(now.withTypes(now.types().with(stored)), defined.name());
        return check.problems(this);
    }

    private List<Section> sections() {
        return composite.map(CompositeText::sections).orElse(List.of());
    }

    /** The path inside the project. */
    public String shownName() {
        return shownName;
    }

    /** The empty snapshot filled with the entities and components of this file. */
    public SceneSnapshot fill(SceneSnapshot empty) {
        return loaded.snapshot().withRevision(empty.revision()).withSettings(empty.settings());
    }

    /**
     * The text of the file with what a snapshot changed in it; the same bytes where it changed
     * nothing.
     *
     * @throws SceneFormatException when the text was not understood and the snapshot holds
     *     something to be written
     */
    public byte[] write(SceneSnapshot now) {
        if (composite.isEmpty()) {
            return unwritten(now);
        }
        var changes = CompositeWriting.changes(composite.get(), loaded, now);
        return changes.isEmpty() ? text.clone() : changes.apply(composite.get().text());
    }

    private byte[] unwritten(SceneSnapshot now) {
        if (now.size() > 1 || !now.componentNames().isEmpty()) {
            throw SceneFormatException.notUnderstood(shownName);
        }
        return text.clone();
    }
}
