// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class MappedContentTest {
    private static final ContentStore ECHO =
            new ContentStore() {
                @Override
                public String base() {
                    return "https://content.example/contents/";
                }

                @Override
                public byte[] bytes(AssetHash hash, long most) {
                    return hash.text().getBytes(StandardCharsets.US_ASCII);
                }
            };

    private final ContentProvider crate =
            new MappedContent(
                    "Crates",
                    ECHO,
                    Map.of(
                            "Crate.glb", new AssetHash("a"),
                            "textures/Wood.png", new AssetHash("b"),
                            "../evil.png", new AssetHash("c")));

    @ParameterizedTest
    @CsvSource({
        "Crate.glb, Crate.glb, a",
        "crate.GLB, Crate.glb, a",
        "assets/asset-packs/crate/crate.glb, Crate.glb, a",
        "assets\\custom\\crate\\textures\\wood.png, textures/Wood.png, b",
    })
    void findsAPathHoweverItIsSpelledAndWhereverItWasImported(
            String path, String spelled, String hash) throws IOException {
        var found = assertInstanceOf(Resolution.Found.class, crate.resolve(path));
        assertEquals(spelled, found.path());
        assertArrayEquals(hash.getBytes(StandardCharsets.US_ASCII), found.content().bytes(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.png", "wood.png", "textures", "", "crate.glb/x", "models/crate.glb"})
    void missesWhatTheMappingDoesNotName(String path) {
        assertEquals(new Resolution.Missing(path), crate.resolve(path));
    }

    @Test
    void refusesWhatLeadsOutside() {
        assertInstanceOf(Resolution.Outside.class, crate.resolve("../evil.png"));
        assertInstanceOf(Resolution.Outside.class, crate.resolve("https://a.example/crate.glb"));
    }

    @Test
    void resolvesBesideAFileOfTheSameAsset() {
        var found =
                assertInstanceOf(
                        Resolution.Found.class,
                        crate.resolveBeside("textures/x.gltf", "../Crate.glb"));
        assertEquals("Crate.glb", found.path());
    }
}
