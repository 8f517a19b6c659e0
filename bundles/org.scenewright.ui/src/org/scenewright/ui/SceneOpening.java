// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

/** A scene on its way into an editor: first being read, then open or failed, in the end closed; UI thread. */
final class SceneOpening implements AutoCloseable {
    private final SceneSelection selection;
    private final UiThread ui;
    private final CompletableFuture<OpenScene> scene = new CompletableFuture<>();
    private boolean closed;

    SceneOpening(SceneSelection selection, UiThread ui) {
        this.selection = selection;
        this.ui = ui;
    }

    /** Reads the scene of a file in the background, with progress. */
    void start(Path file) {
        IJobFunction reading = monitor -> read(file, monitor);
        var job = Job.create("Opening " + file.getFileName(), reading);
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private IStatus read(Path file, IProgressMonitor monitor) {
        monitor.beginTask(file.toString(), IProgressMonitor.UNKNOWN);
        var session = SceneSession.open(SceneProject.of(file));
        session.whenCompleteAsync(this::finish, ui);
        // The job only shows that something is going on; who waits for the scene is told by itself.
        return session.handle((opened, failure) -> Status.OK_STATUS).join();
    }

    private void finish(SceneSession session, @Nullable Throwable failure) {
        if (failure != null) {
            scene.completeExceptionally(failure);
        } else if (closed) {
            session.close();
        } else {
            scene.complete(new OpenScene(session, selection, ui));
        }
    }

    void whenOpen(Consumer<OpenScene> reader) {
        scene.thenAccept(reader);
    }

    /** Calls back with a sentence for people when the scene cannot be opened. */
    void whenFailed(Consumer<String> reader) {
        scene.whenComplete((open, failure) -> reason(failure).ifPresent(reader));
    }

    private static Optional<String> reason(@Nullable Throwable failure) {
        if (failure instanceof CompletionException wrapper && wrapper.getCause() != null) {
            return reason(wrapper.getCause());
        }
        return Optional.ofNullable(failure).map(Throwable::getMessage);
    }

    /** The scene, once it is open and until it is closed. */
    Optional<OpenScene> now() {
        return closed || scene.isCompletedExceptionally() ? Optional.empty() : Optional.ofNullable(scene.getNow(null));
    }

    @Override
    public void close() {
        var open = now();
        closed = true;
        open.ifPresent(OpenScene::close);
    }
}
