// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.core.JsonToken;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValuePool;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A {@code scene.json} as it was read, and the text that it is written back into. Immutable. */
public final class SettingsFile {
    /** The size in bytes of the largest file that is read. */
    static final int LARGEST = 16 << 20;

    private static final JsonText NEW = JsonText.parse(new byte[] {'{', '}'});

    private final String shownName;
    private final byte[] content;
    private final Optional<JsonText> text;
    private final List<Problem> problems;

    private SettingsFile(
            String shownName, byte[] content, Optional<JsonText> text, List<Problem> problems) {
        this.shownName = shownName;
        this.content = content;
        this.text = text;
        this.problems = problems;
    }

    /**
     * Reads a file of any name, which may be missing.
     *
     * @throws SceneFormatException when it cannot be read
     */
    public static SettingsFile read(Path path) {
        var file = read(new DiskFile(path, path.toString()));
        if (file.text.isEmpty()) {
            throw SceneFormatException.unreadable(file.shownName, file.problems);
        }
        return file;
    }

    /**
     * Whether files are ones like {@code scene.json} and not composites, whatever they are called:
     * tools that compare and merge give them other names. Empty ones go with the others.
     *
     * @throws SceneFormatException when some are and some are not, or when one cannot be read
     */
    public static boolean areMeant(List<Path> files) {
        var kinds = new HashSet<Boolean>();
        for (var path : files) {
            isMeant(new DiskFile(path, path.toString()).read(CompositeFile.LARGEST))
                    .ifPresent(kinds::add);
        }
        if (kinds.size() > 1) {
            throw new SceneFormatException(
                    "Some of these files are composites and some are none.", 0);
        }
        return kinds.contains(true);
    }

    /** Nothing where a text is empty or no JSON, which its reader tells best. */
    private static Optional<Boolean> isMeant(byte[] text) {
        try {
            var scanner = new JsonScanner(text, JsonText.start(text), text.length, new ValuePool());
            var keys = new HashSet<String>();
            boolean isStruct = scanner.next() == JsonToken.START_OBJECT;
            while (isStruct && scanner.next() != JsonToken.END_OBJECT) {
                keys.add(scanner.string());
                scanner.next();
                scanner.skip();
            }
            keys.remove("version");
            return keys.isEmpty()
                    ? Optional.empty()
                    : Optional.of(!keys.contains(Frame.COMPONENTS));
        } catch (SceneFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads a file, which may be missing; what is wrong in it is told by {@link #problems}. */
    static SettingsFile read(DiskFile file) {
        try {
            return written(file.read(LARGEST), file.shownName());
        } catch (SceneFormatException unreadable) {
            return unreadable(file.shownName(), new byte[0], unreadable);
        }
    }

    /** What a file with a content would be; an empty one is as good as missing. */
    static SettingsFile written(byte[] content, String shownName) {
        return content.length == 0 ? missing(shownName) : of(content, shownName);
    }

    private static SettingsFile missing(String shownName) {
        var log = new ProblemLog(shownName);
        log.warn(
                0,
                "The file is missing or empty, so title, parcels and spawn points are not known.");
        return new SettingsFile(shownName, new byte[0], Optional.of(NEW), log.list());
    }

    static SettingsFile of(byte[] content, String shownName) {
        try {
            var text = JsonText.parse(content);
            if (!(text.value() instanceof Value.Fields)) {
                throw new SceneFormatException("A scene.json starts with \"{\".", 1);
            }
            return new SettingsFile(
                    shownName,
                    content,
                    Optional.of(text),
                    SceneSettings.problems(text.value(), shownName));
        } catch (SceneFormatException unreadable) {
            return unreadable(shownName, content, unreadable);
        }
    }

    private static SettingsFile unreadable(
            String shownName, byte[] content, SceneFormatException why) {
        var log = new ProblemLog(shownName);
        log.unreadable(why);
        return new SettingsFile(shownName, content, Optional.empty(), log.list());
    }

    /** The bytes that were read; nobody changes them. */
    byte[] content() {
        return content;
    }

    /** What the file says. */
    public Value value() {
        return text.map(JsonText::value).orElse(Value.EMPTY);
    }

    /**
     * All that the text says.
     *
     * @throws SceneFormatException when it says something twice, so that nobody can tell what holds
     */
    Value whole() {
        return text.map(t -> t.unambiguous(shownName)).orElse(Value.EMPTY);
    }

    /** Whether the text was understood; one that was not is never written over. */
    boolean isReadable() {
        return text.isPresent();
    }

    List<Problem> problems() {
        return problems;
    }

    /**
     * The content that says a value; nothing where it says it already.
     *
     * @throws SceneFormatException when the content was not understood and the value says something
     */
    Optional<byte[]> write(Value now) {
        if (text.isEmpty() && !now.equals(value())) {
            throw SceneFormatException.notUnderstood(shownName);
        }
        var ordered = FieldOrder.of(SettingsSchema.SCHEMA, now, Optional.of(value()));
        return text.filter(t -> t != NEW || !now.equals(value())).map(t -> t.with(ordered));
    }
}
