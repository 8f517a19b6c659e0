// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One {@code AudioSource} of a running scene: where in its clip it is by the clock, whether or not
 * anybody hears it; on the thread of the frames.
 */
final class SoundSource implements AutoCloseable {
    /** The number of a state is its place, as in the SDK's {@code MediaState}. */
    enum State {
        NONE,
        ERROR,
        LOADING,
        READY,
        PLAYING,
        BUFFERING,
        SEEKING,
        PAUSED
    }

    /** A seek never leads to the very end. */
    private static final double MARGIN = 0.01;

    private static final double FASTEST = 3;

    private final Speaker speaker;
    private final Function<String, Speaker.Clip> clips;
    private final ArrayDeque<State> news = new ArrayDeque<>();
    private Value value = Value.EMPTY;
    private CompletableFuture<Speaker.Measure> measure = new CompletableFuture<>();
    private Optional<Double> length = Optional.empty();
    private Optional<String> complaint = Optional.empty();
    private State state = State.NONE;
    private double position;
    private long settled;
    private Optional<Speaker.Voice> voice = Optional.empty();

    /**
     * @param clips what a path that the component names leads to
     */
    SoundSource(Speaker speaker, Function<String, Speaker.Clip> clips) {
        this.speaker = speaker;
        this.clips = clips;
    }

    private Speaker.Clip clip() {
        return clips.apply(src());
    }

    private String src() {
        return value.text("audioClipUrl", "");
    }

    private boolean wantsPlaying() {
        return value.flag("playing", false);
    }

    private boolean loops() {
        return value.flag("loop", false);
    }

    private double speed() {
        double pitch = value.number("pitch", 1);
        return pitch > 0 ? Math.min(pitch, FASTEST) : 0;
    }

    double volume() {
        double volume = value.number("volume", 1);
        return volume > 0 ? Math.min(volume, 1) : 0;
    }

    boolean isGlobal() {
        return value.flag("global", false);
    }

    boolean isPlaying() {
        return state == State.PLAYING;
    }

    State state() {
        return state;
    }

    /** Seconds into the clip. */
    double position() {
        return position;
    }

    /** The script wrote the component, perhaps as it was: then it wants the sound once more. */
    void write(Value next, long now) {
        advance(now);
        var before = value;
        value = next;
        if (!before.text("audioClipUrl", "").equals(src()) || state == State.NONE) {
            load();
        } else if (isPlaying() && wantsPlaying()) {
            change(before);
        } else {
            follow();
        }
    }

    private void load() {
        silence();
        position = time(value).orElse(0.0);
        length = Optional.empty();
        become(State.LOADING);
        // A script may name another file in every frame: what nobody waits for is not looked at.
        measure.cancel(false);
        measure = speaker.measure(clip());
    }

    /**
     * What plays on was written. The protocol wants a time that is set to be gone to, and another
     * volume or pitch not to disturb: so the time counts where it is another one, or where nothing
     * is otherwise and it is just said again.
     */
    private void change(Value before) {
        boolean isNews = value.equals(before) || !time(value).equals(time(before));
        if (isNews && time(value).isPresent()) {
            seek();
        } else if (before.flag("loop", false) != loops()) {
            silence();
        }
    }

    private void seek() {
        position = time(value).map(this::within).orElse(0.0);
        silence();
    }

    /** Begins or ends as the component says, once the clip is there. */
    private void follow() {
        if (length.isEmpty()) {
            position = time(value).orElse(position);
        } else if (wantsPlaying() != isPlaying()) {
            if (wantsPlaying()) {
                position = time(value).map(this::within).orElse(0.0);
            }
            silence();
            become(wantsPlaying() ? State.PLAYING : State.PAUSED);
        }
    }

    private double within(double time) {
        return Math.clamp(time, 0, Math.max(0, length.orElse(0.0) - MARGIN));
    }

    private static Optional<Double> time(Value value) {
        return value.at(FieldPath.of("currentTime"))
                .filter(Value.Num.class::isInstance)
                .map(time -> time.number("", 0))
                .map(time -> time > 0 && time < Double.POSITIVE_INFINITY ? time : 0.0);
    }

    /** Goes on to a moment. */
    void advance(long now) {
        double passed = (now - settled) / 1e9;
        settled = now;
        if (isPlaying()) {
            position += passed * speed();
            end();
        }
        if (state == State.LOADING && measure.isDone()) {
            take(measure.join());
        }
    }

    private void end() {
        double all = length.orElse(0.0);
        if (position >= all && loops() && all > 0) {
            position %= all;
        } else if (position >= all) {
            position = all;
            silence();
            become(State.READY);
        }
    }

    private void take(Speaker.Measure known) {
        switch (known) {
            case Speaker.Measure.Length(var seconds) -> {
                length = Optional.of(seconds);
                position = within(position);
                become(State.READY);
                if (wantsPlaying()) {
                    become(State.PLAYING);
                }
            }
            case Speaker.Measure.Unplayable(var reason) -> {
                become(State.ERROR);
                complaint = Optional.of(reason);
            }
        }
    }

    private void become(State next) {
        if (state != next) {
            state = next;
            news.add(next);
        }
    }

    /** Why the clip cannot be played, once. */
    Optional<String> complaint() {
        var told = complaint;
        complaint = Optional.empty();
        return told;
    }

    /** The next state that it went through and nobody was told of. */
    Optional<State> news() {
        return Optional.ofNullable(news.poll());
    }

    /** No time passes until the next frame. */
    void rest(long now) {
        settled = now;
        silence();
    }

    /** Lets it be heard, louder on one side than on the other. */
    void sound(double left, double right) {
        var mix = new Speaker.Mix((float) left, (float) right, (float) speed());
        if (voice.isPresent()) {
            voice.get().mix(mix);
        } else {
            voice = Optional.of(speaker.play(clip(), new Speaker.Cue(position, loops(), mix)));
        }
    }

    boolean isHeard() {
        return voice.isPresent();
    }

    /** Lets it go on unheard. */
    void silence() {
        voice.ifPresent(Speaker.Voice::close);
        voice = Optional.empty();
    }

    @Override
    public void close() {
        measure.cancel(false);
        silence();
    }
}
