// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.jspecify.annotations.Nullable;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.Reflection;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A question about a project that is asked again without the file that a worker has died of, until
 * there is an answer. Any thread.
 */
public final class Inquiry {
    private static final int MOST_DEATHS = 8;

    private final ScriptWorkers workers;
    private final Path project;
    private final Deadly deadly;
    private final Consumer<FromWorker.Progress> progress;
    private final UnaryOperator<Reflection> keeper;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile Optional<Job> job = Optional.empty();
    private int deaths;

    Inquiry(Reflections.Question question, Deadly deadly) {
        this.workers = question.workers();
        this.project = question.project();
        this.progress = question.progress();
        this.keeper = question.keeper();
        this.deadly = deadly;
    }

    /** How it ended, once it has; never exceptionally and never with a worker that died. */
    public CompletableFuture<Answer> answer() {
        return answer.copy();
    }

    /** Makes it end, at once for who waits for the answer. */
    public void cancel() {
        answer.complete(new Answer.Cancelled());
        job.ifPresent(Job::cancel);
    }

    void ask() {
        var next = workers.reflect(project, deadly.files(), progress);
        job = Optional.of(next);
        next.answer().thenAcceptAsync(this::take).exceptionally(this::fail);
        if (answer.isDone()) {
            next.cancel();
        }
    }

    /** Whoever waits is told in any case. */
    @Nullable Void fail(Throwable failure) {
        answer.complete(new Answer.Failed("The project could not be read. " + failure));
        return null;
    }

    private void take(Answer given) {
        switch (given) {
            case Answer.Died(var exit, var file) -> died(exit, file);
            case Answer.Reflected(var reflection) ->
                    // Kept before anybody knows: who has the answer may end the process.
                    answer.complete(new Answer.Reflected(keeper.apply(reflection)));
            case Answer.Failed failed -> answer.complete(failed);
            case Answer.Cancelled cancelled -> answer.complete(cancelled);
            case Answer.NoWorker none -> answer.complete(none);
        }
    }

    private void died(Exit exit, Optional<String> file) {
        deaths++;
        boolean isNews = file.filter(deadly::add).isPresent();
        // Without a file to leave out, it may have been killed from outside: once more.
        if (deaths < MOST_DEATHS && (isNews || deaths == 1)) {
            ask();
        } else {
            answer.complete(new Answer.Failed("The worker process ended. " + exit.detail()));
        }
    }
}
