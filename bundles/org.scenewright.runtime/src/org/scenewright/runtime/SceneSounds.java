// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.AssetBindings;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Lets the {@code AudioSource}s of running scenes be heard from where the camera is, and tells the
 * scenes by {@code AudioEvent}s how far they are; on the thread of the frames.
 *
 * <p>All sounds go on by the clock; only the loudest are heard.
 */
public final class SceneSounds implements Physics, AutoCloseable {
    /** More at once than anybody tells from one another. */
    static final int MOST_VOICES = 24;

    private static final String SOURCE = "core::AudioSource";
    private static final String STREAM = "core::AudioStream";
    private static final String EVENT = "core::AudioEvent";

    /** A hostile script must not fill the console. */
    static final int MOST_COMPLAINTS = 100;

    private static final double SILENT = 0.001;

    /** What is heard is a little louder, so that two of about the same do not take turns. */
    private static final double STAY = 1.25;

    private final Speaker speaker;
    private final Recordings recordings;
    private final Clock clock;
    private final BiConsumer<Play, String> complaint;
    private final Map<Play, Running> running = new HashMap<>();

    /** How loud a source is by now. */
    private record Audible(SoundSource source, Earshot loud) {
        double weight() {
            return loud.loudest() * (source.isHeard() ? STAY : 1);
        }
    }

    /** What is known of one entity. */
    private static final class Told {
        private final SoundSource source;
        private Written last = new Written(Value.EMPTY, Optional.empty());
        private int timestamp;

        Told(SoundSource source) {
            this.source = source;
        }
    }

    /** What was written, and when by the clock of the scene's messages. */
    private record Written(Value value, Optional<Integer> stamp) {}

    /** What is known of one play. */
    private final class Running {
        private final Play play;
        private final Map<Entity, Told> sources = new LinkedHashMap<>();
        private final Set<String> complaints = new HashSet<>();
        private List<Audible> audible = List.of();

        Running(Play play) {
            this.play = play;
        }

        void follow(long now) {
            var scene = play.snapshot();
            var left = new HashSet<>(sources.keySet());
            scene.forEach(
                    SOURCE,
                    (entity, value) -> {
                        left.remove(entity);
                        write(entity, new Written(value, stamp(entity)), now);
                    });
            left.forEach(entity -> sources.remove(entity).source.close());
            scene.forEach(STREAM, (entity, value) -> refuse(value));
        }

        private Optional<Integer> stamp(Entity entity) {
            return play.scene().flatMap(scene -> scene.stamp(entity, SOURCE));
        }

        private void write(Entity entity, Written written, long now) {
            var told = sources.computeIfAbsent(entity, e -> new Told(source(e)));
            if (!told.last.equals(written)) {
                told.last = written;
                told.source.write(written.value(), now);
            }
        }

        private SoundSource source(Entity entity) {
            return new SoundSource(speaker, src -> clip(entity, src));
        }

        private Speaker.Clip clip(Entity entity, String src) {
            var bindings = AssetBindings.of(play.snapshot(), entity);
            var source = bindings.source(SOURCE + ".audioClipUrl", src);
            return new Speaker.Clip(src, () -> recordings.find(play, source));
        }

        private void refuse(Value stream) {
            String url = stream.text("url", "");
            if (stream.flag("playing", false) && !url.isBlank()) {
                complain("The editor plays no streams: " + url);
            }
        }

        void advance(long now) {
            if (play.state() instanceof PlayState.Playing) {
                sources.values().forEach(told -> advance(told, now));
                hear();
            } else {
                sources.values().forEach(told -> told.source.rest(now));
                audible = List.of();
            }
        }

        private void advance(Told told, long now) {
            told.source.advance(now);
            told.source.complaint().ifPresent(this::complain);
        }

        private void complain(String sentence) {
            if (complaints.size() < MOST_COMPLAINTS && complaints.add(sentence)) {
                complaint.accept(play, sentence);
            }
        }

        private void hear() {
            var scene = play.snapshot();
            var listener = scene.worldPose(Entity.CAMERA);
            audible =
                    sources.entrySet().stream()
                            .filter(e -> e.getValue().source.isPlaying())
                            .map(
                                    e -> {
                                        var source = e.getValue().source;
                                        var place = scene.worldPose(e.getKey()).position();
                                        return new Audible(
                                                source,
                                                source.isGlobal()
                                                        ? Earshot.everywhere(source.volume())
                                                        : Earshot.from(
                                                                place, listener, source.volume()));
                                    })
                            .toList();
        }

        void tell(RendererWriting out) {
            sources.forEach((entity, told) -> tell(entity, told, out));
        }

        private static void tell(Entity entity, Told told, RendererWriting out) {
            for (var news = told.source.news(); news.isPresent(); news = told.source.news()) {
                var event =
                        Map.of(
                                "state", Value.of(news.get().ordinal()),
                                "timestamp", Value.of(++told.timestamp));
                out.append(entity, EVENT, Bodies.struct(event));
            }
        }

        void close() {
            sources.values().forEach(told -> told.source.close());
        }
    }

    /**
     * @param complaint takes sentences about what cannot be heard, once for each and not too many
     */
    public SceneSounds(
            Speaker speaker,
            Recordings recordings,
            Clock clock,
            BiConsumer<Play, String> complaint) {
        this.speaker = speaker;
        this.recordings = recordings;
        this.clock = clock;
        this.complaint = complaint;
    }

    @Override
    public void move(Play play, RendererWriting out) {
        long now = clock.nanos();
        forgetEnded();
        var one = running.computeIfAbsent(play, Running::new);
        one.follow(now);
        one.advance(now);
        mix();
    }

    private void mix() {
        var loudest =
                running.values().stream()
                        .flatMap(one -> one.audible.stream())
                        .sorted(Comparator.comparingDouble(Audible::weight).reversed())
                        .toList();
        for (int i = 0; i < loudest.size(); i++) {
            var next = loudest.get(i);
            if (i < MOST_VOICES && next.loud().loudest() > SILENT) {
                next.source().sound(next.loud().left(), next.loud().right());
            } else {
                next.source().silence();
            }
        }
    }

    @Override
    public void answer(Play play, RendererWriting out) {
        running.computeIfAbsent(play, Running::new).tell(out);
    }

    private void forgetEnded() {
        var ended = running.keySet().stream().filter(play -> play.state().isOver()).toList();
        for (var play : ended) {
            Optional.ofNullable(running.remove(play)).ifPresent(Running::close);
        }
    }

    /** Forgets all scenes, on the thread of the frames or after its end. */
    @Override
    public void close() {
        running.values().forEach(Running::close);
        running.clear();
    }
}
