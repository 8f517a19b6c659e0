// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.collab.Person;
import org.scenewright.collab.SessionLink;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.Failures;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneSettings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** The scenes of a workbench that several people edit; UI thread. */
public final class SharedScenes implements IDisposable {
    private static final System.Logger LOG = System.getLogger(SharedScenes.class.getName());

    private final UiThread ui;
    private final MyIdentity identity = new MyIdentity();
    private final MyHabits habits = new MyHabits();
    private final RecentLinks recent = new RecentLinks();
    private final LastShares own = new LastShares();
    private final LinkKeeping keeping = new LinkKeeping(recent, own);
    private final Enablement enablement;
    private final EditorWatch editors;
    private final Parting parting;
    private final Notices farewells;
    private final Map<SceneSession, Gathering> gatherings = new LinkedHashMap<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    SharedScenes(IWorkbench workbench) {
        ui = new UiThread(workbench.getDisplay());
        enablement = new Enablement(workbench);
        farewells = new Notices(ui);
        parting = new Parting(workbench, this::waiting, this::end);
        editors = new EditorWatch(workbench, this::changed, this::closed);
    }

    MyIdentity identity() {
        return identity;
    }

    /** How a scene is shared. */
    Optional<Shared> of(SceneSession scene) {
        return Optional.ofNullable(gatherings.get(scene)).flatMap(Gathering::shared);
    }

    MyHabits habits() {
        return habits;
    }

    RecentLinks recent() {
        return recent;
    }

    LastShares own() {
        return own;
    }

    LinkKeeping keeping() {
        return keeping;
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

    private Optional<Gathering> gathering() {
        return active().map(gatherings::get);
    }

    private Gathering gathering(SceneSession scene) {
        var around =
                new Gathering.Around(
                        this::changed, meeting -> move(scene, meeting), () -> isShown(scene));
        return new Gathering(scene, ui, around);
    }

    /** Whether the person has the people of a scene before them: the view shows those of one. */
    private boolean isShown(SceneSession scene) {
        return active().filter(scene::equals).isPresent()
                && PeopleView.isShown(PlatformUI.getWorkbench());
    }

    /** How the scene before the person is shared. */
    Optional<Shared> current() {
        return gathering().flatMap(Gathering::shared);
    }

    /** Whether the scene before the person is about to be shared or joined. */
    boolean isOpening() {
        return gathering().filter(Gathering::isOpening).isPresent();
    }

    /** Whether the scene before the person can be shared, or become a shared one. */
    boolean isFree() {
        return active().filter(this::isFree).isPresent();
    }

    /** Whether a scene can be shared, or become a shared one, and no session ends by that. */
    boolean isFree(SceneSession scene) {
        return Optional.ofNullable(gatherings.get(scene)).filter(g -> !g.isFree()).isEmpty();
    }

    /** Why the scene before the person could not be shared or joined. */
    Optional<String> failure() {
        return gathering().flatMap(Gathering::failure);
    }

    /** Whom the person follows in the scene before them, who is there. */
    Optional<Person> leader() {
        return gathering().flatMap(Gathering::leader);
    }

    /** Follows somebody in the scene before the person, or no longer. */
    void follow(Person person) {
        gathering().ifPresent(gathering -> gathering.following().toggle(person.address()));
    }

    /** What the person was told of the scene before them, if they ever shared it. */
    Optional<Chronicle> chronicle() {
        return gathering().map(gathering -> gathering.notices().chronicle());
    }

    /** What there is to decide about the scene before the person. */
    List<Decision> decisions() {
        return gathering().map(gathering -> gathering.decisions().all()).orElse(List.of());
    }

    /** Lets the person decide about the scene before them. */
    void decide(Shell shell) {
        gathering().ifPresent(gathering -> gathering.decide(shell));
    }

    /** Calls back when any of it changes, and when another editor is before the person. */
    Registration watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void changed() {
        watchers.forEach(Runnable::run);
        enablement.look(this);
    }

    void share(SceneSession scene, ShareForm.Answer how) {
        begin(
                "Share the scene",
                scene,
                ways -> {
                    var begun =
                            switch (how) {
                                case ShareForm.Answer.Anew(var meeting, var others) ->
                                        ways.share(meeting, others);
                                case ShareForm.Answer.GoOn(var last, var where) ->
                                        ways.goOn(own.link(last), where);
                            };
                    keeping.keepOwn(scene, begun);
                    return begun;
                });
    }

    /** Complete when no former session of a scene is in the way of another one. */
    CompletableFuture<Void> free(SceneSession scene) {
        return Optional.ofNullable(gatherings.get(scene))
                .map(Gathering::free)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    void join(SceneSession scene, SessionLink link) {
        begin(
                "Join a shared scene",
                scene,
                ways -> {
                    var begun = ways.join(link);
                    keeping.keep(scene, begun.session());
                    return begun;
                });
    }

    /** What a scene is called: what its visitors read, else the name of its folder. */
    static String title(SceneSession scene) {
        return Optional.of(SceneSettings.of(scene.snapshot().settings()).title())
                .filter(title -> !title.isBlank())
                .orElseGet(() -> String.valueOf(scene.project().directory().getFileName()));
    }

    /** Goes elsewhere with a scene that is shared. */
    void move(SceneSession scene, Meeting meeting) {
        of(scene)
                .filter(shared -> !shared.isOver())
                .ifPresent(shared -> new Moving(this, scene, shared).to(meeting));
    }

    /** Tells something about a scene. */
    void tell(SceneSession scene, Notice notice) {
        Optional.ofNullable(gatherings.get(scene)).ifPresent(gathering -> gathering.tell(notice));
    }

    /** Does what a notice about the scene before the person offers. */
    void accept(Notice notice) {
        gathering().ifPresent(gathering -> gathering.notices().accept(notice));
        changed();
    }

    private void begin(String title, SceneSession scene, Function<Sharing, Shared> way) {
        var gathering = gatherings.computeIfAbsent(scene, this::gathering);
        if (gathering.isFree()) {
            // What is left of a session that others ended.
            gathering.leave();
            var before = gathering.free();
            var turn = gathering.open();
            scene.sharing().awareness().leavesAlone(habits::leavesAlone);
            var ways = new Sharing(scene, identity, habits);
            ICoreRunnable work = monitor -> run(before, () -> way.apply(ways), turn);
            var job = Job.create(title, work);
            job.setUser(true);
            job.schedule();
            changed();
        }
    }

    /** What a job does; it is handed over whatever becomes of it. */
    private void run(CompletableFuture<Void> before, Supplier<Shared> way, Gathering.Turn turn) {
        try {
            before.join();
            turn.begun(way.get());
        } catch (CommsException | CompletionException failed) {
            turn.failed(sentence(failed));
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "A scene could not be shared", broken);
            turn.failed("That failed: " + broken.getMessage());
        }
    }

    private static String sentence(RuntimeException failed) {
        return String.valueOf(Failures.cause(failed).getMessage());
    }

    /** Ends the part of the person here in a shared scene, which stays open. */
    void leave(SceneSession scene) {
        Optional.ofNullable(gatherings.get(scene)).ifPresent(Gathering::leave);
        changed();
    }

    /** Asks where something waits; whether the person leaves a scene. */
    boolean mayLeave(SceneSession scene) {
        return parting.isMeant(waiting(Optional.ofNullable(gatherings.get(scene))));
    }

    private Waiting waiting() {
        return gatherings.values().stream()
                .map(Gathering::waiting)
                .reduce(Waiting.NOTHING, Waiting::plus);
    }

    private static Waiting waiting(Optional<Gathering> gathering) {
        return gathering.map(Gathering::waiting).orElse(Waiting.NOTHING);
    }

    private void closed(SceneSession scene) {
        var gone = Optional.ofNullable(gatherings.remove(scene));
        var left = waiting(gone);
        if (!left.equals(Waiting.NOTHING) && !parting.isQuitting()) {
            farewells.flash(Notice.of(Wording.leaving(left)));
        }
        gone.ifPresent(this::close);
        changed();
    }

    private void close(Gathering gathering) {
        gathering.close();
        ends.removeIf(CompletableFuture::isDone);
        ends.add(gathering.free());
    }

    /** Leaves all; complete when that is done, and the others know. */
    private CompletableFuture<Void> end() {
        gatherings.values().forEach(this::close);
        gatherings.clear();
        return CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public void dispose() {
        parting.close();
        farewells.close();
        editors.close();
        watchers.clear();
        end();
    }
}
