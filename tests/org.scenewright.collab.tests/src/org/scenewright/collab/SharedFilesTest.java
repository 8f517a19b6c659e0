// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.content.AssetHash;
import org.scenewright.content.Cid;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import javax.imageio.ImageIO;

/** Ann brings a model to a shared scene that Bob, and Cora who comes later, do not have. */
class SharedFilesTest {
    private static final String FOLDER = "assets/asset-packs/lamp/";
    private static final String MODEL = FOLDER + "Lamp.gltf";
    private static final String GLTF =
            """
            {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}],
             "nodes": [{"mesh": 0}],
             "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1},
              "material": 0}]}],
             "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
             "textures": [{"source": 0}], "images": [{"uri": "textures/red%20one.png"}],
             "buffers": [{"uri": "lamp.bin", "byteLength": 60}],
             "bufferViews": [{"buffer": 0, "byteLength": 36},
              {"buffer": 0, "byteOffset": 36, "byteLength": 24}],
             "accessors": [{"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3",
              "min": [0, 0, 0], "max": [2, 3, 0]},
              {"bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC2"}]}
            """;

    @TempDir Path directory;
    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));
    private final List<SharedSession> sessions = new ArrayList<>();
    private Workplace ann;
    private Workplace bob;
    private Workplace cora;
    private SessionLink link;

    @BeforeEach
    void open() throws IOException {
        ann = new Workplace(directory.resolve("ann"), adapters);
        bob = new Workplace(directory.resolve("bob"), adapters);
        cora = new Workplace(directory.resolve("cora"), adapters);
        link =
                new SessionLink(
                        ConnectionString.parse("simulator:files?delay=1"),
                        SessionLink.newSession(),
                        ann.identity.address(),
                        Optional.empty());
    }

    @AfterEach
    void close() {
        sessions.forEach(SharedSession::close);
        List.of(ann, bob, cora).forEach(Workplace::close);
    }

    private SharedSession begun(CompletableFuture<SharedSession> session) {
        var begun = now(session);
        sessions.add(begun);
        await(begun, status -> status.stage() == Stage.LIVE);
        return begun;
    }

    private SharedSession share() {
        return begun(SharedSession.share(ann.scene(), link, ann.access("Ann"), Role.EDITOR));
    }

    private SharedSession join(Workplace who, String name) {
        return begun(SharedSession.join(who.scene(), link, who.access(name)));
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] triangle() {
        var bytes = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 1}) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    /** What an import of an asset brings to the project of who places it. */
    private void bring(Workplace who) throws IOException {
        who.write(MODEL, GLTF.getBytes(StandardCharsets.UTF_8));
        who.write(FOLDER + "lamp.bin", triangle());
        who.write(FOLDER + "textures/red one.png", picture());
    }

    private static void checkShows(Workplace who) throws IOException {
        who.awaitFile(MODEL);
        who.awaitFile(FOLDER + "lamp.bin");
        who.awaitFile(FOLDER + "textures/red one.png");
        try (var library = new AssetLibrary(who.directory())) {
            library.model(AssetSource.of(MODEL));
            now(library.settled());
            var ready = assertInstanceOf(Loading.Ready.class, library.model(AssetSource.of(MODEL)));
            var model = (Model) ready.asset();
            assertEquals(3, model.bounds().maxY());
            assertEquals(List.of(), model.warnings());
        }
    }

    @Test
    void othersAndWhoComesLaterShowTheModelThatOnePlaced() throws IOException {
        var anns = share();
        join(bob, "Bob");
        ann.show(MODEL);
        bring(ann);
        checkShows(bob);
        anns.close();
        awaitPeople(sessions.get(1), 1);
        join(cora, "Cora");
        checkShows(cora);
    }

    @Test
    void whatIsThereAlreadyStaysAsItIs() throws IOException {
        bob.write(FOLDER + "lamp.bin", new byte[] {1, 2, 3});
        bring(ann);
        ann.show(MODEL);
        share();
        var told = new CompletableFuture<String>();
        join(bob, "Bob").onNotice(told::complete);
        bob.awaitFile(FOLDER + "textures/red one.png");
        assertTrue(now(told).contains(FOLDER + "lamp.bin is not what Ann has there"), now(told));
        assertArrayEquals(
                new byte[] {1, 2, 3},
                Files.readAllBytes(bob.directory().resolve(FOLDER + "lamp.bin")));
    }

    @Test
    void nothingButAssetsThatTheSceneNamesCanBeHad() throws IOException {
        ann.write("assets/other.glb", new byte[] {1});
        ann.write("secret/key.txt", new byte[] {1});
        ann.write(".git/picture.png", new byte[] {1});
        ann.write("node_modules/a/picture.png", new byte[] {1});
        ann.write("lamp.glb", new byte[] {1});
        try (var files = files(ann)) {
            ann.show("lamp.glb");
            assertInstanceOf(SharedFiles.Found.Held.class, now(files.find("lamp.glb")));
            assertInstanceOf(SharedFiles.Found.Held.class, now(files.find("./LAMP.glb")));
            assertAbsent(files, "assets/other.glb");
            for (var path :
                    List.of(
                            "secret/key.txt",
                            ".git/picture.png",
                            "node_modules/a/picture.png",
                            "../ann/lamp.glb",
                            "scene.json",
                            "assets/scene/main.composite")) {
                ann.show(path);
                assertAbsent(files, path);
            }
        }
    }

    private static void assertAbsent(ProjectAssets files, String path) {
        assertInstanceOf(SharedFiles.Found.Absent.class, now(files.find(path)), path);
    }

    private ProjectAssets files(Workplace who) {
        return new ProjectAssets(who.scene(), who.access("Nobody").cache());
    }

    @Test
    void aLinkLeadsNobodyOutOfTheProject() throws IOException {
        var outside = Files.createDirectories(directory.resolve("outside"));
        Files.write(outside.resolve("a.glb"), new byte[] {1});
        Files.createSymbolicLink(bob.directory().resolve("assets/out"), outside);
        bob.show("assets/out/a.glb");
        try (var files = files(bob)) {
            assertAbsent(files, "assets/out/a.glb");
            bob.show("assets/out/b.glb");
            assertEquals(List.of("assets/out/b.glb"), now(files.missing()));
            var bytes = new byte[] {2};
            var kept = now(files.keep("assets/out/b.glb", hash(bytes), () -> bytes));
            assertInstanceOf(SharedFiles.Kept.Refused.class, kept);
        }
        assertFalse(Files.exists(outside.resolve("b.glb")));
    }

    private static AssetHash hash(byte[] bytes) {
        return Cid.of(bytes);
    }

    @Test
    void nothingIsWrittenThatTheSceneDoesNotName() throws IOException {
        bob.show("assets/a.glb");
        var bytes = new byte[] {2};
        try (var files = files(bob)) {
            assertEquals(List.of("assets/a.glb"), now(files.missing()));
            now(files.keep("assets/b.glb", hash(bytes), () -> bytes));
            assertInstanceOf(
                    SharedFiles.Kept.Wrong.class,
                    now(files.keep("assets/a.glb", hash(new byte[3]), () -> bytes)));
            assertFalse(Files.exists(bob.directory().resolve("assets/a.glb")));
            now(files.keep("assets/a.glb", hash(bytes), () -> bytes));
        }
        assertFalse(Files.exists(bob.directory().resolve("assets/b.glb")));
        assertArrayEquals(bytes, Files.readAllBytes(bob.directory().resolve("assets/a.glb")));
    }

    @Test
    void whatCameOnceComesAgainFromTheCache() {
        bob.show("assets/a.glb");
        var bytes = new byte[] {2};
        try (var files = files(bob)) {
            now(files.keep("assets/a.glb", hash(bytes), () -> bytes));
            bob.show("assets/b.glb");
            assertTrue(now(files.restore("assets/b.glb", hash(bytes))));
            assertFalse(now(files.restore("assets/b.glb", hash(new byte[3]))));
        }
        assertTrue(Files.exists(bob.directory().resolve("assets/b.glb")));
    }

    private void checkRefused(String path) {
        bob.show(path);
        var bytes = new byte[] {2};
        try (var files = files(bob)) {
            assertEquals(List.of(path), now(files.missing()));
            assertEquals(
                    new SharedFiles.Kept.Refused("Something else lies there."),
                    now(files.keep(path, hash(bytes), () -> bytes)));
            assertFalse(now(files.restore(path, hash(bytes))));
        }
    }

    @Test
    void whereSomethingElseLiesNoFileIsFetchedForEver() throws IOException {
        var assets = Files.createDirectories(bob.directory().resolve("assets"));
        Files.createDirectories(assets.resolve("folder.glb"));
        checkRefused("assets/folder.glb");
    }

    @Test
    void whereALinkLeadsNowhereNoFileIsFetchedForEver() throws IOException {
        var assets = Files.createDirectories(bob.directory().resolve("assets"));
        Files.createSymbolicLink(assets.resolve("link.glb"), assets.resolve("nowhere.glb"));
        checkRefused("assets/link.glb");
    }
}
