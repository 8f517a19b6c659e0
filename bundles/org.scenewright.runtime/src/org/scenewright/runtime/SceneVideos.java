// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SoundSource.State;
import org.scenewright.schema.Value;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells running scenes by {@code VideoEvent}s that their videos play, though nobody sees them; on
 * the thread of the frames.
 *
 * <p>Videos are not decoded here: how long one is remains unknown, so that none comes to its end.
 * An error would be the other way to say so, but then scenes show what they have for broken videos.
 */
public final class SceneVideos implements Physics {
    private static final String PLAYER = "core::VideoPlayer";
    private static final String EVENT = "core::VideoEvent";
    private static final double UNKNOWN = -1;
    private static final double FASTEST = 10;

    private final Clock clock;
    private final Map<Play, Map<Entity, Video>> running = new HashMap<>();

    /** One player. */
    private static final class Video {
        private final ArrayDeque<State> news = new ArrayDeque<>();
        private Value value = Value.EMPTY;
        private double offset;
        private long settled;
        private int timestamp;

        void write(Value next) {
            var before = value;
            value = next;
            boolean isOther = !before.text("src", "").equals(next.text("src", ""));
            if (isOther || before.number("position", -1) != next.number("position", -1)) {
                double position = next.number("position", 0);
                offset = position > 0 && position < Double.POSITIVE_INFINITY ? position : 0;
            }
            if (isOther) {
                news.add(State.LOADING);
                news.add(State.READY);
            }
            if (isOther ? isPlaying() : isPlaying() != isPlaying(before)) {
                news.add(isPlaying() ? State.PLAYING : State.PAUSED);
            }
        }

        // What is not said is yes, unlike with sounds.
        private static boolean isPlaying(Value video) {
            return video.flag("playing", true);
        }

        boolean isPlaying() {
            return isPlaying(value);
        }

        void advance(long now, boolean isRunning) {
            double passed = (now - settled) / 1e9;
            settled = now;
            if (isRunning && isPlaying() && !value.equals(Value.EMPTY)) {
                offset += passed * Math.clamp(value.number("playbackRate", 1), 0, FASTEST);
            }
        }

        void tell(Entity entity, long tick, RendererWriting out) {
            for (var state = news.poll(); state != null; state = news.poll()) {
                var event =
                        Map.of(
                                "state", Value.of(state.ordinal()),
                                "timestamp", Value.of(++timestamp),
                                "tickNumber", Value.of(tick),
                                "currentOffset", Value.of(offset),
                                "videoLength", Value.of(UNKNOWN));
                out.append(entity, EVENT, Bodies.struct(event));
            }
        }
    }

    public SceneVideos(Clock clock) {
        this.clock = clock;
    }

    private Map<Entity, Video> of(Play play) {
        return running.computeIfAbsent(play, p -> new LinkedHashMap<>());
    }

    @Override
    public void move(Play play, RendererWriting out) {
        running.keySet().removeIf(other -> other.state().isOver());
        var videos = of(play);
        var gone = new HashSet<>(videos.keySet());
        long now = clock.nanos();
        boolean isRunning = play.state() instanceof PlayState.Playing;
        play.snapshot()
                .forEach(
                        PLAYER,
                        (entity, value) -> {
                            gone.remove(entity);
                            var video = videos.computeIfAbsent(entity, e -> new Video());
                            video.advance(now, isRunning);
                            if (!video.value.equals(value)) {
                                video.write(value);
                            }
                        });
        videos.keySet().removeAll(gone);
    }

    @Override
    public void answer(Play play, RendererWriting out) {
        long tick = play.tally().ticks();
        of(play).forEach((entity, video) -> video.tell(entity, tick, out));
    }
}
