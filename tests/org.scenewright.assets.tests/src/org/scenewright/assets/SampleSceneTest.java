// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.testing.SampleModels;

import java.util.List;

/** The sample scene's files are what its generator draws, and cover what a viewport must show. */
class SampleSceneTest extends GltfFixture {
    private final AssetLibrary sample =
            new AssetLibrary(RealScenesTest.root().resolve("tests/scenes/sample"));

    static List<String> files() {
        return List.copyOf(SampleModels.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isWhatTheGeneratorDraws(String path) {
        if (path.endsWith(".png")) {
            check(new Pictures(new Workers()).decode(SampleModels.all().get(path)), picture(path));
        } else {
            check(modelOf(SampleModels.all().get(path)), model(path));
        }
    }

    @Test
    void hasColliders() {
        assertTrue(model("models/island.glb").parts().stream().anyMatch(Model.Part::collider));
    }

    @Test
    void theFlagIsBentByItsSkin() {
        var cloth =
                model("models/flag.glb").parts().stream()
                        .filter(part -> part.node().equals("Cloth"))
                        .findFirst()
                        .orElseThrow();
        var box = cloth.mesh().bounds();
        assertTrue(box.maxZ() - box.minZ() > 0.1, "depth of the cloth in " + box);
    }

    private static void check(Model generated, Model read) {
        assertEquals(generated.parts().size(), read.parts().size());
        for (int i = 0; i < read.parts().size(); i++) {
            check(generated.parts().get(i), read.parts().get(i));
        }
    }

    /** The last bits of a sine may differ from one processor to the next. */
    private static void check(Model.Part generated, Model.Part read) {
        assertEquals(generated.node(), read.node());
        assertArrayEquals(generated.mesh().positions(), read.mesh().positions(), 1e-4f);
        assertArrayEquals(generated.mesh().indices(), read.mesh().indices());
        assertEquals(generated.material().base(), read.material().base());
        assertEquals(
                generated.material().maps().base().map(texture -> texture.bitmap().width()),
                read.material().maps().base().map(texture -> texture.bitmap().width()));
    }

    private static void check(Bitmap generated, Bitmap read) {
        assertEquals(
                generated.width() + " x " + generated.height(),
                read.width() + " x " + read.height());
    }

    private Model model(String path) {
        sample.model(AssetSource.of(path));
        sample.settled().join();
        return sample.model(AssetSource.of(path)).ready().orElseThrow();
    }

    private Bitmap picture(String path) {
        sample.picture(AssetSource.of(path));
        sample.settled().join();
        return sample.picture(AssetSource.of(path)).ready().orElseThrow();
    }
}
