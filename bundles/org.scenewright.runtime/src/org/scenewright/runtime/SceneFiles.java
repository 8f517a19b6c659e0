// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Changes;
import org.scenewright.scene.Journal;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SaveResult;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.scene.StateDump;
import org.scenewright.scene.StoredCheck;
import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The files of an open scene: saves it, reverts it and takes in what others write.
 *
 * <p>What answers with a future is for any thread, all else for the scene thread.
 */
final class SceneFiles {
    private static final System.Logger LOG = System.getLogger(SceneFiles.class.getName());

    private static final long NOWHERE = -1;

    // Asked for by whoever reads files.
    private volatile Supplier<ComponentTypes> core;
    private volatile boolean isShared;
    private final Owner owner;
    private final DiskWork work;
    private final Optional<Journal> journal;
    private final StoredCheck check;
    private LoadedScene files;
    private Optional<ComponentTypes> declared = Optional.empty();
    private long savedState;
    private final MergeProblems problems = new MergeProblems();

    /** The session that the files belong to. */
    interface Owner {
        Scene scene();

        Document document();

        <T> CompletableFuture<T> onThread(Supplier<T> work);

        Executor thread();

        void publish(Changes changes);

        void publishStatus();
    }

    SceneFiles(
            LoadedScene files, Journal.Opened opened, Supplier<ComponentTypes> core, Owner owner) {
        this.files = files;
        this.core = core;
        this.owner = owner;
        this.work = new DiskWork(owner.thread());
        this.savedState = opened.savedState();
        this.journal = opened.journal();
        this.check = new StoredCheck(opened.scene().snapshot());
    }

    /** Tells the journal what the files hold now. */
    private void note() {
        journal.ifPresent(j -> j.files(files, savedState));
    }

    /** Makes what {@code main.crdt} would hold by now, on any other thread. */
    Supplier<StateDump> dump() {
        var present = files;
        var now = owner.document().snapshot();
        return () -> present.dump(now, core.get());
    }

    /** Completes when all that was done before is in the journal, on the disk. */
    CompletableFuture<Void> durable() {
        return journal.map(Journal::durable)
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IOException("the scene has no journal")));
    }

    /** Ends the journal, with or without what was not saved. */
    CompletableFuture<Void> end(boolean isKept) {
        return journal.map(j -> j.close(isKept || !isDirty()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Whether the document differs from the files. */
    boolean isDirty() {
        return owner.scene().state() != savedState;
    }

    /** Why nothing can be edited: it could never be saved. */
    Optional<String> objection() {
        var project = files.project();
        return files.isReadable()
                ? Optional.empty()
                : Optional.of(
                        project.relative(project.composite())
                                + " cannot be read, so nothing can be changed until it is mended.");
    }

    List<Problem> problems() {
        var list = new ArrayList<>(files.lastingProblems());
        list.addAll(check.problems(files));
        list.addAll(problems.list(files.project(), owner.scene()));
        return list;
    }

    /** What people ought to know of what is merged. */
    MergeProblems merging() {
        return problems;
    }

    CompletableFuture<Saved> save() {
        // Once the session is closed there is no way in any more for what is still to be done.
        return onThread(
                () -> write(LoadedScene::save).thenCompose(this::saveMerged), Failures::unsaved);
    }

    private CompletableFuture<Saved> saveMerged(Saved first) {
        return switch (first) {
            case Saved.ChangedOnDisk(var names, var reasons) ->
                    takeInNow().thenCompose(taken -> saveMerged(names, taken));
            case Saved.Written written -> CompletableFuture.completedFuture(written);
            case Saved.Failed failed -> CompletableFuture.completedFuture(failed);
        };
    }

    private CompletableFuture<Saved> saveMerged(List<String> names, TakenIn taken) {
        var reasons = taken.reasons();
        return reasons.isEmpty()
                ? write(LoadedScene::save)
                : CompletableFuture.completedFuture(new Saved.ChangedOnDisk(names, reasons));
    }

    CompletableFuture<Saved> overwrite() {
        return onThread(() -> write(LoadedScene::overwrite), Failures::unsaved);
    }

    /** What was written and how that went. */
    private record Write(Document written, SaveResult result) {}

    private CompletableFuture<Saved> write(
            BiFunction<LoadedScene, SceneSnapshot, SaveResult> writer) {
        Supplier<Write> io =
                () -> {
                    var written = owner.document();
                    return new Write(written, writer.apply(files, written.snapshot()));
                };
        return work.add(io, this::saved).exceptionally(Failures::unsaved);
    }

    private Saved saved(Write write) {
        return switch (write.result()) {
            case SaveResult.Written(var names) -> {
                savedState = write.written().state();
                problems.settled();
                // What was saved is what people agreed on; later losses nobody has seen yet.
                owner.scene().forgetLosses(write.written().losses());
                note();
                owner.publishStatus();
                yield new Saved.Written(names);
            }
            case SaveResult.ChangedOnDisk(var names) -> new Saved.ChangedOnDisk(names, List.of());
            case SaveResult.Failed(var message) -> new Saved.Failed(message);
        };
    }

    CompletableFuture<Outcome> revert() {
        return onThread(
                () ->
                        work.add(
                                () -> asOthers(LoadedScene.open(files.project(), core)),
                                this::replaced),
                Failures::refused);
    }

    private Outcome replaced(LoadedScene read) {
        var objection = files.objection(read);
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        files = read;
        problems.settled();
        var changes =
                owner.scene().replace(read.snapshot(), Origin.link(Origin.Kind.DISK, ""), "Revert");
        savedState = owner.scene().state();
        note();
        owner.publish(changes);
        catchUp();
        return new Outcome.Accepted(changes);
    }

    /** From now on these types hold, also for files that are read later. */
    Changes declare(ComponentTypes project) {
        core = () -> project;
        declared = Optional.of(project);
        return owner.scene().declare(project);
    }

    /** The types that every scene has here; it may have to wait for them. */
    ComponentTypes core() {
        return core.get();
    }

    /** From now on the document is written into the same texts as by others, or no longer. */
    void share(boolean isIt) {
        isShared = isIt;
    }

    private LoadedScene asOthers(LoadedScene read) {
        return isShared ? read.rewriting(files.texts(), core) : read;
    }

    private LoadedScene.News asOthers(LoadedScene.News news) {
        return new LoadedScene.News(news.base(), asOthers(news.read()), news.objection());
    }

    /** The files as they were read or written last. */
    LoadedScene loaded() {
        return files;
    }

    /**
     * Reads what another replica sent and lets the document become that, to be saved as there.
     *
     * @param adopting does the first, on the thread of the scene
     */
    <T> CompletableFuture<T> adopt(byte[] state, SentState.Adopting<T> adopting) {
        return owner.onThread(
                        () ->
                                work.add(
                                        () -> SentState.read(state, files, core),
                                        sent -> adopted(sent, adopting)))
                .thenCompose(next -> next)
                .thenCompose(result -> checkWritten().thenApply(done -> result));
    }

    private <T> T adopted(SentState sent, SentState.Adopting<T> adopting) {
        var result = adopting.adopt().apply(sent);
        files = sent.files();
        note();
        owner.publish(adopting.changes().apply(result));
        catchUp();
        return result;
    }

    /** Looks whether the files hold what they would be made to hold. */
    private CompletableFuture<Boolean> checkWritten() {
        return owner.onThread(
                        () -> {
                            var now = owner.document();
                            return work.add(
                                    () -> files.isWritten(now.snapshot()),
                                    isIt -> written(now, isIt));
                        })
                .thenCompose(next -> next);
    }

    private boolean written(Document now, boolean isIt) {
        long otherwise = savedState == now.state() ? NOWHERE : savedState;
        savedState = isIt ? now.state() : otherwise;
        note();
        owner.publishStatus();
        return isIt;
    }

    /** Looks whether what changed is as it should be. */
    void check(Changes changes) {
        check.follow(owner.scene().snapshot(), changes);
    }

    /**
     * What others wrote of components that the files declare now is in no file yet; and the types
     * may be others since the files began to be read.
     */
    private void catchUp() {
        declared.ifPresent(types -> owner.publish(owner.scene().declare(types)));
        owner.publish(owner.scene().catchUp(Origin.link(Origin.Kind.PEER, "")));
    }

    CompletableFuture<Boolean> changedOnDisk() {
        return owner.onThread(() -> work.add(() -> files.changedOnDisk(), changed -> changed))
                .thenCompose(changed -> changed);
    }

    CompletableFuture<TakenIn> takeIn() {
        return onThread(this::takeInNow, Failures::unusable);
    }

    private CompletableFuture<TakenIn> takeInNow() {
        return work.<Optional<LoadedScene.News>, TakenIn>add(
                        () -> files.news(core).map(this::asOthers),
                        news -> news.map(this::takeIn).orElseGet(TakenIn.Nothing::new))
                .exceptionally(Failures::unusable);
    }

    /** Takes in what others made of the files before the scene was opened. */
    void takeInFirst(LoadedScene.News news) {
        try {
            takeIn(news);
        } catch (SceneFormatException full) {
            LOG.log(System.Logger.Level.WARNING, "what is on disk cannot be taken in", full);
        }
    }

    private TakenIn takeIn(LoadedScene.News news) {
        if (news.objection().isPresent()) {
            return new TakenIn.Unusable(news.objection().get());
        }
        boolean isClean = !isDirty();
        var taken = owner.scene().takeIn(news.base(), news.read().snapshot());
        files = news.read();
        problems.conflict(taken.conflicts());
        savedState = isClean || taken.isTheirs() ? owner.scene().state() : savedState;
        note();
        owner.publish(taken.changes());
        catchUp();
        return new TakenIn.Merged(
                taken.conflicts().stream().map(c -> c.sentence(owner.scene().snapshot())).toList());
    }

    private <T> CompletableFuture<T> onThread(
            Supplier<CompletableFuture<T>> task, Function<Throwable, T> failed) {
        return owner.onThread(task).thenCompose(next -> next).exceptionally(failed);
    }

    /** Does something after all reading and writing that was asked for before. */
    void whenDone(Runnable task) {
        work.whenDone(task);
    }
}
