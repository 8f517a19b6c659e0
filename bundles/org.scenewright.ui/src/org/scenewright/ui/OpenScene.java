// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.EntityHandle;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Change;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Problem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.script.wire.Definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One scene as its editor holds it: the session, its assets, its news and its selection; UI thread.
 */
final class OpenScene {
    private final SceneSession session;
    private final SceneSelection selection;
    private final UiThread ui;
    private final AssetLibrary assets;
    private final SceneFeed feed;
    private final Creations creations = new Creations();
    private final List<Consumer<String>> ears = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> framers = new CopyOnWriteArrayList<>();
    private final List<Consumer<SceneNews>> viewers = new CopyOnWriteArrayList<>();
    private final ScenePlay play;
    private final SceneImports imports;
    private final Limits limits;
    private final SceneProblems problems;
    private Optional<PlayFeed> playing = Optional.empty();
    private Supplier<Pose.Vec> gaze = () -> new Pose.Vec(8, 0, 8);

    OpenScene(SceneSession session, AssetLibrary assets, SceneSelection selection, UiThread ui) {
        this.session = session;
        this.selection = selection;
        this.ui = ui;
        this.assets = assets;
        this.feed = new SceneFeed(session, ui);
        play = new ScenePlay(this, () -> PlayhouseFactory.of(PlatformUI.getWorkbench()));
        imports = new SceneImports(this, this::troubled);
        limits = new Limits(session, assets, ui, this::troubled);
        problems = new SceneProblems(session, assets, this::others, ui);
        feed.read(this::documentNews);
        play.onTurn(this::turn);
    }

    private List<Problem> others() {
        return Stream.of(imports.problems(), limits.problems()).flatMap(List::stream).toList();
    }

    /** Somebody knows of other problems; any thread. */
    private void troubled() {
        problems.look();
    }

    private void documentNews(SceneNews news) {
        if (play.shown().isEmpty()) {
            select(creations.remaining(selected(), news));
            view(news);
        }
    }

    private void view(SceneNews news) {
        viewers.forEach(viewer -> viewer.accept(news));
    }

    /** From now on another scene is shown; what is selected stays so, as far as it is there too. */
    private void turn(Optional<Play> running) {
        var selected = playing.map(PlayFeed::play).map(this::documents).orElseGet(this::selected);
        playing.ifPresent(PlayFeed::close);
        playing = running.map(this::feed);
        problems.played(running.isPresent());
        creations.await(List.of());
        select(selected.stream().map(this::shown).filter(shown()::holds).toList());
    }

    /** What is selected in a running scene, as the document knows it. */
    private List<Entity> documents(Play of) {
        return selected().stream().flatMap(entity -> of.document(entity).stream()).toList();
    }

    private PlayFeed feed(Play running) {
        return new PlayFeed(
                running,
                ui,
                Affected::concerns,
                (shown, changes) -> {
                    select(selected().stream().filter(shown::holds).toList());
                    view(new SceneNews(shown, changes, session.status()));
                    selectArrived(running);
                });
    }

    private void selectArrived(Play running) {
        var arrived = creations.arrived(running);
        if (!arrived.isEmpty()) {
            select(arrived);
        }
    }

    /** What brings assets of the catalog into the scene and their files into its project. */
    SceneImports imports() {
        return imports;
    }

    /** How much it has of what is limited. */
    Limits limits() {
        return limits;
    }

    /** How the code of the scene is run. */
    ScenePlay play() {
        return play;
    }

    /** What views show: the scene as it runs, or else the document. */
    SceneSnapshot shown() {
        return play.shown().map(Play::snapshot).orElseGet(this::snapshot);
    }

    /** The entity of the document that one stands for that is shown. */
    Optional<Entity> document(Entity shown) {
        return play.shown().map(running -> running.document(shown)).orElse(Optional.of(shown));
    }

    /** The entity that is shown for one of the document. */
    Entity shown(Entity document) {
        return play.shown().map(running -> running.running(document)).orElse(document);
    }

    SceneSession session() {
        return session;
    }

    SceneSnapshot snapshot() {
        return session.snapshot();
    }

    AssetLibrary assets() {
        return assets;
    }

    UiThread ui() {
        return ui;
    }

    boolean isDirty() {
        return session.status().dirty();
    }

    /** What is wrong in the files of the scene and in the assets that it uses. */
    SceneProblems problems() {
        return problems;
    }

    /** Takes what the source files of the project defined once and do no more. */
    void former(List<Definition> gone) {
        problems.former(gone);
    }

    /** Why the scene is empty and cannot be edited, as a sentence with the place in the file. */
    Optional<String> unreadable() {
        return session.unreadable().map(problem -> problem.file() + ": " + problem.message());
    }

    /** The title that people gave the scene, or the name of its folder. */
    String title() {
        return new SceneTitle(session).title();
    }

    /**
     * The title and the folder, as windows are called; of a scene besides the main one its file.
     */
    String description() {
        return new SceneTitle(session).description();
    }

    /** Calls back on the UI thread with news of what is shown, except that it is another scene. */
    Registration view(Consumer<SceneNews> viewer) {
        viewers.add(viewer);
        return () -> viewers.remove(viewer);
    }

    /** Calls back on the UI thread whenever something happened to the document. */
    Registration read(Consumer<SceneNews> reader) {
        return feed.read(reader);
    }

    /**
     * Calls back on the UI thread with sentences for people; an empty one takes the last one away.
     */
    Registration hear(Consumer<String> ear) {
        ears.add(ear);
        return () -> ears.remove(ear);
    }

    void say(String sentence) {
        ears.forEach(ear -> ear.accept(sentence));
    }

    /** Calls back on the UI thread with sentences about what was done. */
    Registration listen(Consumer<String> ear) {
        listeners.add(ear);
        return () -> listeners.remove(ear);
    }

    void tell(String done) {
        listeners.forEach(listener -> listener.accept(done));
    }

    /** Calls back with the selection whenever it changes. */
    Registration watch(Consumer<List<Entity>> watcher) {
        ISelectionChangedListener listener = event -> watcher.accept(selected());
        selection.addSelectionChangedListener(listener);
        return () -> selection.removeSelectionChangedListener(listener);
    }

    /** Calls back when somebody wants to see the selection as a whole. */
    Registration onFrame(Runnable frame) {
        framers.add(frame);
        return () -> framers.remove(frame);
    }

    /** From now on somebody looks at the scene; the place is the one on the ground looked at. */
    void onGaze(Supplier<Pose.Vec> place) {
        gaze = place;
    }

    /** The place on the ground that is looked at; the middle of the base parcel where nobody is. */
    Pose.Vec gaze() {
        return gaze.get();
    }

    void frameSelection() {
        framers.forEach(Runnable::run);
    }

    /** How many entities there are besides those that every scene has. */
    int count() {
        return (int) shown().entities().stream().filter(entity -> !entity.isReserved()).count();
    }

    List<Entity> selected() {
        return selection.entities();
    }

    /**
     * What can be moved, copied or deleted: the selection as the document knows it, without the
     * scene itself.
     */
    List<Entity> editable() {
        return selected().stream()
                .filter(entity -> !entity.isReserved())
                .flatMap(entity -> document(entity).stream())
                .toList();
    }

    void select(List<Entity> entities) {
        selection.select(
                entities.stream()
                        .map(entity -> new EntityHandle(session, entity, play.shown()))
                        .toList());
    }

    /** Makes an edit; a refusal is told in the status line. */
    void post(Edit edit) {
        answer(session.post(edit, Origin.USER));
    }

    /** Makes an edit and selects the entities that came into being. */
    void create(Edit edit) {
        var before = selected();
        ui.then(answer(session.post(edit, Origin.USER)), outcome -> selectNew(outcome, before));
    }

    private void selectNew(Outcome outcome, List<Entity> before) {
        if (outcome instanceof Outcome.Accepted(var changes)) {
            var created = tops(changes.list());
            creations.add(created, before);
            play.shown()
                    .ifPresentOrElse(
                            running -> {
                                creations.await(created);
                                selectArrived(running);
                            },
                            () -> select(created));
        }
    }

    /** The entities that came into being and do not hang below another new one. */
    private List<Entity> tops(List<Change> changes) {
        var spawned = new ArrayList<Entity>();
        for (var change : changes) {
            if (change instanceof Change.Spawned(var entity)) {
                spawned.add(entity);
            }
        }
        var all = new HashSet<>(spawned);
        return spawned.stream().filter(entity -> !all.contains(snapshot().parent(entity))).toList();
    }

    /** Passes on an outcome after telling people when it is a refusal. */
    CompletableFuture<Outcome> answer(CompletableFuture<Outcome> outcome) {
        ui.then(outcome, this::sayIfRefused);
        return outcome;
    }

    private void sayIfRefused(Outcome outcome) {
        say(outcome instanceof Outcome.Refused(var reason) ? reason : "");
    }

    /**
     * Closes it.
     *
     * @param isKept whether what was not saved comes back when it is opened again
     */
    void close(boolean isKept) {
        play.close();
        playing.ifPresent(PlayFeed::close);
        feed.close();
        imports.close();
        limits.close();
        problems.close();
        if (isKept) {
            session.leave();
        } else {
            session.close();
        }
        assets.close();
    }
}
