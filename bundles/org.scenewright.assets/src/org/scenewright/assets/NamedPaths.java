// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The paths that the components of a scene name, as they are spelled there. Any thread. */
public final class NamedPaths {
    private NamedPaths() {}

    /** Those of a scene, which is read as a whole. */
    public static SequencedSet<String> of(SceneSnapshot scene) {
        var paths = new LinkedHashSet<String>();
        for (var component : scene.componentNames()) {
            if (PathFields.isIn(scene, component)) {
                var fields = new PathFields(component, (field, path) -> paths.add(path));
                scene.forEach(component, (entity, value) -> fields.read(scene, value));
            }
        }
        return paths;
    }

    /** Whether there may be others after some changes. */
    public static boolean concerns(SceneSnapshot scene, Changes changes) {
        for (var change : changes.list()) {
            boolean isPath =
                    change instanceof Change.Written written
                            && PathFields.isIn(scene, written.component());
            if (isPath || change instanceof Change.Declared) {
                return true;
            }
        }
        return false;
    }
}
