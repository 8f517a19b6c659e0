// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.collab.EditionBeacon;
import org.scenewright.collab.Neighbourhood;
import org.scenewright.collab.Role;
import org.scenewright.collab.SharedSession;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneSettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who have a scene open that the person here has open, too, where both chose to hear of each
 * other; UI thread.
 */
public final class Neighbours implements IDisposable {
    private final IWorkbench workbench;
    private final SharedScenes scenes;
    private final UiThread ui;
    private final MyDirector director = new MyDirector();
    private final Registration registration;
    private final Registration watching;
    private final EditorWatch editors;
    private final Map<SceneSession, Registration> watched = new LinkedHashMap<>();
    private final Map<SharedSession, Told> findable = new LinkedHashMap<>();
    private Optional<ConnectionString> place = Optional.empty();
    private Optional<Neighbourhood> neighbourhood = Optional.empty();
    private Optional<Met> met = Optional.empty();
    private boolean wasFindable;

    /** What others are told of a session of the person here. */
    private record Told(EditionBeacon beacon, Identity me, Registration registration) {
        static Told at(Neighbourhood there, EditionBeacon beacon, Identity me) {
            return new Told(beacon, me, there.announce(beacon, me));
        }
    }

    /** What the person here is told of a scene that others edit. */
    private record Met(SceneSession scene, Encounter encounter) {}

    Neighbours(IWorkbench workbench) {
        this.workbench = workbench;
        this.scenes = SharedScenesFactory.of(workbench);
        this.ui = scenes.ui();
        this.editors = new EditorWatch(workbench, this::look, scene -> ui.execute(this::look));
        this.registration = director.onChange(() -> ui.execute(this::look));
        this.watching = scenes.watch(this::look);
    }

    /** Whether the person wants to hear of others. */
    boolean isSomewhere() {
        return director.place().isPresent();
    }

    /** Looks where to be, and which scenes are open. */
    void look() {
        if (!place.equals(director.place())) {
            move(director.place());
        }
        var open = open();
        neighbourhood.ifPresent(
                there -> {
                    open.forEach(scene -> watched.computeIfAbsent(scene, there::watch));
                    there.rest(open.stream().filter(scene -> !scenes.isFree(scene)).toList());
                    findable.keySet().removeIf(session -> isOver(session, open));
                    List.copyOf(findable.keySet()).forEach(session -> follow(there, session));
                });
        watched.keySet().removeIf(scene -> isClosed(scene, open));
        if (met.filter(now -> !open.contains(now.scene()) || !scenes.isFree(now.scene()))
                .isPresent()) {
            forget();
        }
        if (isFindable() != wasFindable) {
            refresh();
        }
    }

    private void forget() {
        met.map(Met::encounter).ifPresent(Encounter::close);
        met = Optional.empty();
    }

    /** Shows by now whether others can find the scene before the person. */
    void refresh() {
        wasFindable = isFindable();
        workbench.getService(ICommandService.class).refreshElements(FindableScene.COMMAND, null);
    }

    private boolean isClosed(SceneSession scene, List<SceneSession> open) {
        boolean isClosed = !open.contains(scene);
        if (isClosed) {
            watched.getOrDefault(scene, () -> {}).close();
        }
        return isClosed;
    }

    private boolean isOver(SharedSession session, List<SceneSession> open) {
        boolean isOver =
                open.stream()
                        .flatMap(scene -> scenes.of(scene).stream())
                        .noneMatch(shared -> shared.session() == session);
        if (isOver) {
            Optional.ofNullable(findable.get(session)).ifPresent(t -> t.registration().close());
        }
        return isOver;
    }

    /** A session that meets elsewhere by now is announced there, if others can go there. */
    private void follow(Neighbourhood there, SharedSession session) {
        var told = findable.get(session);
        if (told != null && !told.beacon().link().equals(session.link())) {
            told.registration().close();
            findable.remove(session);
            told.beacon()
                    .at(session.link())
                    .ifPresentOrElse(
                            next -> findable.put(session, Told.at(there, next, told.me())),
                            () -> tellUnfindable(session));
        }
    }

    private void tellUnfindable(SharedSession session) {
        var notice =
                Notice.of(
                        "Others cannot find this scene any more: they could not be asked into the"
                                + " room where it meets now.");
        open().stream()
                .filter(s -> scenes.of(s).filter(to -> to.session() == session).isPresent())
                .forEach(scene -> scenes.tell(scene, notice));
    }

    private void move(Optional<ConnectionString> to) {
        var told = new LinkedHashMap<>(findable);
        leave();
        place = to;
        neighbourhood = to.map(this::go);
        neighbourhood.ifPresent(
                there ->
                        told.forEach(
                                (session, t) ->
                                        findable.put(session, Told.at(there, t.beacon(), t.me()))));
    }

    private Neighbourhood go(ConnectionString there) {
        var gone = Neighbourhood.at(there, KnownAdapters.get());
        gone.onBeacon(beacon -> ui.execute(() -> heard(beacon)));
        return gone;
    }

    private void leave() {
        watched.clear();
        findable.clear();
        neighbourhood.ifPresent(Neighbourhood::close);
        neighbourhood = Optional.empty();
    }

    private void heard(EditionBeacon beacon) {
        watched.keySet().stream()
                .filter(scene -> scenes.of(scene).isEmpty() && scenes.isFree(scene))
                .filter(s -> EditionBeacon.mark(s.snapshot().settings()).equals(beacon.scene()))
                .findFirst()
                .ifPresent(scene -> offer(scene, beacon));
    }

    private void offer(SceneSession scene, EditionBeacon beacon) {
        forget();
        var next =
                new Encounter(
                        beacon,
                        () -> join(scene, beacon),
                        () -> neighbourhood.ifPresent(n -> n.ignore(beacon)));
        met = Optional.of(new Met(scene, next));
        next.show(ui.display());
    }

    /** First the scene's own code ends, then what the others have comes. */
    void join(SceneSession scene, EditionBeacon beacon) {
        scene.sharing().awareness().edit().thenRun(() -> ui.execute(() -> joinNow(scene, beacon)));
    }

    /** Until the scene's own code has ended somebody may have closed or shared it. */
    private void joinNow(SceneSession scene, EditionBeacon beacon) {
        if (open().contains(scene) && scenes.isFree(scene)) {
            scenes.join(scene, beacon.link());
            Optional.ofNullable(workbench.getActiveWorkbenchWindow()).ifPresent(PeopleView::show);
        }
    }

    private List<SceneSession> open() {
        return editors.all().flatMap(editor -> SharedScenes.scene(editor).stream()).toList();
    }

    /** The scene before the person, if they began to share it. */
    Optional<SceneSession> ownScene() {
        return scenes.active()
                .filter(
                        scene ->
                                scenes.of(scene)
                                        .filter(s -> s.session().status().role() == Role.OWNER)
                                        .isPresent());
    }

    private Optional<SharedSession> own() {
        return ownScene().flatMap(scenes::of).map(Shared::session);
    }

    /** Whether others can find the scene before the person. */
    boolean isFindable() {
        return own().filter(findable::containsKey).isPresent();
    }

    /**
     * Lets others find the scene before the person, or no longer.
     *
     * @throws CommsException where nobody else could follow its link
     */
    void toggle() {
        look();
        if (isFindable()) {
            own().map(findable::remove).ifPresent(told -> told.registration().close());
        } else {
            ownScene().ifPresent(scene -> own().ifPresent(session -> announce(scene, session)));
        }
    }

    private void announce(SceneSession scene, SharedSession session) {
        var settings = scene.snapshot().settings();
        var shown = SceneSettings.of(settings);
        var beacon =
                new EditionBeacon(
                        EditionBeacon.mark(settings),
                        shown.base(),
                        shown.title(),
                        scenes.habits().name(),
                        session.link());
        // Who shares something is known since then.
        var me = scenes.identity().known();
        neighbourhood.ifPresent(
                there -> me.ifPresent(m -> findable.put(session, Told.at(there, beacon, m))));
    }

    @Override
    public void dispose() {
        registration.close();
        watching.close();
        editors.close();
        forget();
        leave();
    }
}
