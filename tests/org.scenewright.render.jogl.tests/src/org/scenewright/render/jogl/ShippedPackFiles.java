// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Model;
import org.scenewright.content.AssetHash;
import org.scenewright.content.AssetPack;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.CatalogFile;
import org.scenewright.content.Cid;
import org.scenewright.render.Portrait;
import org.scenewright.testing.PackModels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.imageio.ImageIO;

/** Makes the pack that the product ships; as a program it writes it. */
final class ShippedPackFiles {
    static final String THUMBNAIL = "thumbnail.png";
    static final int THUMBNAIL_PIXELS = 256;

    private static final String NAME = "Scenewright Basics";
    private static final String AUTHOR = "Scenewright";
    private static final String LICENSE = "CC0-1.0";

    private ShippedPackFiles() {}

    /** Takes the folder of the pack as its only argument; it needs a display. */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var contents = Files.createDirectories(folder.resolve("contents"));
        try (var old = Files.list(contents)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        try (var device = JoglDevice.open()) {
            var assets = new ArrayList<CatalogAsset>();
            for (var item : PackModels.all()) {
                var picture = png(thumbnail(device, item.glb()));
                assets.add(asset(item, write(contents, item.glb()), write(contents, picture)));
            }
            Files.write(folder.resolve(CatalogFile.NAME), catalog(assets));
        }
    }

    private static AssetHash write(Path contents, byte[] bytes) throws IOException {
        var hash = Cid.of(bytes);
        Files.write(contents.resolve(hash.text()), bytes);
        return hash;
    }

    static byte[] catalog(List<CatalogAsset> assets) {
        var first = assets.getFirst().contents().get(THUMBNAIL);
        return CatalogFile.write(
                List.of(new AssetPack(id("pack"), NAME, Optional.ofNullable(first), assets)));
    }

    static CatalogAsset asset(PackModels.Item item, AssetHash model, AssetHash thumbnail) {
        return new CatalogAsset(
                id(item.file()),
                NAME,
                new CatalogAsset.About(
                        item.name(),
                        item.category(),
                        List.of(item.tags().split(" ")),
                        item.description(),
                        AUTHOR,
                        LICENSE),
                item.composite(),
                Optional.of(thumbnail),
                Map.of(item.file(), model, THUMBNAIL, thumbnail));
    }

    /** Always the same: scenes are bound to it. */
    private static String id(String name) {
        var text = "org.scenewright.pack/" + name;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static BufferedImage thumbnail(JoglDevice device, byte[] glb) throws IOException {
        var cut = CutOut.draw(device, new Portrait(model(glb)), THUMBNAIL_PIXELS);
        var image =
                new BufferedImage(
                        THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, BufferedImage.TYPE_4BYTE_ABGR);
        image.getRaster().setPixels(0, 0, THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, unsigned(cut.rgba()));
        return image;
    }

    private static int[] unsigned(byte[] bytes) {
        var values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }

    static Model model(byte[] glb) throws IOException {
        var folder = Files.createTempDirectory("model");
        var file = Files.write(folder.resolve("model.glb"), glb);
        try (var library = new AssetLibrary(folder)) {
            var source = AssetSource.of("model.glb");
            library.model(source);
            library.settled().join();
            return library.model(source).ready().orElseThrow();
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
