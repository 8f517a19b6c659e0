// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.runtime.SoundSource.State;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SoundSourceTest {
    private static final long SECOND = 1_000_000_000L;

    private final FakeSpeaker speaker = new FakeSpeaker().with("a", 10).with("b", 4).without("no");
    private final SoundSource source = new SoundSource(speaker, FakeSpeaker::clip);
    private long now;

    private SoundSourceTest write(String src, String fields) {
        source.write(ValueJson.parse("{\"audioClipUrl\":\"%s\"%s}".formatted(src, fields)), now);
        source.advance(now);
        return this;
    }

    private SoundSourceTest plays(String fields) {
        return write("a", ",\"playing\":true" + fields);
    }

    private SoundSourceTest after(double seconds) {
        now += (long) (seconds * SECOND);
        source.advance(now);
        return this;
    }

    private void isAt(double seconds) {
        assertEquals(seconds, source.position(), 1e-6);
    }

    private List<State> news() {
        var all = new ArrayList<State>();
        for (var next = source.news(); next.isPresent(); next = source.news()) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void itPlaysByTheClock() {
        plays("").after(3).isAt(3);
    }

    @Test
    void whatDoesNotPlayStays() {
        write("a", "").after(3).isAt(0);
    }

    @Test
    void itsStatesAreTold() {
        plays("").after(11);
        assertEquals(List.of(State.LOADING, State.READY, State.PLAYING, State.READY), news());
    }

    @Test
    void itEndsAtItsEnd() {
        plays("").after(11).isAt(10);
        assertFalse(source.isPlaying());
    }

    @Test
    void itLoops() {
        plays(",\"loop\":true").after(23).isAt(3);
        assertTrue(source.isPlaying());
    }

    @Test
    void pitchMakesItFaster() {
        plays(",\"pitch\":2").after(2).isAt(4);
    }

    @Test
    void anotherPitchHoldsFromThenOn() {
        plays("").after(2).plays(",\"pitch\":0.5").after(2).isAt(3);
    }

    @Test
    void aPitchOfZeroOrLessStandsStill() {
        plays(",\"pitch\":-1").after(2).isAt(0);
    }

    @Test
    void anotherVolumeLetsItPlayOn() {
        plays(",\"currentTime\":0").after(2).plays(",\"currentTime\":0,\"volume\":0.5").isAt(2);
        assertEquals(0.5, source.volume());
    }

    @Test
    void theSameOnceMoreBeginsAnew() {
        plays(",\"currentTime\":0").after(2).plays(",\"currentTime\":0").isAt(0);
    }

    @Test
    void theSameWithoutATimeGoesOn() {
        plays("").after(2).plays("").isAt(2);
    }

    @Test
    void whatHasEndedBeginsAnewWhenItIsWrittenOnceMore() {
        plays("").after(11).plays("").after(1).isAt(1);
        assertTrue(source.isPlaying());
    }

    @Test
    void anotherTimeIsGoneTo() {
        plays("").after(2).plays(",\"currentTime\":7").isAt(7);
    }

    @Test
    void itBeginsWhereTheSceneSays() {
        plays(",\"currentTime\":4").after(1).isAt(5);
    }

    @Test
    void aTimeBeyondTheEndIsJustBeforeIt() {
        plays(",\"currentTime\":99").isAt(9.99);
    }

    @Test
    void aTimeBeforeTheBeginningIsTheBeginning() {
        plays(",\"currentTime\":-5").isAt(0);
    }

    @Test
    void whatIsStoppedWaitsWhereItIs() {
        plays("").after(2).write("a", "").after(5).isAt(2);
        assertEquals(State.PAUSED, source.state());
    }

    @Test
    void whatWasStoppedBeginsAnew() {
        plays("").after(2).write("a", "").after(5).plays("").after(1).isAt(1);
    }

    @Test
    void whatWasStoppedBeginsWhereTheSceneSays() {
        plays("").after(2).write("a", "").after(5).plays(",\"currentTime\":4").isAt(4);
    }

    @Test
    void anotherClipIsLoaded() {
        plays("").after(2).write("b", ",\"playing\":true").after(1).isAt(1);
        assertTrue(news().lastIndexOf(State.LOADING) > 2);
    }

    @Test
    void itWaitsUntilTheClipIsThere() {
        write("late", ",\"playing\":true").after(3);
        assertEquals(List.of(State.LOADING), news());
        speaker.with("late", 2);
        after(1).after(1).isAt(1);
    }

    @Test
    void whatCannotBePlayedIsAnErrorAndSaysWhyOnce() {
        write("no", ",\"playing\":true");
        assertEquals(List.of(State.LOADING, State.ERROR), news());
        assertEquals(Optional.of("no cannot be played."), source.complaint());
        assertEquals(Optional.empty(), source.complaint());
    }

    @Test
    void whoListensLaterHearsItWhereItIsByThen() {
        plays("").after(3);
        source.sound(1, 1);
        assertEquals(3, speaker.heard().getFirst().cue.seconds(), 1e-6);
    }

    @Test
    void whatGoesOnIsOnlyMixedAnew() {
        plays("").after(1);
        source.sound(1, 1);
        source.sound(0.5, 0.25);
        assertEquals(1, speaker.voices.size());
        assertEquals(new Speaker.Mix(0.5f, 0.25f, 1), speaker.heard().getFirst().mix);
    }

    @Test
    void whatEndsIsHeardNoMore() {
        plays("").after(1);
        source.sound(1, 1);
        after(10);
        assertEquals(List.of(), speaker.heard());
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotMeasured() {
        write("slow", "").write("a", "");
        assertTrue(speaker.asked.getFirst().isCancelled());
        assertEquals(List.of(State.LOADING, State.READY), news());
    }

    @Test
    void whatIsGoneIsNotMeasured() {
        write("slow", "");
        source.close();
        assertTrue(speaker.asked.getFirst().isCancelled());
    }
}
