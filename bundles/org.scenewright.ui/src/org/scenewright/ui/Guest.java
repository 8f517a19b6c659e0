// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayHearing;
import org.scenewright.runtime.PlayState;
import org.scenewright.runtime.ScriptHearing;

import java.util.Optional;

/** A scene that is played beside the one of an editor; closed when it is stopped. UI thread. */
final class Guest implements PlayHearing, AutoCloseable {
    private final GuestScene scene;
    private final ScriptOutput console;
    private final Runnable changed;
    private Optional<Showing> begun = Optional.empty();
    private Optional<BundleWatch> watch = Optional.empty();
    private boolean isShown;

    /**
     * @param changed called on any thread when it stands otherwise
     */
    Guest(GuestScene scene, ScriptOutput console, Runnable changed) {
        this.scene = scene;
        this.console = console;
        this.changed = changed;
    }

    /**
     * It runs from now on.
     *
     * @param anew watches for another build
     */
    void begin(Showing showing, BundleWatch anew) {
        begun = Optional.of(showing);
        watch = Optional.of(anew);
    }

    /** Makes what is played next of it, once this was closed. */
    Guest again() {
        return new Guest(scene, console, changed);
    }

    GuestScene scene() {
        return scene;
    }

    AssetLibrary assets() {
        return scene.assets();
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

    /** What viewports show of it, from its first frame on. */
    Optional<Showing> showing() {
        isShown |= state() instanceof PlayState.Playing;
        return begun.filter(b -> isShown);
    }

    /** Why it came to an end by itself. */
    Optional<String> complaint() {
        return state() instanceof PlayState.Failed(var reason, var stack)
                ? Optional.of(scene.title() + ", played beside this scene: " + reason)
                : Optional.empty();
    }

    @Override
    public void state(PlayState state) {
        if (state instanceof PlayState.Failed(var reason, var stack)) {
            console.failed(reason, stack);
        }
        changed.run();
    }

    @Override
    public void said(ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {
        console.said(level, text, where);
    }

    @Override
    public void threw(String message, String stack, Optional<ScriptHearing.Spot> where) {
        console.failed(message, stack);
    }

    /** Stops it; what it is made of stays open. */
    @Override
    public void close() {
        watch.ifPresent(BundleWatch::close);
        play().ifPresent(Play::close);
    }
}
