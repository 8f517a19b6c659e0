// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Problem;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One open scene: the owner of its document, the one door in and the one door out; usable from any
 * thread.
 *
 * <p>Everything happens in the order in which it was asked for. Futures complete on the scene
 * thread, after the links were told; what is chained to them must not block. Files are read and
 * written beside it, one after the other, so that editing goes on meanwhile.
 */
public final class SceneSession implements AutoCloseable {
    private final SceneThread thread;
    private final SceneProject project;
    private final Scene scene;
    private final Links links = new Links();
    private final AtomicLong gestures;
    private final Optional<String> notice;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private final SceneFiles files;
    private final SceneSharing sharing;

    private volatile Document document;
    private volatile SessionStatus status;

    /** What the files need of the session. */
    private final class Inside implements SceneFiles.Owner {
        @Override
        public Scene scene() {
            return scene;
        }

        @Override
        public Document document() {
            return document;
        }

        @Override
        public <T> CompletableFuture<T> onThread(Supplier<T> work) {
            return SceneSession.this.onThread(work);
        }

        @Override
        public Executor thread() {
            return thread;
        }

        @Override
        public void publish(Changes changes) {
            published(changes);
        }

        @Override
        public void publishStatus() {
            SceneSession.this.publishStatus();
        }
    }

    private SceneSession(ReadScene read) {
        this.thread = read.thread();
        this.project = read.files().project();
        var opened = read.opened();
        this.scene = opened.scene();
        this.gestures = new AtomicLong(opened.lastGesture());
        this.notice = opened.notice();
        this.document = Document.of(scene);
        var inside = new Inside();
        this.files = new SceneFiles(read.files(), opened, read.core(), inside);
        this.sharing = new SceneSharing(inside, files);
        this.status = currentStatus();
        opened.news().ifPresent(files::takeInFirst);
    }

    /**
     * Reads a scene on a new thread of its own.
     *
     * <p>What is wrong inside the files is no failure but among the problems of the {@link
     * #status}.
     */
    public static CompletableFuture<SceneSession> open(SceneProject project) {
        return open(project, CoreComponents::load);
    }

    /**
     * As {@link #open(SceneProject)}, with the types that every scene has; they are asked for on
     * the thread that reads, which may wait for them.
     */
    public static CompletableFuture<SceneSession> open(
            SceneProject project, Supplier<ComponentTypes> core) {
        return open(project, core, Optional.empty());
    }

    /**
     * As {@link #open(SceneProject, Supplier)}, with a folder outside all projects in which the
     * scene keeps a journal of what is done: what was not saved when the process was lost comes
     * back, and so does undo.
     */
    public static CompletableFuture<SceneSession> open(
            SceneProject project, Supplier<ComponentTypes> core, Optional<Path> journals) {
        return new ReadScene.Source(project, core, journals).open(SceneSession::new);
    }

    public SceneProject project() {
        return project;
    }

    /** The document after the last change. */
    public SceneSnapshot snapshot() {
        return document.snapshot();
    }

    public SessionStatus status() {
        return status;
    }

    /** What people ought to know about how the scene was opened, as a sentence. */
    public Optional<String> notice() {
        return notice;
    }

    /**
     * Completes when all that was done before survives the loss of the process; it fails where that
     * cannot be said, for want of a journal or since the disk failed.
     */
    public CompletableFuture<Void> durable() {
        return onThread(files::durable).thenCompose(done -> done);
    }

    /** Makes an edit, unless it is {@link #unreadable}, closed, or here to be looked at alone. */
    public CompletableFuture<Outcome> post(Edit edit, Origin origin) {
        return outcome(
                () ->
                        files.objection()
                                .<Outcome>map(Outcome.Refused::new)
                                .orElseGet(() -> scene.apply(edit, origin)));
    }

    /**
     * Lets other types hold from now on: those of the SDK and all that source files of the project
     * define by now. No value, no file and no step of the history changes by it; links are told.
     */
    public CompletableFuture<Changes> declare(ComponentTypes project) {
        return onThread(() -> published(files.declare(project)));
    }

    /**
     * Why the composite could not be read as a whole, if it could not: the document is empty then,
     * and stays so until the file is mended.
     */
    public Optional<Problem> unreadable() {
        var composite = project.relative(project.composite());
        return status.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .filter(problem -> problem.file().equals(composite))
                .findFirst();
    }

    /** Merges messages from a script or a colleague; it fails after {@link #close}. */
    public CompletableFuture<Changes> receive(List<CrdtMessage> batch, Origin origin) {
        return sharing.receive(List.copyOf(batch), origin);
    }

    /** The way to other replicas of this scene. */
    public SceneSharing sharing() {
        return sharing;
    }

    /** Takes the last step of the person at this editor back. */
    public CompletableFuture<Outcome> undo() {
        return outcome(() -> done(scene.undo(), "There is nothing to undo."));
    }

    /** Does the step again that was undone last. */
    public CompletableFuture<Outcome> redo() {
        return outcome(() -> done(scene.redo(), "There is nothing to redo."));
    }

    /** A number that no other gesture of this session has. */
    public long newGesture() {
        return gestures.incrementAndGet();
    }

    /** Takes back all that a gesture did, as if it had not been. */
    public CompletableFuture<Outcome> cancelGesture(long gesture) {
        return outcome(() -> done(scene.cancelGesture(gesture), "There is nothing to take back."));
    }

    private static Outcome done(Optional<Changes> changes, String otherwise) {
        return changes.<Outcome>map(Outcome.Accepted::new)
                .orElseGet(() -> new Outcome.Refused(otherwise));
    }

    private CompletableFuture<Outcome> outcome(Supplier<Outcome> work) {
        return onThread(() -> published(sharing.refusal().orElseGet(work)))
                .exceptionally(Failures::refused);
    }

    private <T> CompletableFuture<T> onThread(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, openThread());
        } catch (RejectedExecutionException closedMeanwhile) {
            return CompletableFuture.failedFuture(closedMeanwhile);
        }
    }

    private SceneThread openThread() {
        if (closed.get()) {
            throw new RejectedExecutionException("the scene is closed");
        }
        return thread;
    }

    private Outcome published(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(var changes) -> published(changes);
            case Outcome.Refused r -> {}
        }
        return outcome;
    }

    private Changes published(Changes changes) {
        thread.require();
        document = Document.of(scene);
        if (!changes.list().isEmpty()) {
            files.check(changes);
            links.tell(scene.snapshot(), changes);
        }
        publishStatus();
        return changes;
    }

    private void publishStatus() {
        var next = currentStatus();
        if (!next.equals(status)) {
            status = next;
            links.tell(next);
        }
    }

    private SessionStatus currentStatus() {
        return new SessionStatus(
                files.isDirty(), scene.undoLabel(), scene.redoLabel(), files.problems());
    }

    /**
     * Writes what changed. What somebody else changed in the files meanwhile is taken in before,
     * see {@link #takeIn}; where that cannot be done, or stands against a change made here, nothing
     * is written.
     */
    public CompletableFuture<Saved> save() {
        return sharing.awareness().saving(files.save());
    }

    /** Writes what changed, over what somebody else wrote. */
    public CompletableFuture<Saved> overwrite() {
        return sharing.awareness().saving(files.overwrite());
    }

    /**
     * Reads the files again and makes the document what they say.
     *
     * <p>It is a step that can be undone like any other: whoever reverts by mistake, or after
     * somebody else changed the files, still has what was there before.
     */
    public CompletableFuture<Outcome> revert() {
        return sharing.refusal()
                .map(CompletableFuture::completedFuture)
                .orElseGet(sharing.keeping()::revert);
    }

    /** Whether somebody else changed a file since it was read or written here. */
    public CompletableFuture<Boolean> changedOnDisk() {
        return files.changedOnDisk();
    }

    /**
     * Takes in what somebody else changed in the files since they were read or written here, field
     * by field. What was edited here and not saved stays, and so does undo, which never takes back
     * what others wrote.
     */
    public CompletableFuture<TakenIn> takeIn() {
        return files.takeIn();
    }

    /** Tells somebody of every change from now on, until the registration is closed. */
    public Registration link(Link link) {
        return links.join(link);
    }

    /**
     * Ends the scene thread after what was asked for before, saving included; returns at once. What
     * was not saved then is given up.
     */
    @Override
    public void close() {
        close(false);
    }

    /**
     * As {@link #close}, when nobody decided what becomes of what was not saved: it comes back when
     * the scene is opened again.
     */
    public void leave() {
        close(true);
    }

    private void close(boolean isKept) {
        if (!closed.getAndSet(true)) {
            thread.execute(() -> files.whenDone(() -> end(isKept)));
        }
    }

    private void end(boolean isKept) {
        files.end(isKept)
                .whenComplete(
                        (done, failure) -> {
                            thread.close();
                            ended.complete(null);
                        });
    }

    /** Completes when all is done that was asked for before {@link #close}. */
    public CompletableFuture<Void> ended() {
        return ended;
    }
}
