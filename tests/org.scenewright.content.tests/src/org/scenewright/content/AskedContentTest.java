// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AskedContentTest {
    private static final AssetHash OLD = Cid.of(new byte[] {1});
    private static final AssetHash NEW = Cid.of(new byte[] {2});

    private final ContentCacheTest.CountingStore store = new ContentCacheTest.CountingStore();
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final AskedContent provider =
            new AskedContent(
                    "Realm",
                    store,
                    path -> {
                        asked.add(path);
                        meanwhile.run();
                        return Optional.of(OLD);
                    });

    private Optional<AssetHash> fetched(String path) throws IOException {
        var found = assertInstanceOf(Resolution.Found.class, provider.resolve(path));
        found.content().fetch();
        return found.content().hash();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./models/Oak.glb", "/models\\Oak.glb", "x/../models//Oak.glb"})
    void asksForTheSamePathHoweverItIsSpelled(String path) throws IOException {
        assertEquals(Optional.of(OLD), fetched(path));
        assertEquals(List.of("models/Oak.glb"), asked);
    }

    @Test
    void whatIsPutWhileSomebodyAsksIsNewerThanTheAnswer() throws IOException {
        meanwhile = () -> provider.put("A.glb", NEW);
        assertEquals(Optional.of(NEW), fetched("a.glb"));
    }
}
