// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.collab.Role;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The scenes of a workbench that several people edit; UI thread. */
public final class SharedScenes implements IDisposable {
    private final UiThread ui;
    private final MyIdentity identity = new MyIdentity();
    private final MyHabits habits = new MyHabits();
    private final EditorWatch editors;
    private final Map<SceneSession, Shared> shared = new LinkedHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Optional<String> failure = Optional.empty();
    private boolean opening;

    SharedScenes(IWorkbench workbench) {
        ui = new UiThread(workbench.getDisplay());
        editors = new EditorWatch(workbench, this::changed, this::leave);
    }

    MyHabits habits() {
        return habits;
    }

    UiThread ui() {
        return ui;
    }

    /** The scene of the editor that is before the person, once it has been read. */
    Optional<SceneSession> active() {
        return editors.active().flatMap(SharedScenes::scene);
    }

    static Optional<SceneSession> scene(IEditorPart editor) {
        return Optional.ofNullable(editor.getAdapter(SceneSession.class));
    }

    /** How the scene before the person is shared. */
    Optional<Shared> current() {
        return active().map(shared::get);
    }

    /** Whether one is about to be shared or joined. */
    boolean isOpening() {
        return opening;
    }

    /** Why the last one could not be shared or joined. */
    Optional<String> failure() {
        return failure;
    }

    /** Calls back when any of it changes, and when another editor is before the person. */
    Registration watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void changed() {
        watchers.forEach(Runnable::run);
    }

    void share(SceneSession scene, Meeting meeting, Role others) {
        begin("Share the scene", scene, ways -> ways.share(meeting, others));
    }

    void join(SceneSession scene, SessionLink link) {
        begin("Join a shared scene", scene, ways -> ways.join(link));
    }

    private void begin(String title, SceneSession scene, Function<Sharing, Shared> way) {
        leave(scene);
        opening = true;
        failure = Optional.empty();
        changed();
        var ways = new Sharing(scene, identity, habits);
        var job =
                Job.create(
                        title,
                        monitor -> {
                            try {
                                var begun = way.apply(ways);
                                ui.execute(() -> begun(scene, begun));
                            } catch (CommsException | CompletionException failed) {
                                ui.execute(() -> failed(sentence(failed)));
                            }
                            return Status.OK_STATUS;
                        });
        job.setUser(true);
        job.schedule();
    }

    private static String sentence(RuntimeException failed) {
        var cause =
                failed instanceof CompletionException c && c.getCause() != null
                        ? c.getCause()
                        : failed;
        return String.valueOf(cause.getMessage());
    }

    private void begun(SceneSession scene, Shared begun) {
        opening = false;
        if (editors.all().noneMatch(editor -> scene(editor).filter(scene::equals).isPresent())) {
            // Nobody waited for it.
            begun.close();
        } else {
            shared.put(scene, begun);
            begun.session().onStatus(status -> ui.execute(this::changed));
            begun.session().onPeople(people -> ui.execute(this::changed));
            begun.session().onNotice(sentence -> ui.execute(() -> noticed(sentence)));
        }
        changed();
    }

    private void noticed(String sentence) {
        failure = Optional.of(sentence);
        changed();
    }

    private void failed(String sentence) {
        opening = false;
        noticed(sentence);
    }

    /** Ends the part of the person here in a shared scene, which stays open. */
    void leave(SceneSession scene) {
        var gone = Optional.ofNullable(shared.remove(scene));
        gone.ifPresent(this::end);
    }

    private void end(Shared gone) {
        failure = Optional.empty();
        changed();
        var job =
                Job.create(
                        "Leave a shared scene",
                        monitor -> {
                            gone.close();
                            return Status.OK_STATUS;
                        });
        job.setSystem(true);
        job.schedule();
    }

    @Override
    public void dispose() {
        editors.close();
        watchers.clear();
        List.copyOf(shared.values()).forEach(Shared::close);
        shared.clear();
    }
}
