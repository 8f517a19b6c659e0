// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.content.Resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Notes what would be heard. */
final class FakeSpeaker implements Speaker {
    private final Map<String, CompletableFuture<Measure>> measures = new HashMap<>();
    final List<CompletableFuture<Measure>> asked = new ArrayList<>();
    final List<FakeVoice> voices = new ArrayList<>();

    /** Something that is heard. */
    static final class FakeVoice implements Voice {
        final Clip clip;
        final Cue cue;
        Mix mix;
        boolean isOver;

        FakeVoice(Clip clip, Cue cue) {
            this.clip = clip;
            this.cue = cue;
            this.mix = cue.mix();
        }

        @Override
        public void mix(Mix next) {
            mix = next;
        }

        @Override
        public void close() {
            isOver = true;
        }
    }

    private CompletableFuture<Measure> measure(String src) {
        return measures.computeIfAbsent(src, s -> new CompletableFuture<>());
    }

    FakeSpeaker with(String src, double seconds) {
        measure(src).complete(new Measure.Length(seconds));
        return this;
    }

    FakeSpeaker without(String src) {
        measure(src).complete(new Measure.Unplayable(src + " cannot be played."));
        return this;
    }

    @Override
    public CompletableFuture<Measure> measure(Clip clip) {
        asked.add(measure(clip.src()).copy());
        return asked.getLast();
    }

    @Override
    public Voice play(Clip clip, Cue cue) {
        var voice = new FakeVoice(clip, cue);
        voices.add(voice);
        return voice;
    }

    List<FakeVoice> heard() {
        return voices.stream().filter(voice -> !voice.isOver).toList();
    }

    /** A clip whose file nobody looks for. */
    static Clip clip(String src) {
        return new Clip(src, () -> new Resolution.Missing(src));
    }
}
