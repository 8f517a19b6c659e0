// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.assets.Bitmap;

import java.util.List;

/** Screens show which video they would show. */
class VideosTest {
    private static final String SCREEN =
            "Material={\"material\":{\"$case\":\"unlit\",\"unlit\":{\"texture\":{\"tex\":"
                    + "{\"$case\":\"videoTexture\",\"videoTexture\":"
                    + "{\"videoPlayerEntity\":512}}}}}}";

    private static Studio plays(String src) {
        return Studio.of(
                "player at 8 0 8 VideoPlayer={\"src\":\"%s\"}".formatted(src),
                "screen at 8 2 8 box " + SCREEN);
    }

    private static Bitmap shown(Studio studio) {
        return studio.draw().opaque().stream()
                .flatMap(batch -> batch.material().maps().base().stream())
                .findFirst()
                .orElseThrow()
                .bitmap();
    }

    @Test
    void aScreenShowsWhichVideoItIs() {
        assertArrayEquals(
                new VideoStill("a.mp4").draw().rgba(), shown(plays("videos/a.mp4")).rgba());
    }

    @Test
    void screensOfOnePlayerShareAPicture() {
        var studio = plays("a.mp4");
        var before = shown(studio);
        studio.set("screen", "core::Material", SCREEN.substring("Material=".length()));
        assertSame(before, shown(studio));
    }

    @Test
    void aScreenFollowsItsPlayer() {
        var studio = plays("a.mp4");
        var before = List.of(shown(studio).rgba());
        studio.set("player", "core::VideoPlayer", "{\"src\":\"b.mp4\"}");
        assertArrayEquals(new VideoStill("b.mp4").draw().rgba(), shown(studio).rgba());
        assertNotEquals(before, List.of(shown(studio).rgba()));
    }

    @Test
    void aScreenWithoutAPlayerIsStillAScreen() {
        var studio = Studio.of("screen at 8 2 8 box " + SCREEN);
        assertArrayEquals(new VideoStill("video").draw().rgba(), shown(studio).rgba());
    }

    @ParameterizedTest
    @CsvSource({
        "videos/intro.mp4,intro.mp4",
        "https://example.org/live/stream.m3u8?token=1,stream.m3u8",
        "https://example.org/live/,live",
        "'',video"
    })
    void itIsCalledByItsFile(String src, String name) {
        assertEquals(name, VideoStill.of(src).name());
    }

    @Test
    void aNameWithoutEndIsCutShort() {
        assertTrue(VideoStill.of("x".repeat(5000)).name().length() <= 40);
    }
}
