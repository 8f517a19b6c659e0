// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/** A {@code scene.json} as it was read, and the text that it is written back into. Immutable. */
final class SettingsFile {
    /** The size in bytes of the largest file that is read. */
    static final int LARGEST = 16 << 20;

    private static final JsonText NEW = JsonText.parse(new byte[] {'{', '}'});

    private final String shownName;
    private final Optional<JsonText> text;
    private final List<Problem> problems;

    private SettingsFile(String shownName, Optional<JsonText> text, List<Problem> problems) {
        this.shownName = shownName;
        this.text = text;
        this.problems = problems;
    }

    /** Reads a file, which may be missing; what is wrong in it is told by {@link #problems}. */
    static SettingsFile read(DiskFile file) {
        try {
            byte[] content = file.read(LARGEST);
            return content.length == 0 ? missing(file.shownName()) : of(content, file.shownName());
        } catch (SceneFormatException unreadable) {
            return unreadable(file.shownName(), unreadable);
        }
    }

    private static SettingsFile missing(String shownName) {
        var log = new ProblemLog(shownName);
        log.warn(
                0,
                "The file is missing or empty, so title, parcels and spawn points are not known.");
        return new SettingsFile(shownName, Optional.of(NEW), log.list());
    }

    static SettingsFile of(byte[] content, String shownName) {
        try {
            var text = JsonText.parse(content);
            if (!(text.value() instanceof Value.Fields)) {
                throw new SceneFormatException("A scene.json starts with \"{\".", 1);
            }
            return new SettingsFile(
                    shownName, Optional.of(text), SceneSettings.problems(text.value(), shownName));
        } catch (SceneFormatException unreadable) {
            return unreadable(shownName, unreadable);
        }
    }

    private static SettingsFile unreadable(String shownName, SceneFormatException why) {
        var log = new ProblemLog(shownName);
        log.unreadable(why);
        return new SettingsFile(shownName, Optional.empty(), log.list());
    }

    Value value() {
        return text.map(JsonText::value).orElse(Value.EMPTY);
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
        return text.filter(t -> t != NEW || !now.equals(value())).map(t -> t.with(now));
    }
}
