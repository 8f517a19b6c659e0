// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Texture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.ValueJson;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.imageio.ImageIO;

class SurfacesTest {
    private static final Entity ENTITY = Entity.of(512, 0);

    @TempDir Path folder;
    private AssetLibrary library;
    private AssetUse use;
    private Surfaces surfaces;
    private final SceneSnapshot nothing = SceneSnapshot.empty(ComponentTypes.of(List.of()));
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void open() throws IOException {
        picture("solid.png", 0xffffffff);
        picture("holes.png", 0x00ffffff);
        library = new AssetLibrary(folder);
        library.onLoaded(source -> told.add(source.path()));
        use = new AssetUse(library);
        surfaces = new Surfaces(use);
    }

    private void picture(String name, int argb) throws IOException {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, argb);
        image.setRGB(1, 0, 0xffff0000);
        image.setRGB(0, 1, 0xffff0000);
        image.setRGB(1, 1, 0xffff0000);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Surface pbr(String fields) {
        return read("pbr", fields);
    }

    /** Reads a material written with single quotes, once everything it names is loaded. */
    private Surface read(String kind, String fields) {
        var json = "{'material':{'$case':'%1$s','%1$s':{%2$s}}}".formatted(kind, fields);
        var value = ValueJson.parse(json.replace('\'', '"'));
        var screen = new Videos().screen(nothing, ENTITY);
        var dress = new Dress(screen, AssetBindings.NONE, "core::Material");
        surfaces.of(dress, value);
        library.settled().join();
        return surfaces.of(dress, value);
    }

    private static String picture(String name) {
        return "'texture':{'tex':{'$case':'texture','texture':{'src':'" + name + "'}}}";
    }

    @Test
    void colourBecomesATint() {
        var surface = pbr("'albedoColor':{'r':1,'g':0.5,'b':0,'a':1}");
        assertEquals(Rgba.WHITE, surface.material().base());
        assertEquals(0.214, surface.tint().g(), 1e-3);
    }

    @Test
    void equalButForColourIsTheSameMaterial() {
        var red = pbr("'albedoColor':{'r':1,'g':0,'b':0,'a':1},'roughness':0.2");
        var blue = pbr("'albedoColor':{'r':0,'g':0,'b':1,'a':1},'roughness':0.2");
        assertEquals(red.material(), blue.material());
    }

    @Test
    void whatIsMissingHasTheDefaultsOfTheSdk() {
        var material = pbr("").material();
        assertEquals(0.5f, material.metallic());
        assertEquals(0.5f, material.roughness());
        assertEquals(Rgba.BLACK, material.emissive());
        assertFalse(material.unlit());
    }

    @ParameterizedTest
    @CsvSource({"0, OPAQUE", "1, MASK", "2, BLEND", "3, BLEND", "4, OPAQUE"})
    void transparencyIsAsTheModeSays(int mode, Alpha expected) {
        assertEquals(expected, pbr("'transparencyMode':" + mode).material().alpha());
    }

    @Test
    void automaticTransparencyFollowsTheColour() {
        assertEquals(
                Alpha.BLEND, pbr("'albedoColor':{'r':1,'g':1,'b':1,'a':0.5}").material().alpha());
    }

    @ParameterizedTest
    @CsvSource({"solid.png, OPAQUE", "holes.png, MASK"})
    void automaticTransparencyFollowsThePicture(String name, Alpha expected) {
        assertEquals(expected, pbr(picture(name)).material().alpha());
    }

    @Test
    void unlitIsUnlit() {
        assertTrue(read("unlit", "").material().unlit());
    }

    @Test
    void tilingAndOffsetCountFromBelow() {
        var texture =
                pbr("'texture':{'tex':{'$case':'texture','texture':{'src':'solid.png',"
                                + "'wrapMode':2,'filterMode':0,'tiling':{'x':2,'y':4},"
                                + "'offset':{'x':0.5,'y':0.25}}}}")
                        .material()
                        .maps()
                        .base()
                        .orElseThrow();
        assertEquals(Texture.Wrap.MIRROR, texture.wrap());
        assertFalse(texture.smooth());
        assertEquals(4, texture.scaleV());
        assertEquals(1 - 4 - 0.25f, texture.offsetV());
        assertEquals(0.5f, texture.offsetU());
    }

    @Test
    void picturesAreClampedUnlessTheySayOtherwise() {
        var texture = pbr(picture("solid.png")).material().maps().base();
        assertEquals(Optional.of(Texture.Wrap.CLAMP), texture.map(Texture::wrap));
    }

    @Test
    void aMissingPictureLeavesTheColour() {
        assertEquals(Optional.empty(), pbr(picture("none.png")).material().maps().base());
    }

    @Test
    void aLoadedPictureIsTracedBackToItsUsers() {
        pbr(picture("solid.png"));
        assertEquals(Set.of("solid.png"), told);
        assertEquals(Set.of(ENTITY), use.loaded(AssetSource.of("solid.png")));
        assertFalse(use.isPending());
        use.forget(ENTITY);
        assertEquals(Set.of(), use.loaded(AssetSource.of("solid.png")));
    }

    @Test
    void emissionOfTheDefaultIntensityShowsAsItsColour() {
        var material = pbr("'emissiveColor':{'r':1,'g':0,'b':0}").material();
        assertEquals(1, material.emissive().r(), 1e-6);
    }

    @Test
    void aVideoIsAStillOnADarkScreen() {
        var surface = pbr("'texture':{'tex':{'$case':'videoTexture','videoTexture':{}}}");
        var still = surface.material().maps().base().orElseThrow().bitmap();
        assertTrue((still.rgba()[4 * (still.width() * 20 + 20)] & 255) < 64);
        assertEquals(Alpha.OPAQUE, surface.material().alpha());
    }
}
