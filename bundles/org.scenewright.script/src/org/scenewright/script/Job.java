// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToWorker;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Something that a worker has been asked for. Any thread. */
public final class Job {
    private final ToWorker.Reflect request;
    private final Consumer<FromWorker.Progress> progress;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile Optional<String> file = Optional.empty();

    Job(ToWorker.Reflect request, Consumer<FromWorker.Progress> progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * How it ended, once it has; never exceptionally. What hangs on it runs on a thread of the
     * worker and must be short.
     */
    public CompletableFuture<Answer> answer() {
        return answer.copy();
    }

    /** Makes it end, at once for who waits for the answer. */
    public void cancel() {
        answer.complete(new Answer.Cancelled());
    }

    int number() {
        return request.job();
    }

    ToWorker.Reflect request() {
        return request;
    }

    /** Completed when the worker is free again, which may be later than the answer. */
    CompletableFuture<Void> over() {
        return over;
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void goesOn(FromWorker.Progress sign) {
        file = Optional.of(sign.file());
        progress.accept(sign);
    }

    void end(Answer outcome) {
        over.complete(null);
        answer.complete(outcome);
    }

    Answer diedOf(Exit exit) {
        return new Answer.Died(exit, file);
    }
}
