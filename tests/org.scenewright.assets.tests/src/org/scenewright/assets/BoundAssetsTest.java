// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.content.AskedContent;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.ContentStore;
import org.scenewright.content.MappedContent;
import org.scenewright.content.Resolution;
import org.scenewright.content.WrongBytesException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

/** Assets with equal inner paths, each with a crate of its own colour. */
@Timeout(60)
class BoundAssetsTest extends GltfFixture {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;
    private static final int GREEN = 0xFF00FF00;

    private final Map<AssetHash, byte[]> stored = new HashMap<>();
    private final List<AssetSource> told = Collections.synchronizedList(new ArrayList<>());
    private final AssetCatalog catalog = new AssetCatalog();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile boolean isOffline;
    private AssetLibrary library;

    private final class Memory implements ContentStore {
        @Override
        public String base() {
            return "memory:";
        }

        @Override
        public void fetch(AssetHash hash) throws IOException {
            asked.computeIfAbsent(hash.text(), h -> new AtomicInteger()).incrementAndGet();
            if (hash.text().equals("wrong")) {
                throw new WrongBytesException("These are others.");
            }
            if (isOffline) {
                throw new IOException("There is no network.");
            }
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            return Optional.ofNullable(stored.get(hash))
                    .orElseThrow(() -> new FileNotFoundException("There is no " + hash + "."));
        }
    }

    @BeforeEach
    void open() throws IOException {
        int image = file.add("images", ordered("uri", "textures/wood.png"));
        int texture = file.add("textures", ordered("source", image));
        var base = ordered("baseColorTexture", ordered("index", texture));
        int material = file.add("materials", ordered("pbrMetallicRoughness", base));
        file.scene(node(triangle("material", material)));
        store("crate", file.glb());
        store("red", picture(RED));
        store("blue", picture(BLUE));
        library = new AssetLibrary(project, catalog, new Workers(Duration.ofMillis(1)));
        library.onLoaded(told::add);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private void store(String hash, byte[] bytes) {
        stored.put(new AssetHash(hash), bytes);
    }

    private static byte[] picture(int argb) throws IOException {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, argb);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** An asset whose model is a crate with a picture of a colour. */
    private void put(String id, String color) {
        var mapping =
                Map.of(
                        "Crate.glb", new AssetHash("crate"),
                        "textures/wood.png", new AssetHash(color));
        put(id, mapping);
    }

    private void put(String id, Map<String, AssetHash> mapping) {
        var about = new CatalogAsset.About(id, "", List.of(), "", "", "");
        var asset = new CatalogAsset(id, "Crates", about, "", Optional.empty(), mapping);
        var provider = new MappedContent(id, new Memory(), mapping);
        catalog.put(new AssetCatalog.Entry(asset, provider));
    }

    private static AssetSource crate(String id) {
        return new AssetSource(id, "assets/asset-packs/crate/Crate.glb");
    }

    /** The colour of the model that a source leads to. */
    private void check(int argb, AssetSource source) {
        library.model(source);
        library.settled().orTimeout(30, TimeUnit.SECONDS).join();
        var model = library.model(source).ready().orElseThrow();
        var rgba = model.parts().getFirst().material().maps().base().orElseThrow().bitmap().rgba();
        int shown =
                (rgba[3] & 255) << 24
                        | (rgba[0] & 255) << 16
                        | (rgba[1] & 255) << 8
                        | (rgba[2] & 255);
        assertEquals(Integer.toHexString(argb), Integer.toHexString(shown));
    }

    @Test
    void equalPathsOfTwoAssetsDoNotCollide() {
        put("a", "red");
        put("b", "blue");
        check(RED, crate("a"));
        check(BLUE, crate("b"));
    }

    @Test
    void anAssetThatIsChangedIsReadAnewAndNoOther() {
        put("a", "red");
        put("b", "red");
        check(RED, crate("a"));
        check(RED, crate("b"));
        told.clear();
        put("b", "blue");
        assertEquals(List.of(crate("b")), told);
        check(BLUE, crate("b"));
        check(RED, crate("a"));
    }

    @Test
    void anAssetThatComesLateTakesThePlaceOfItsPlaceholder() {
        library.model(crate("late"));
        library.settled().join();
        assertInstanceOf(Loading.Missing.class, library.model(crate("late")));
        told.clear();
        put("late", "blue");
        assertEquals(List.of(crate("late")), told);
        check(BLUE, crate("late"));
    }

    @Test
    void whatNoCatalogHasIsTakenFromTheProject() throws IOException {
        write("assets/asset-packs/crate/Crate.glb", file.glb());
        write("assets/asset-packs/crate/textures/wood.png", picture(GREEN));
        check(GREEN, crate("unknown"));
    }

    @Test
    void theAssetCountsAndNotTheProject() throws IOException {
        write("assets/asset-packs/crate/Crate.glb", file.glb());
        write("assets/asset-packs/crate/textures/wood.png", picture(GREEN));
        put("a", "red");
        check(RED, crate("a"));
        check(GREEN, crate(""));
    }

    @Test
    void aPathThatIsNotTheAssetsIsTheProjects() throws IOException {
        write("models/crate.glb", file.glb());
        write("models/textures/wood.png", picture(GREEN));
        put("a", "red");
        check(GREEN, new AssetSource("a", "models/crate.glb"));
    }

    @Test
    void whatTheAssetRefersToIsTheAssetsAlone() throws IOException {
        write("textures/wood.png", picture(GREEN));
        put("a", "nowhere");
        library.model(crate("a"));
        library.settled().join();
        var model = library.model(crate("a")).ready().orElseThrow();
        assertEquals(Optional.empty(), model.parts().getFirst().material().maps().base());
        assertEquals(1, model.warnings().size());
    }

    @Test
    void whatCannotBeHadIsTakenFromTheProject() throws IOException {
        write("assets/asset-packs/crate/Crate.glb", file.glb());
        write("assets/asset-packs/crate/textures/wood.png", picture(GREEN));
        isOffline = true;
        put("a", "red");
        check(GREEN, crate("a"));
    }

    @Test
    void whatCannotBeHadIsAPlaceholderThatSaysWhy() {
        isOffline = true;
        put("a", "red");
        library.model(crate("a"));
        awaitTold();
        assertEquals(
                "The file assets/asset-packs/crate/Crate.glb cannot be had: There is no network.",
                library.model(crate("a")).fault().orElseThrow());
    }

    @Test
    void whatCannotBeHadIsTriedAgain() {
        isOffline = true;
        put("a", "red");
        library.model(crate("a"));
        awaitTold();
        isOffline = false;
        while (library.model(crate("a")).ready().isEmpty()) {
            Thread.onSpinWait();
        }
        check(RED, crate("a"));
    }

    @Test
    void whatIsSomethingElseIsNotAskedForForEver() {
        var mapping = Map.of("Crate.glb", new AssetHash("wrong"));
        put("a", mapping);
        library.model(crate("a"));
        awaitAsked("wrong", 5);
        isOffline = true;
        put("b", "red");
        library.model(crate("b"));
        // The sixth time would have come long before that.
        awaitAsked("crate", 12);
        assertEquals(5, asked.get("wrong").get());
        assertEquals(
                "The file assets/asset-packs/crate/Crate.glb cannot be had: These are others.",
                library.model(crate("a")).fault().orElseThrow());
    }

    private void awaitAsked(String hash, int times) {
        while (!asked.containsKey(hash) || asked.get(hash).get() < times) {
            Thread.onSpinWait();
        }
    }

    /** Returns as soon as the first load has ended, whether or not others follow. */
    private void awaitTold() {
        while (told.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aTextureThatTheProjectHasNotIsAskedForBehindIt() throws IOException {
        write("models/crate.glb", file.glb());
        var asked = new ArrayList<String>();
        library.behind(
                Optional.of(
                        new AskedContent(
                                "Realm",
                                new Memory(),
                                path -> {
                                    asked.add(path);
                                    return Optional.of(new AssetHash("blue"));
                                })));
        check(BLUE, AssetSource.of("models/crate.glb"));
        assertEquals(List.of("models/textures/wood.png"), asked);
    }

    @Test
    void anAssetThatNobodyHasIsNamed() {
        library.model(crate("lost"));
        library.settled().join();
        assertEquals(
                "The file assets/asset-packs/crate/Crate.glb is missing, and no catalog has its"
                        + " asset lost.",
                library.model(crate("lost")).fault().orElseThrow());
    }

    @Test
    void whatIsWrongWithAnAssetIsToldByThePathThatTheSceneNames() {
        put("a", "nowhere");
        library.model(crate("a"));
        library.settled().join();
        assertEquals(crate("a").path(), library.problems().getFirst().file());
    }

    @Test
    void tellsWhoseAPathIs() {
        put("a", "red");
        var place = library.place(crate("a"));
        assertEquals("a", place.provider().name());
        var found = assertInstanceOf(Resolution.Found.class, place.resolution());
        assertEquals(Optional.of(new AssetHash("crate")), found.content().hash());
    }
}
