// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "a.GLB, MODEL",
        "assets/b.gltf, MODEL",
        "c.d.jpeg, PICTURE",
        "d.WebP, PICTURE",
        "e.ogg, SOUND",
        "f.mp4, VIDEO",
        "g.m3u8, PLAYLIST",
        "main.composite, COMPOSITE"
    })
    void theEndOfANameSaysWhatItIs(String path, FileKind kind) {
        assertEquals(Optional.of(kind), FileKind.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "png", "a.png/b", "a.txt", "a.glb.", "assets.mp4/readme"})
    void anythingElseIsOfNoKind(String path) {
        assertEquals(Optional.empty(), FileKind.of(path));
    }

    @Test
    void aListOfVideosStandsForAVideo() {
        assertTrue(FileKind.VIDEO.isLike("a.m3u8"));
        assertTrue(FileKind.PLAYLIST.isLike("a.webm"));
        assertFalse(FileKind.VIDEO.isLike("a.mp3"));
        assertFalse(FileKind.VIDEO.isLike("a"));
    }
}
