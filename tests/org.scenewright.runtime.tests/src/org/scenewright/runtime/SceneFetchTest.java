// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.content.Cid;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentServer;
import org.scenewright.content.Downloads;
import org.scenewright.content.SceneDownload;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.StateDump;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.LoopbackContent;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

@Timeout(120)
class SceneFetchTest {
    private static final ComponentTypes CORE = CoreComponents.load();
    private static final String SETTINGS = "{\"scene\":{\"parcels\":[\"3,4\"],\"base\":\"3,4\"}}";
    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core::GltfContainer",
                  "data": {
                    "512": {
                      "json": {
                        "src": "models/tree.glb"
                      }
                    }
                  }
                }
              ]
            }
            """;
    private static final SceneDownload.Watcher PATIENT =
            new SceneDownload.Watcher() {
                @Override
                public void reached(int files, int of) {}

                @Override
                public boolean isCanceled() {
                    return false;
                }
            };

    @TempDir Path disk;
    private final LoopbackContent remote = new LoopbackContent();
    private final Downloads downloads = new Downloads();
    private final List<String> files = new ArrayList<>();

    @AfterEach
    void close() {
        downloads.close();
        remote.close();
    }

    @Test
    void bringsASceneWithItsComposite() throws IOException {
        deploy("assets/scene/main.composite", COMPOSITE.getBytes(StandardCharsets.UTF_8));
        deploy("models/tree.glb", new byte[] {1, 2, 3});
        assertEquals(List.of(), fetch());
        assertEquals(COMPOSITE, Files.readString(folder("assets/scene/main.composite")));
        assertEquals(3, Files.size(folder("models/tree.glb")));
        assertEquals(SETTINGS, Files.readString(folder("scene.json")));
        assertEquals("models/tree.glb", source());
    }

    @Test
    void makesACompositeOfTheStateOfASceneWithoutOne() throws IOException {
        deploy("main.crdt", state());
        assertEquals(List.of(), fetch());
        assertEquals("models/tree.glb", source());
    }

    @Test
    void saysWhereAStateIsDamaged() throws IOException {
        byte[] state = state();
        state[0] = 100;
        deploy("main.crdt", state);
        var failed = assertThrows(IOException.class, this::fetch);
        assertTrue(failed.getMessage().contains("main.crdt"), failed::getMessage);
        assertFalse(Files.exists(disk.resolve("new")));
    }

    @Test
    void refusesASceneForAnOlderSdk() {
        deploy("bin/game.js", new byte[] {1});
        var refused = assertThrows(IOException.class, this::fetch);
        assertTrue(refused.getMessage().contains("older SDK"), refused::getMessage);
        assertEquals(List.of("POST /entities/active"), remote.asked());
    }

    @Test
    void comesFromTheCacheTheSecondTime() throws IOException {
        deploy("assets/scene/main.composite", COMPOSITE.getBytes(StandardCharsets.UTF_8));
        fetch();
        int before = remote.asked().size();
        fetcher().fetch(new Parcel(3, 4), disk.resolve("again"), PATIENT);
        assertEquals(before + 1, remote.asked().size());
    }

    @Test
    void postsWhatWasSaved() throws IOException {
        deploy("assets/scene/main.composite", COMPOSITE.getBytes(StandardCharsets.UTF_8));
        fetch();
        var post = new ScenePost(SceneProject.at(disk.resolve("new")), CORE);
        post.send(URI.create(remote.address() + "/saved"), downloads);
        var body = ValueJson.parse(remote.posted().getFirst());
        var sent = body.items("files");
        assertEquals("scenewright-scene", body.text("format", ""));
        assertEquals(SETTINGS, sent.get(0).text("text", ""));
        assertEquals("assets/scene/main.composite", sent.get(1).text("path", ""));
        assertEquals(COMPOSITE, sent.get(1).text("text", ""));
        assertEquals(Base64.getEncoder().encodeToString(state()), sent.get(2).text("base64", ""));
    }

    @Test
    void postsNoStateThatCannotBeBuilt() throws IOException {
        var project = SceneProject.at(Files.createDirectories(disk.resolve("bad")));
        Files.createDirectories(project.composite().getParent());
        Files.writeString(project.composite(), "{");
        String body = new String(new ScenePost(project, CORE).body(Instant.EPOCH));
        assertEquals(
                "{\"format\":\"scenewright-scene\",\"version\":1,\"saved\":"
                        + "\"1970-01-01T00:00:00Z\",\"files\":[{\"path\":"
                        + "\"assets/scene/main.composite\",\"text\":\"{\"}]}",
                body);
    }

    private void deploy(String path, byte[] bytes) {
        remote.put("/contents/" + Cid.of(bytes), bytes);
        files.add("{\"file\":\"%s\",\"hash\":\"%s\"}".formatted(path, Cid.of(bytes)));
        remote.deploy(
                "3,4",
                "{\"type\":\"scene\",\"pointers\":[\"3,4\"],\"content\":[%s],\"metadata\":%s}"
                        .formatted(String.join(",", files), SETTINGS));
    }

    private SceneFetch fetcher() throws IOException {
        var cache = new ContentCache(disk.resolve("cache"), 1 << 20);
        return new SceneFetch(new ContentServer(remote.address(), downloads), cache, CORE);
    }

    private List<String> fetch() throws IOException {
        return fetcher().fetch(new Parcel(3, 4), disk.resolve("new"), PATIENT);
    }

    private Path folder(String path) {
        return disk.resolve("new").resolve(path);
    }

    /** What the one model of the scene is, as it is opened. */
    private String source() {
        var scene = LoadedScene.open(SceneProject.at(disk.resolve("new")), CORE);
        var entity = new Entity(512);
        return scene.snapshot()
                .value(entity, "core::GltfContainer")
                .map(value -> value.text("src", ""))
                .orElse("");
    }

    private byte[] state() throws IOException {
        var project = SceneProject.at(disk.resolve("source"));
        Files.createDirectories(project.composite().getParent());
        Files.writeString(project.composite(), COMPOSITE);
        return StateDump.of(project, CORE).toBytes();
    }
}
