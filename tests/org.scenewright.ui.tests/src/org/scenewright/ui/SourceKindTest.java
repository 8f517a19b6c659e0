// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SourceKindTest {
    private static final List<String> FILES = List.of("a.GLB", "b.png", "c.mp3", "d.mp4", "e.txt");

    @ParameterizedTest
    @CsvSource({
        "core::GltfContainer.src, a.GLB",
        "core::Material.material.pbr.texture.tex.texture.src, b.png",
        "core::AudioSource.audioClipUrl, c.mp3",
        "core::VideoPlayer.src, d.mp4"
    })
    void aFieldIsOfferedFilesOfItsKind(String field, String file) {
        assertEquals(List.of(file), SourceKind.of(field).orElseThrow().among(FILES));
    }
}
