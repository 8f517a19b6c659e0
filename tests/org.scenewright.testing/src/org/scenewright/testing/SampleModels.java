// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The models and pictures of the sample scene; as a program it writes them into a scene's folder.
 */
public final class SampleModels {
    private SampleModels() {}

    /** Every file by its path in the scene. */
    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("models/island.glb", SampleNature.island());
        files.put("models/pine.glb", SampleNature.pine());
        files.put("models/oak.glb", SampleNature.oak());
        files.put("models/rocks.glb", SampleNature.rocks());
        files.put("models/lighthouse.glb", SampleBuildings.lighthouse());
        files.put("models/cottage.glb", SampleBuildings.cottage());
        files.put("models/lantern.glb", SampleBuildings.lantern());
        files.put("models/crate.glb", SampleBuildings.crate());
        files.put("models/pier.glb", SampleHarbour.pier());
        files.put("models/boat.glb", SampleHarbour.boat());
        files.put("models/buoy.glb", SampleHarbour.buoy());
        files.put("models/flag.glb", SampleHarbour.flag());
        files.put("images/blanket.png", SamplePictures.blanket());
        files.put("images/ball.png", SamplePictures.ball());
        files.put("images/map.png", SamplePictures.map());
        return files;
    }

    /** Takes the scene's folder as its only argument. */
    public static void main(String[] arguments) throws IOException {
        var scene = Path.of(arguments[0]);
        for (var file : all().entrySet()) {
            var target = scene.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
