// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetSource;
import org.scenewright.crdt.Entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the script of a scene plays, is heard. */
class SceneSoundsTest {
    private static final Entity BELL = Entity.of(600, 0);
    private static final String SOURCE = "core::AudioSource";
    private static final String PLAYS = "{\"audioClipUrl\":\"bell\",\"playing\":true%s}";
    private static final long SECOND = 1000 * VirtualClock.MILLI;

    private PhysicsStage stage;
    private FakeSpeaker speaker;

    @BeforeEach
    void play(@TempDir Path directory) throws IOException {
        stage = new PhysicsStage(directory);
        speaker = stage.speaker().with("bell", 5).without("no");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private void plays(Entity entity, String more) {
        stage.puts(entity, SOURCE, PLAYS.formatted(more));
    }

    private List<Integer> states() {
        return stage.appended(BELL, "core::AudioEvent").stream()
                .map(event -> (int) event.number("state", 0))
                .toList();
    }

    @Test
    void itIsHeardAndTheSceneIsTold() {
        plays(BELL, "");
        stage.answered().frames(2);
        assertEquals(1, speaker.heard().size());
        assertEquals(List.of(2, 3, 4), states());
    }

    @Test
    void aBoundSoundIsThatOfItsAsset() {
        var field = SOURCE + ".audioClipUrl";
        stage.puts(
                BELL,
                AssetBindings.COMPONENT,
                "{\"bindings\":[{\"field\":\"%s\",\"assetId\":\"chime\",\"provider\":\"\"}]}"
                        .formatted(field));
        plays(BELL, "");
        stage.answered().frames(2);
        speaker.heard().getFirst().clip.file().get();
        assertEquals(List.of(new AssetSource("chime", "bell")), stage.lookedUp());
    }

    @Test
    void itsEndIsTold() {
        plays(BELL, "");
        stage.answered().spend(6 * SECOND).frames(3);
        assertEquals(List.of(2, 3, 4, 3), states());
        assertEquals(List.of(), speaker.heard());
    }

    @Test
    void eachTellingHasANumberOfItsOwn() {
        plays(BELL, "");
        stage.answered().frames(2);
        var numbers =
                stage.appended(BELL, "core::AudioEvent").stream()
                        .map(event -> (int) event.number("timestamp", 0))
                        .toList();
        assertEquals(List.of(1, 2, 3), numbers);
    }

    @Test
    void theSameWrittenOnceMoreIsHeardOnceMore() {
        plays(BELL, ",\"currentTime\":0");
        stage.answered().spend(6 * SECOND).frames(2);
        plays(BELL, ",\"currentTime\":0");
        stage.answered().frames(2);
        assertEquals(1, speaker.heard().size());
        assertEquals(2, speaker.voices.size());
    }

    @Test
    void whatIsRemovedIsSilent() {
        plays(BELL, "");
        stage.answered();
        stage.removes(BELL, SOURCE).answered();
        assertEquals(List.of(), speaker.heard());
    }

    @Test
    void whileTheSceneWaitsNothingIsHeardAndNoTimePasses() {
        plays(BELL, "");
        stage.answered();
        stage.play().pause();
        stage.spend(9 * SECOND).frames(2);
        assertEquals(List.of(), speaker.heard());
        stage.play().resume();
        stage.frames(3);
        assertEquals(1, speaker.heard().size());
        assertTrue(speaker.heard().getFirst().cue.seconds() < 1);
    }

    @Test
    void onlyTheLoudestAreHeard() {
        for (int i = 0; i < SceneSounds.MOST_VOICES + 5; i++) {
            plays(Entity.of(600 + i, 0), ",\"global\":true,\"volume\":" + (i < 5 ? 0.2 : 0.9));
        }
        stage.answered().frames(2);
        assertEquals(SceneSounds.MOST_VOICES, speaker.heard().size());
        assertTrue(speaker.heard().stream().allMatch(voice -> voice.mix.left() > 0.5));
    }

    @Test
    void whatIsTooFarAwayGoesOnUnheard() {
        stage.puts(BELL, "core::Transform", "{\"position\":{\"x\":0,\"y\":0,\"z\":1000}}");
        plays(BELL, "");
        stage.answered().frames(2);
        assertEquals(List.of(), speaker.heard());
        assertEquals(List.of(2, 3, 4), states());
    }

    @Test
    void whatCannotBePlayedIsToldOnce() {
        stage.puts(BELL, SOURCE, "{\"audioClipUrl\":\"no\",\"playing\":true}");
        stage.puts(Entity.of(601, 0), SOURCE, "{\"audioClipUrl\":\"no\",\"playing\":true}");
        stage.answered().frames(3);
        assertEquals(List.of("no cannot be played."), stage.complaints());
        assertEquals(List.of(2, 1), states());
    }

    @Test
    void streamsAreNotOpened() {
        stage.puts(
                BELL, "core::AudioStream", "{\"url\":\"https://example.org/a\",\"playing\":true}");
        stage.answered().frames(3);
        assertEquals(
                List.of("The editor plays no streams: https://example.org/a"), stage.complaints());
    }

    @Test
    void notTooManyAreComplainedOf() {
        for (int i = 0; i < SceneSounds.MOST_COMPLAINTS + 20; i++) {
            var stream = "{\"url\":\"https://example.org/%d\",\"playing\":true}".formatted(i);
            stage.puts(Entity.of(600 + i, 0), "core::AudioStream", stream);
        }
        stage.answered().frames(3);
        assertEquals(SceneSounds.MOST_COMPLAINTS, stage.complaints().size());
    }

    @Test
    void whatHasEndedIsSilent() {
        plays(BELL, "");
        stage.answered();
        stage.play().close();
        stage.sounds().close();
        assertEquals(List.of(), speaker.heard());
    }
}
