// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.testing.SampleModels;

import java.util.List;

/** Whole models as official tools compress them look as they did before. */
class PackedModelsTest extends PackedFixture {

    @ParameterizedTest
    @CsvSource({
        "flag-draco, flag",
        "crate-draco, crate",
        "flag-cc, flag",
        "flag-cz, flag",
        "flag-c-vpf-vtf, flag"
    })
    void aCompressedModelIsTheModel(String compressed, String plain) {
        var expected = modelOf(SampleModels.all().get("models/" + plain + ".glb"));
        var actual = modelOf(packed(compressed + ".glb"));
        assertEquals(List.of(), actual.warnings());
        assertEquals(expected.triangles(), actual.triangles());
        checkNear(expected.bounds(), actual.bounds());
        assertEquals(clips(expected), clips(actual));
    }

    private static void checkNear(Bounds expected, Bounds actual) {
        var grown = expected.grown(0.02f);
        assertEquals(grown, grown.union(actual));
        assertEquals(actual.grown(0.02f), actual.grown(0.02f).union(expected));
    }

    private static List<String> clips(Model model) {
        return model.rig().stream()
                .flatMap(rig -> rig.clips().stream())
                .map(clip -> clip.name() + " %.2f".formatted(clip.seconds()))
                .toList();
    }
}
