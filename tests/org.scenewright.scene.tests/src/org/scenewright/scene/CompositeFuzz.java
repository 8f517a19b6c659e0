// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Arrays;

/**
 * Takes any bytes for a composite; what can be read is written back as it was, and an edit changes
 * nothing else. It needs no test library, so that a fuzzer can run it.
 */
public final class CompositeFuzz {
    private static final ComponentTypes CORE = CoreComponents.load();

    private CompositeFuzz() {}

    /**
     * @throws AssertionError when something does not hold
     */
    public static void fuzzerTestOneInput(byte[] input) {
        var file = CompositeFile.of(input, "any bytes", CORE);
        if (!file.isReadable()) {
            require(!file.problems().isEmpty(), "what cannot be read has a problem");
            return;
        }
        var scene = new Scene(file.fill(SceneSnapshot.empty(file.types())));
        SceneSnapshot start = scene.snapshot();
        require(Arrays.equals(file.write(start), input), "no byte changes without an edit");
        for (var entity : start.entities().stream().skip(1).limit(3).toList()) {
            edit(scene, entity);
        }
        var again = CompositeFile.of(file.write(scene.snapshot()), "written", CORE);
        require(again.isReadable(), "what was written can be read");
        var read = again.fill(SceneSnapshot.empty(again.types()));
        require(read.entities().equals(scene.snapshot().entities()), "with the same entities");
        while (scene.undo().isPresent()) {
            // Until nothing is left.
        }
        require(Arrays.equals(file.write(scene.snapshot()), input), "undo brings the bytes back");
    }

    private static void edit(Scene scene, Entity entity) {
        var path = FieldPath.parse("position.x");
        scene.apply(
                new Edit.Set(entity, SceneSnapshot.TRANSFORM, path, Value.of(12.5)), Origin.USER);
        scene.apply(new Edit.Rename(entity, "Another"), Origin.USER);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("broken: " + rule);
        }
    }
}
