// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.runtime.EditorCalls;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayPlan;
import org.scenewright.runtime.PlayState;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneSettings;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The scenes that are played beside the one of an editor, on the same frames; UI thread.
 *
 * <p>Each is read without an editor and joins as soon as it can be played. What becomes of one
 * leaves the others alone.
 */
final class Guests implements AutoCloseable {
    private final OpenScene host;
    private final ScriptOutput console;
    private final Runnable changed;
    private final List<Guest> guests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    // Read by the thread of the frames.
    private final Map<SceneSession, AssetLibrary> assets = new ConcurrentHashMap<>();
    private boolean isClosed;

    /**
     * @param changed called on the UI thread when one of them stands otherwise
     */
    Guests(OpenScene host, ScriptOutput console, Runnable changed) {
        this.host = host;
        this.console = console;
        this.changed = changed;
    }

    /** Reads scenes in the background, each of which joins the frames of a schedule. */
    void invite(List<Companion> companions, FrameSchedule schedule) {
        var scripts = ScriptsFactory.of(PlatformUI.getWorkbench());
        var catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
        for (var companion : companions) {
            var reading =
                    CompletableFuture.supplyAsync(
                            () -> GuestScene.read(companion, scripts::last, catalog));
            host.ui().then(reading, read -> take(read, schedule));
        }
    }

    private void take(GuestScene.Reading read, FrameSchedule schedule) {
        switch (read) {
            case GuestScene.Reading.Read(var scene) -> {
                if (isClosed) {
                    scene.close();
                } else {
                    admit(scene, schedule);
                }
            }
            case GuestScene.Reading.Failed(var reason) -> {
                complaints.add(reason);
                console.failed(reason, "");
            }
        }
        tell();
    }

    private void admit(GuestScene scene, FrameSchedule schedule) {
        var own = SceneCard.of(host);
        scene.overlap(own).ifPresent(console::warn);
        guests.stream()
                .map(other -> other.scene().card())
                .flatMap(other -> scene.overlap(other).stream())
                .forEach(console::warn);
        assets.put(scene.session(), scene.assets());
        var output = console.beside(scene.title(), scene.card().directory());
        begin(new Guest(scene, output, () -> host.ui().execute(this::tell)), schedule);
    }

    private void begin(Guest guest, FrameSchedule schedule) {
        var scene = guest.scene();
        guest.console().open();
        guests.add(guest);
        var deeds = new GuestDeeds(guest.console());
        var web = PlayNetwork.of(scene.card().directory(), guest.console());
        var calls = new EditorCalls(scene.session(), deeds, web, InstantSource.system());
        var play = schedule.play(plan(scene, calls), guest);
        var anew =
                new BundleWatch(
                        scene.bundle(), () -> host.ui().execute(() -> again(guest, schedule)));
        guest.begin(Showing.of(play, List.of(), schedule), anew);
    }

    private PlayPlan plan(GuestScene scene, EditorCalls calls) {
        var world = SceneSettings.of(host.snapshot().settings()).base();
        var plan = PlayPlan.alone(scene.session(), scene.bundle(), calls).atItsParcels(world);
        return scene.isGlobal() ? plan.global() : plan;
    }

    /** What was built anew is played anew, and nothing else. */
    private void again(Guest guest, FrameSchedule schedule) {
        if (!isClosed && guests.remove(guest)) {
            guest.close();
            begin(guest.again(), schedule);
            tell();
        }
    }

    private void tell() {
        if (!isClosed) {
            changed.run();
        }
    }

    /** The files of the scene that a play was made of, if it is one of these; any thread. */
    Optional<AssetLibrary> assets(Play play) {
        return Optional.ofNullable(assets.get(play.plan().session()));
    }

    /** The console of the scene that a play was made of, if it is one of these; UI thread. */
    Optional<ScriptOutput> console(Play play) {
        return guests.stream()
                .filter(guest -> guest.scene().session() == play.plan().session())
                .map(Guest::console)
                .findFirst();
    }

    /** Those that run, or have run. */
    List<Guest> list() {
        return List.copyOf(guests);
    }

    /** Why one of them is not played, or not any longer. */
    Optional<String> complaint() {
        return complaints.stream()
                .findFirst()
                .or(() -> guests.stream().flatMap(g -> g.complaint().stream()).findFirst());
    }

    /** Does the same to all that run. */
    void each(Consumer<Play> deed) {
        guests.stream().flatMap(guest -> guest.play().stream()).forEach(deed);
    }

    /** Those that begin while all waits have to wait, too. */
    void waitWith(PlayState host) {
        if (host instanceof PlayState.Paused) {
            each(Play::pause);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        guests.forEach(Guest::close);
        guests.forEach(guest -> guest.scene().close());
    }
}
