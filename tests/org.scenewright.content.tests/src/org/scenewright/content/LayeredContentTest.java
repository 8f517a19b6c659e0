// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class LayeredContentTest {
    @TempDir Path folder;
    private LayeredContent layered;

    private record Nothing() implements ContentStore {
        @Override
        public String base() {
            return "https://realm.example/contents/";
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            throw new IOException("Nothing is here.");
        }
    }

    @BeforeEach
    void make() throws IOException {
        Files.writeString(folder.resolve("own.glb"), "own");
        layered = new LayeredContent(new ProjectFiles(folder));
        layered.behind(Optional.of(realm("Realm")));
    }

    private static ContentProvider realm(String name) {
        var hash = new AssetHash("hash");
        return new MappedContent(name, new Nothing(), Map.of("own.glb", hash, "other.glb", hash));
    }

    private void check(String owner, String path) {
        assertEquals(owner, layered.owner(path).name());
    }

    @Test
    void whatTheFirstHasIsItsOwn() {
        check("Project", "OWN.glb");
    }

    @Test
    void whatItHasNotIsTheOthers() {
        check("Realm", "other.glb");
        assertEquals(new AssetHash("hash"), hash("sub/../other.glb"));
    }

    @Test
    void whatNobodyHasIsMissingInTheFirst() {
        check("Project", "none.glb");
        assertEquals(new Resolution.Missing("none.glb"), layered.resolve("none.glb"));
    }

    @Test
    void whatLeadsOutsideIsNobodys() {
        assertEquals(new Resolution.Outside("../own.glb"), layered.resolve("../own.glb"));
    }

    @Test
    void theOtherCanBeExchanged() {
        layered.behind(Optional.of(realm("Another")));
        check("Another", "other.glb");
        layered.behind(Optional.empty());
        check("Project", "other.glb");
    }

    private AssetHash hash(String path) {
        var found = (Resolution.Found) layered.resolve(path);
        return found.content().hash().orElseThrow();
    }
}
