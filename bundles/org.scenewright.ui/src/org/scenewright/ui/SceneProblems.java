// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.NamedSources;
import org.scenewright.runtime.Link;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SessionStatus;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.script.wire.Definition;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gathers in the background what is wrong in the files of an open scene and in the assets that it
 * names, a few times a second at most. Any thread.
 */
final class SceneProblems extends Job implements Link, AutoCloseable {
    /** A thousand assets may come in a second, and a drag has sixty steps. */
    static final int PAUSE_MILLIS = 250;

    private final SceneSession session;
    private final AssetLibrary assets;
    private final Supplier<List<Problem>> others;
    private final Executor ui;
    private final Registration link;
    private final AssetLibrary.Registration loading;
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final List<Consumer<Flaws>> watchers = new CopyOnWriteArrayList<>();
    private volatile Flaws now = Flaws.NONE;
    private volatile boolean closed;

    // Of the background.
    private final NamedSources sources = new NamedSources();
    private SceneSnapshot scene;
    private List<Definition> former = List.of();
    private List<Problem> undefined = List.of();
    private List<Problem> library = List.of();
    private boolean isPlayed;
    private boolean areAssetsOld = true;
    private boolean isUndefinedOld = true;

    /**
     * @param others problems that are known elsewhere; asked in the background
     * @param ui runs the watchers
     */
    SceneProblems(
            SceneSession session,
            AssetLibrary assets,
            Supplier<List<Problem>> others,
            Executor ui) {
        super("Gathering the problems of a scene");
        this.session = session;
        this.assets = assets;
        this.others = others;
        this.ui = ui;
        setSystem(true);
        setPriority(DECORATE);
        scene = session.snapshot();
        // Linked first: what happens between is read twice, and comes out as once.
        link = session.link(this);
        begin(session.snapshot());
        loading = assets.onLoaded(source -> post(() -> areAssetsOld = true));
    }

    private void begin(SceneSnapshot first) {
        post(
                () -> {
                    scene = first;
                    sources.reset(first);
                });
    }

    private void post(Runnable task) {
        waiting.add(task);
        look();
    }

    /** Soon asks everybody again. */
    void look() {
        if (!closed) {
            schedule(PAUSE_MILLIS);
        }
    }

    /** Takes what the source files of the project defined once and do no more. */
    void former(List<Definition> gone) {
        post(
                () -> {
                    former = gone;
                    isUndefinedOld = true;
                });
    }

    /**
     * While the scene runs its code may name any asset, so that all that were asked for count.
     *
     * @param on whether it runs
     */
    void played(boolean on) {
        post(
                () -> {
                    isPlayed = on;
                    areAssetsOld = true;
                });
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void changed(SceneSnapshot snapshot, Changes changes) {
        post(() -> follow(snapshot, changes));
    }

    @Override
    public void status(SessionStatus status) {
        look();
    }

    private void follow(SceneSnapshot snapshot, Changes changes) {
        scene = snapshot;
        areAssetsOld |= sources.show(snapshot, changes);
        isUndefinedOld |= !former.isEmpty() && changes.list().stream().anyMatch(this::isFormer);
    }

    private boolean isFormer(Change change) {
        return switch (change) {
            case Change.Written written ->
                    former.stream().anyMatch(gone -> gone.name().equals(written.component()));
            case Change.Declared d -> true;
            case Change.Spawned s -> false;
            case Change.Despawned d -> false;
            case Change.Moved m -> false;
            case Change.Configured c -> false;
        };
    }

    @Override
    @SuppressWarnings("null")
    protected IStatus run(IProgressMonitor monitor) {
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
        boolean isNew = areAssetsOld;
        if (isUndefinedOld) {
            var project = session.project();
            undefined =
                    new Undefined(former).problems(scene, project.relative(project.composite()));
            isUndefinedOld = false;
        }
        if (areAssetsOld) {
            library = assets.problems(source -> isPlayed || sources.holds(source));
            areAssetsOld = false;
        }
        gather(isNew);
        return Status.OK_STATUS;
    }

    private void gather(boolean isNew) {
        var all =
                Stream.of(session.status().problems(), undefined, library, others.get())
                        .flatMap(List::stream)
                        .toList();
        if (isNew || !all.equals(now.problems())) {
            var next = Flaws.of(all, scene, sources);
            if (!next.equals(now)) {
                now = next;
                ui.execute(() -> tell(next));
            }
        }
    }

    private void tell(Flaws next) {
        if (!closed) {
            watchers.forEach(watcher -> watcher.accept(next));
        }
    }

    /** As gathered last. */
    Flaws now() {
        return now;
    }

    /** Calls back on the UI thread with others than before. */
    Registration watch(Consumer<Flaws> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void close() {
        closed = true;
        link.close();
        loading.close();
        cancel();
    }
}
