// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.MessageLog;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayState;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.script.BuildResult;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The code of an open scene as people run it: it begins, waits and ends; UI thread, which it never
 * keeps waiting.
 *
 * <p>Views show the running scene from its first frame until somebody stops it: where it failed,
 * they show how far it came.
 */
final class ScenePlay implements AutoCloseable {
    private final OpenScene scene;
    private final Supplier<Playhouse> house;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Optional<Play>>> stages = new CopyOnWriteArrayList<>();
    private final Building building;
    private final MessageLog messages = new MessageLog();
    private Renderer renderer = new Unseen();
    private Optional<ScriptOutput> output = Optional.empty();
    private Optional<PlayRun> run = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<String> age = Optional.empty();
    private boolean isClosed;

    /**
     * @param house asked when somebody wants to play
     */
    ScenePlay(OpenScene scene, Supplier<Playhouse> house) {
        this.scene = scene;
        this.house = house;
        this.building = new Building(scene);
    }

    /** What was begun is told here how it goes. */
    private final class Told implements PlayRun.Audience {

        @Override
        public void changed(PlayRun run) {
            ScenePlay.this.changed(run);
        }

        @Override
        public void rebuilt(PlayRun run) {
            ScenePlay.this.rebuilt(run);
        }
    }

    private void changed(PlayRun of) {
        if (run.filter(of::equals).isPresent()) {
            if (of.reveal()) {
                turn();
            }
            tell();
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    private void turn() {
        var shown = shown();
        stages.forEach(stage -> stage.accept(shown));
    }

    /** Calls back whenever it stands otherwise. */
    Registration watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Calls back with what is to be shown instead of the document, and when nothing is. */
    Registration onTurn(Consumer<Optional<Play>> stage) {
        stages.add(stage);
        return () -> stages.remove(stage);
    }

    /** From now on somebody sees the frames of what is begun. */
    void onScreen(Renderer screen) {
        renderer = screen;
    }

    /** The running scene that views show; the document where there is none. */
    Optional<Play> shown() {
        return showing().map(Showing::play);
    }

    /** What the code wants of people. */
    Optional<PlayWishes> wishes() {
        return run.map(PlayRun::wishes);
    }

    /** What viewports show instead of the document. */
    Optional<Showing> showing() {
        return run.flatMap(PlayRun::showing);
    }

    /** The scenes that are played beside it and shown with it. */
    List<Guest> guests() {
        return run.filter(r -> r.showing().isPresent())
                .map(r -> r.guests().list())
                .orElse(List.of());
    }

    /** One of the scenes that are played together. */
    record Part(String title, Play play) {}

    /** The scenes that are played together and shown: first the one of the editor. */
    List<Part> cast() {
        var cast = new ArrayList<Part>();
        shown().ifPresent(play -> cast.add(new Part(scene.title(), play)));
        for (var guest : guests()) {
            guest.play().ifPresent(play -> cast.add(new Part(guest.scene().title(), play)));
        }
        return cast;
    }

    /** {@link PlayState.Stopped} before anything was begun. */
    PlayState state() {
        return run.map(PlayRun::state).orElseGet(PlayState.Stopped::new);
    }

    /** What the code says; nothing before anything was begun. */
    Optional<ScriptOutput> output() {
        return output;
    }

    /** What its code and the editor say to each other, while somebody looks. */
    MessageLog messages() {
        return messages;
    }

    /** What runs the code, for people. */
    String engine() {
        return house.get().engine();
    }

    /** Whether there is something to stop. */
    boolean isOn() {
        return run.isPresent();
    }

    /** Why it was not begun, or came to an end by itself, as a sentence. */
    Optional<String> complaint() {
        return switch (state()) {
            case PlayState.Failed(var reason, var stack) -> Optional.of(reason);
            case PlayState.Starting s -> besides();
            case PlayState.Playing p -> besides();
            case PlayState.Paused p -> besides();
            case PlayState.Stopped s -> refusal;
        };
    }

    private Optional<String> besides() {
        return run.flatMap(now -> now.guests().complaint());
    }

    /** Why what is played is not what is written, as a sentence. */
    Optional<String> age() {
        return age;
    }

    /** It need not be. */
    void playOld() {
        age = Optional.empty();
        tell();
    }

    private void old(PlayRun of, String sentence) {
        of.console().warn(sentence);
        if (run.filter(of::equals).isPresent()) {
            age = Optional.of(sentence);
            tell();
        }
    }

    /** Plays it, from now on with these scenes beside it. */
    void with(List<Companion> companions) {
        PlayHabits.ofWorkspace().keep(scene.session().project().directory(), companions);
        restart();
    }

    /** Starts what runs code in the background, where there is code. */
    void prepare() {
        look(
                bundle -> {
                    if (bundle instanceof PlayBundle.Built) {
                        house.get().prepare();
                    }
                });
    }

    private void look(Consumer<PlayBundle> reader) {
        var project = scene.session().project();
        var snapshot = scene.snapshot();
        scene.ui()
                .then(
                        CompletableFuture.supplyAsync(() -> PlayBundle.of(project, snapshot)),
                        reader);
    }

    /** What people press for both: begins, or stops what is on. */
    void toggle() {
        if (isOn()) {
            stop();
        } else {
            begin();
        }
    }

    /** Begins anew with what has been built by now. */
    void restart() {
        stop();
        begin();
    }

    /** Where people build while it is played, they want to see what they have built. */
    private void rebuilt(PlayRun of) {
        if (run.filter(of::equals).isPresent() && building.bringsNow()) {
            restart();
        }
    }

    /** Builds the code in the way that is best for the project, and plays that. */
    void build() {
        build(BundleBuild.Way.BEST);
    }

    /** Builds the code as wished, and plays that. */
    void build(BundleBuild.Way way) {
        building.start(console(), way, this::built);
    }

    private void built(BuildResult result) {
        if (!isClosed && building.isToBePlayed(result)) {
            restart();
        } else if (!isClosed && !isOn()) {
            refusal = Optional.of(result.sentence() + " The Console says why.");
            tell();
        }
    }

    private ScriptOutput console() {
        var console = output.orElseGet(() -> new ScriptOutput(scene));
        output = Optional.of(console);
        return console;
    }

    private void begin() {
        var begun = new PlayRun(scene, console(), messages, new Told());
        messages.restart();
        run = Optional.of(begun);
        refusal = Optional.empty();
        tell();
        look(bundle -> begin(begun, bundle));
    }

    private void begin(PlayRun begun, PlayBundle bundle) {
        switch (bundle) {
            case PlayBundle.Built(var file) ->
                    scene.ui().then(house.get().workers(), workers -> begin(begun, workers, file));
            case PlayBundle.Missing(var reason) -> refuse(begun, reason);
        }
    }

    private void begin(PlayRun begun, ScriptHost workers, Path file) {
        if (run.filter(begun::equals).isPresent()) {
            if (!building.takeWords()) {
                begun.console().begin();
            }
            begun.start(workers, file, renderer, house.get().speaker());
            var directory = scene.session().project().directory();
            CompletableFuture.supplyAsync(() -> BundleAge.sentence(directory, file))
                    .thenAccept(
                            old -> old.ifPresent(why -> scene.ui().execute(() -> old(begun, why))));
            tell();
        }
    }

    private void refuse(PlayRun begun, String reason) {
        if (run.filter(begun::equals).isPresent()) {
            run = Optional.empty();
            refusal = Optional.of(reason);
            tell();
        }
    }

    /** Kills the code and shows the document again. */
    void stop() {
        var stopped = run;
        run = Optional.empty();
        refusal = Optional.empty();
        age = Optional.empty();
        stopped.ifPresent(PlayRun::end);
        if (stopped.flatMap(PlayRun::showing).isPresent()) {
            turn();
        }
        tell();
    }

    /** Waits, or goes on. */
    void pause() {
        boolean isPaused = state() instanceof PlayState.Paused;
        run.ifPresent(now -> now.each(isPaused ? Play::resume : Play::pause));
        tell();
    }

    /** Runs one frame; what runs without a pause begins to wait. */
    void step() {
        run.ifPresent(
                now ->
                        now.each(
                                play -> {
                                    play.pause();
                                    play.step();
                                }));
    }

    @Override
    public void close() {
        isClosed = true;
        watchers.clear();
        stages.clear();
        stop();
        output.ifPresent(ScriptOutput::close);
    }
}
