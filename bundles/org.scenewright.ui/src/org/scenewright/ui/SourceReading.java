// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.script.Answer;
import org.scenewright.script.Inquiry;
import org.scenewright.script.Reflections;
import org.scenewright.script.wire.FromWorker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Reads the source files of a project once, in the background, until it is done or cancelled. */
final class SourceReading extends Job {
    private static final int STEPS = 1000;

    private final Path directory;
    private final CompletableFuture<Reflections> reflections;
    private final BiConsumer<SourceReading, Answer> reader;
    private volatile Optional<Inquiry> inquiry = Optional.empty();

    /**
     * @param reader takes the answer, on the thread of the job
     */
    SourceReading(
            Path directory,
            CompletableFuture<Reflections> reflections,
            BiConsumer<SourceReading, Answer> reader) {
        super("Reading components of " + directory.getFileName());
        this.directory = directory;
        this.reflections = reflections;
        this.reader = reader;
        setPriority(SHORT);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == SourceReading.class;
    }

    @Override
    @SuppressWarnings("null")
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), STEPS);
        var progress = new Steps(monitor);
        var asked = reflections.join().ask(directory, progress::show);
        inquiry = Optional.of(asked);
        if (monitor.isCanceled()) {
            asked.cancel();
        }
        reader.accept(this, asked.answer().join());
        monitor.done();
        return Status.OK_STATUS;
    }

    /** Also when there is news of the files, so that nobody waits for what is out of date. */
    @Override
    protected void canceling() {
        inquiry.ifPresent(Inquiry::cancel);
    }

    /** How far it is; told of by one thread. */
    private static final class Steps {
        private final IProgressMonitor monitor;
        private int told;

        Steps(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        private void show(FromWorker.Progress progress) {
            int now = (int) ((long) STEPS * progress.done() / Math.max(1, progress.total()));
            monitor.subTask(progress.file());
            monitor.worked(Math.max(0, now - told));
            told = Math.max(told, now);
        }
    }
}
