// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.content.Resolution;
import org.scenewright.runtime.Clock;
import org.scenewright.runtime.EditorCalls;
import org.scenewright.runtime.FrameQuota;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.FrameStrategy;
import org.scenewright.runtime.LoggedMessage.Direction;
import org.scenewright.runtime.MessageLog;
import org.scenewright.runtime.Physics;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayHearing;
import org.scenewright.runtime.PlayPlan;
import org.scenewright.runtime.PlayState;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.runtime.SceneSounds;
import org.scenewright.runtime.SceneVideos;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;
import org.scenewright.runtime.Speaker;
import org.scenewright.runtime.Walk;
import org.scenewright.scene.SceneSettings;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What of a scene's code was begun once, until it is stopped; UI thread. */
final class PlayRun implements PlayHearing {
    private final OpenScene scene;
    private final ScriptOutput console;
    private final MessageLog messages;
    private final Audience audience;
    private Optional<Showing> begun = Optional.empty();
    private Optional<BundleWatch> watch = Optional.empty();
    private final Guests guests;
    private final PlayWishes wishes;
    private boolean isShown;

    /** Who follows what was begun; on the UI thread. */
    interface Audience {

        /** It stands otherwise now. */
        void changed(PlayRun run);

        /** Its bundle was built anew. */
        void rebuilt(PlayRun run);
    }

    PlayRun(OpenScene scene, ScriptOutput console, MessageLog messages, Audience audience) {
        this.scene = scene;
        this.console = console;
        this.messages = messages;
        this.audience = audience;
        this.guests = new Guests(scene, console, this::joined);
        this.wishes = new PlayWishes(() -> tell(() -> audience.changed(this)));
    }

    private void joined() {
        guests.waitWith(state());
        audience.changed(this);
    }

    private Resolution recording(Play play, AssetSource source) {
        return assets(play).place(source).resolution();
    }

    void start(ScriptHost host, Path bundle, Renderer renderer, Speaker speaker) {
        var physics = new ScenePhysics(played -> new SceneBodies(assets(played), played));
        var screen = new CompanyScreen(renderer, guests::assets);
        var entrance = Walk.Place.entrance(SceneSettings.of(scene.snapshot().settings()));
        var walk = new Walk(screen, physics, Clock.real(), entrance);
        var sounds = new SceneSounds(speaker, this::recording, Clock.real(), this::warn);
        var videos = new SceneVideos(Clock.real());
        var ports =
                new FrameSchedule.Ports(
                        walk,
                        Physics.both(physics, Physics.both(sounds, videos)),
                        new SceneModels(this::assets),
                        Clock.real());
        var schedule =
                new FrameSchedule(
                        host, ports, FrameStrategy.RECEIVE_WHILE_DRAWING, FrameQuota.USUAL);
        var calls =
                new EditorCalls(
                        scene.session(),
                        new PlayDeeds(scene, console, wishes, walk),
                        PlayNetwork.of(directory(), console),
                        InstantSource.system());
        var play = schedule.play(PlayPlan.alone(scene.session(), bundle, calls), this);
        var player = new PlayWalk(walk, physics, schedule);
        var hud = new PlayHud(play, scene.assets(), physics, schedule::input);
        var inputs = List.of(hud, player, new PlayPointer(physics, schedule, player::isOn));
        var showing = Showing.of(play, inputs, schedule);
        begun = Optional.of(showing.telling(physics::onOffers));
        watch = Optional.of(new BundleWatch(bundle, () -> tell(() -> audience.rebuilt(this))));
        FrameDrive.start(
                schedule,
                play,
                () -> {
                    sounds.close();
                    physics.close();
                    schedule.end();
                });
        guests.invite(PlayHabits.ofWorkspace().companions(directory()), schedule);
    }

    /** Something to know about one of the scenes. */
    private void warn(Play about, String sentence) {
        tell(() -> guests.console(about).orElse(console).warn(sentence));
    }

    private Path directory() {
        return scene.session().project().directory();
    }

    private AssetLibrary assets(Play played) {
        return guests.assets(played).orElseGet(scene::assets);
    }

    /** What is played beside it. */
    Guests guests() {
        return guests;
    }

    /** What its code wants of people. */
    PlayWishes wishes() {
        return wishes;
    }

    /** Does the same to all scenes that run. */
    void each(Consumer<Play> deed) {
        play().ifPresent(deed);
        guests.each(deed);
    }

    private void tell(Runnable news) {
        scene.ui().execute(news);
    }

    void end() {
        watch.ifPresent(BundleWatch::close);
        play().ifPresent(Play::close);
        guests.close();
    }

    ScriptOutput console() {
        return console;
    }

    Optional<Play> play() {
        return begun.map(Showing::play);
    }

    PlayState state() {
        return play().map(Play::state).orElseGet(PlayState.Starting::new);
    }

    /** Lets views show it from its first frame on; whether they begin with that now. */
    boolean reveal() {
        boolean isNow = !isShown && state() instanceof PlayState.Playing;
        isShown |= isNow;
        return isNow;
    }

    /** What viewports show of it, from its first frame on. */
    Optional<Showing> showing() {
        return begun.filter(b -> isShown);
    }

    @Override
    public void state(PlayState state) {
        if (state instanceof PlayState.Failed(var reason, var stack)) {
            console.failed(reason, stack);
        }
        tell(() -> audience.changed(this));
    }

    @Override
    public void said(ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {
        console.said(level, text, where);
    }

    @Override
    public void received(ByteBuffer sent) {
        messages.note(Direction.FROM_SCENE, sent);
    }

    @Override
    public void inspected(ByteBuffer sent) {
        messages.note(Direction.INSPECTED, sent);
    }

    @Override
    public void answered(ByteBuffer sent) {
        messages.note(Direction.TO_SCENE, sent);
    }

    @Override
    public void ticked(long frames) {
        messages.ticked(frames);
    }

    @Override
    public void threw(String message, String stack, Optional<ScriptHearing.Spot> where) {
        console.failed(message, stack);
    }
}
