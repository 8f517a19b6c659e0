// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.assets.Model;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.CatalogFile;
import org.scenewright.content.Cid;
import org.scenewright.content.PackFolder;
import org.scenewright.testing.PackModels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import javax.imageio.ImageIO;

/** The pack that is shipped is what its program makes, and its models are sound. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedPackTest {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_TRIANGLES = 1500;

    private final JoglDevice device = JoglDevice.open();
    private final PackFolder pack = new PackFolder(folder());

    @AfterAll
    void close() {
        device.close();
        pack.close();
    }

    private static Path folder() {
        var place = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(place.resolve("bundles/org.scenewright.pack"))) {
            place = place.getParent();
        }
        return place.resolve("bundles/org.scenewright.pack");
    }

    static List<PackModels.Item> items() {
        return PackModels.all();
    }

    @Test
    void isReadWithoutProblems() throws IOException {
        assertEquals(List.of(), pack.catalog().problems());
        assertEquals(
                items().stream().map(PackModels.Item::name).toList(),
                assets().stream().map(asset -> asset.about().name()).toList());
    }

    @Test
    void isWhatItsProgramWrites() throws IOException {
        var made = new ArrayList<CatalogAsset>();
        for (int i = 0; i < items().size(); i++) {
            var contents = assets().get(i).contents();
            var item = items().get(i);
            made.add(
                    ShippedPackFiles.asset(
                            item,
                            contents.get(item.file()),
                            contents.get(ShippedPackFiles.THUMBNAIL)));
        }
        assertEquals(
                new String(ShippedPackFiles.catalog(made)),
                Files.readString(folder().resolve(CatalogFile.NAME)));
    }

    @Test
    void holdsEachFileByItsHashAndNoOther() throws IOException {
        var named = new HashSet<String>();
        for (var asset : assets()) {
            asset.contents().values().forEach(hash -> named.add(hash.text()));
        }
        try (var files = Files.list(folder().resolve("contents"))) {
            for (var file : files.toList()) {
                assertEquals(file.getFileName().toString(), Cid.of(file).text());
                assertTrue(named.remove(file.getFileName().toString()), file + " is not used");
            }
        }
        assertEquals(new HashSet<>(), named);
    }

    @Test
    void isFreeForEverybody() throws IOException {
        for (var asset : assets()) {
            assertEquals("CC0-1.0", asset.about().license());
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void theModelIsWhatIsMadeAndStandsOnTheGround(PackModels.Item item) throws IOException {
        var model = ShippedPackFiles.model(bytes(item, item.file()));
        check(ShippedPackFiles.model(item.glb()), model);
        assertEquals(List.of(), model.warnings());
        assertTrue(model.triangles() <= MOST_TRIANGLES, model.triangles() + " triangles");
        assertTrue(model.bounds().minY() > -0.7, "it lies below the ground: " + model.bounds());
    }

    /** The last bits of a sine may differ from one processor to the next. */
    private static void check(Model made, Model read) {
        assertEquals(made.parts().size(), read.parts().size());
        for (int i = 0; i < read.parts().size(); i++) {
            var expected = made.parts().get(i);
            var part = read.parts().get(i);
            assertEquals(expected.node(), part.node());
            assertEquals(expected.material().base(), part.material().base());
            assertArrayEquals(expected.mesh().positions(), part.mesh().positions(), 1e-4f);
        }
    }

    @ParameterizedTest
    @MethodSource("items")
    void thePictureIsWhatOurRendererDraws(PackModels.Item item) throws IOException {
        var png = bytes(item, ShippedPackFiles.THUMBNAIL);
        var kept = ImageIO.read(new ByteArrayInputStream(png));
        double difference = difference(kept, ShippedPackFiles.thumbnail(device, item.glb()));
        assertTrue(difference < 1.5, "the pixels differ by " + difference);
        assertEquals(0, kept.getRGB(0, 0) >>> 24, "the corner is not clear");
    }

    /** On average by pixel and channel, colours as much as they are seen. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertEquals(one.getWidth() + " x " + one.getHeight(), "256 x 256");
        double sum = 0;
        for (int i = 0; i < 256 * 256; i++) {
            int a = one.getRGB(i % 256, i / 256);
            int b = other.getRGB(i % 256, i / 256);
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs(seen(a, shift) - seen(b, shift));
            }
        }
        return sum / (256 * 256 * 3);
    }

    private static double seen(int argb, int shift) {
        return (argb >>> 24) / 255.0 * (argb >> shift & 0xFF);
    }

    private List<CatalogAsset> assets() throws IOException {
        return pack.catalog().packs().getFirst().assets();
    }

    private byte[] bytes(PackModels.Item item, String path) throws IOException {
        AssetHash hash =
                assets().stream()
                        .filter(asset -> asset.about().name().equals(item.name()))
                        .map(asset -> asset.contents().get(path))
                        .findFirst()
                        .orElseThrow();
        return pack.bytes(hash, MOST_BYTES);
    }
}
