// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.Reflection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What the source files of projects say about their components; there is one for all open scenes.
 * Any thread.
 */
public final class Reflections {
    private final ScriptWorkers workers;
    private final LastReflections last;
    private final LastReflections former;
    private final ConcurrentMap<Path, Deadly> deadly = new ConcurrentHashMap<>();

    /**
     * @param folder keeps the last answers across restarts; it may be deleted at any time
     */
    public Reflections(ScriptWorkers workers, Path folder) {
        this.workers = workers;
        last = new LastReflections(folder);
        former = new LastReflections(folder.resolve("former"));
    }

    /**
     * Asks a worker of its own and waits; nothing of it is left behind when this returns.
     *
     * @param project the folder whose source files are read
     */
    public static Answer once(WorkerHome home, Path project) {
        try (var workers = new ScriptWorkers(home, WorkerLimits.BRIEF)) {
            var folder = home(project);
            var question = new Question(workers, folder, sign -> {}, UnaryOperator.identity());
            var inquiry = new Inquiry(question, new Deadly(folder));
            inquiry.ask();
            var answer = inquiry.answer().join();
            workers.end();
            return answer;
        }
    }

    /** What is asked of whom, who is told how far it is, and what becomes of the answer. */
    record Question(
            ScriptWorkers workers,
            Path project,
            Consumer<FromWorker.Progress> progress,
            UnaryOperator<Reflection> keeper) {}

    /**
     * What was found in a project the last time, which may be out of date. It reads a file: not for
     * the UI thread.
     */
    public Optional<Reflection> last(Path project) {
        return last.read(home(project));
    }

    /**
     * Asks again; files that are as they were last time cost next to nothing. Of a file that cannot
     * be parsed at the moment, what was known before is part of the answer.
     *
     * @param progress told of every file, on a thread of the worker
     */
    public Inquiry ask(Path project, Consumer<FromWorker.Progress> progress) {
        var home = home(project);
        var question = new Question(workers, home, progress, found -> keep(home, found));
        var inquiry = new Inquiry(question, deadly.computeIfAbsent(home, Deadly::new));
        // Which files are still as they were is read from the disk.
        CompletableFuture.runAsync(inquiry::ask).exceptionally(inquiry::fail);
        return inquiry;
    }

    /**
     * What source files of a project defined once and, when they were read last, none did any more.
     * It reads a file: not for the UI thread.
     */
    public List<Definition> former(Path project) {
        return former.read(home(project)).map(Reflection::definitions).orElse(List.of());
    }

    private Reflection keep(Path home, Reflection found) {
        var before = last.read(home);
        var good = new LastGood(found);
        var whole = good.isWanted() ? before.map(good::from).orElse(found) : found;
        last.write(home, whole);
        keepFormer(home, whole, before.map(Reflection::definitions).orElse(List.of()));
        return whole;
    }

    private void keepFormer(Path home, Reflection now, List<Definition> before) {
        var known = former(home);
        var gone = new Former(now).since(known, before);
        if (!gone.equals(known)) {
            former.write(home, new Reflection(gone, List.of(), List.of()));
        }
    }

    private static Path home(Path project) {
        return project.toAbsolutePath().normalize();
    }
}
