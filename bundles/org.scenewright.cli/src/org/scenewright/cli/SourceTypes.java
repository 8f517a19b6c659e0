// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.script.Answer;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.Reflections;
import org.scenewright.script.WorkerHome;
import org.scenewright.script.wire.Reflection;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Asks what the source files of a project define, in a process that is gone afterwards. */
final class SourceTypes {
    private static final Reflection NONE = new Reflection(List.of(), List.of(), List.of());

    private SourceTypes() {}

    /** Whether there is what it takes to read them. */
    static boolean canBeRead() {
        return WorkerHome.ofProperty(cache()).isPresent();
    }

    /**
     * The types that every scene has and those that the files define.
     *
     * @throws CommandFailed when the files cannot be read
     */
    static ComponentTypes beside(ComponentTypes core, Path project) {
        return ProjectTypes.of(core, of(project)).types();
    }

    /**
     * What the files define, and what is the matter with them.
     *
     * @throws CommandFailed when they cannot be read
     */
    static Reflection of(Path project) {
        var home =
                WorkerHome.ofProperty(cache())
                        .orElseThrow(() -> new CommandFailed(unread("start releng/scenewright")));
        return switch (Reflections.once(home, project)) {
            case Answer.Reflected(var reflection) -> reflection;
            case Answer.Failed(var message) -> throw new CommandFailed(unread(message));
            case Answer.NoWorker(var reason) -> throw new CommandFailed(unread(reason));
            case Answer.Died(var exit, var file) -> throw new CommandFailed(unread(exit.detail()));
            case Answer.Cancelled() -> throw new CommandFailed(unread("It was cancelled."));
        };
    }

    /** The same, with nothing found where they cannot be read, which is told. */
    static Reflection orNone(Path project, Consumer<String> warnings) {
        try {
            return canBeRead() ? of(project) : NONE;
        } catch (CommandFailed unread) {
            warnings.accept(unread.getMessage());
            return NONE;
        }
    }

    private static String unread(String reason) {
        return "The TypeScript files cannot be read: " + reason;
    }

    /** Keeps what need not be read twice. */
    static Path cache() {
        String home = System.getProperty("user.home", "");
        String usual = Path.of(home, ".cache", "scenewright").toString();
        return Path.of(System.getProperty("scenewright.cache", usual));
    }
}
