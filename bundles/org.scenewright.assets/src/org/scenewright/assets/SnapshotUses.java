// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;

/** The texts of an open scene that name files, whether or not they are saved; any thread. */
public final class SnapshotUses {
    private final String file;
    private final List<FileUse> uses = new ArrayList<>();

    private SnapshotUses(String file) {
        this.file = file;
    }

    /** The uses in the components and the settings of a scene, as its files would have them. */
    public static List<FileUse> of(SceneProject project, SceneSnapshot scene) {
        var composite = new SnapshotUses(project.relative(project.composite()));
        for (var component : scene.componentNames()) {
            scene.forEach(
                    component,
                    (entity, value) ->
                            composite.read(entity.toString(), component, FieldPath.WHOLE, value));
        }
        var settings = new SnapshotUses(project.relative(project.sceneJson()));
        settings.read("", "", FieldPath.WHOLE, scene.settings());
        composite.uses.addAll(settings.uses);
        return List.copyOf(composite.uses);
    }

    private void read(String entity, String component, FieldPath at, Value value) {
        if (value instanceof Value.Text(var text)) {
            note(entity, component, at, text);
        }
        value.members().forEach((name, part) -> read(entity, component, at.child(name), part));
        int index = 0;
        for (var item : value.items("")) {
            read(entity, component, at.child(index++), item);
        }
    }

    private void note(String entity, String component, FieldPath at, String text) {
        JsonUses.way(text)
                .map(way -> new FileUse(file, 0, 0, 0, entity, component, at, text, way))
                .ifPresent(uses::add);
    }
}
