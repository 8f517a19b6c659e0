// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that edits a scene until it is killed, and prints the number of every edit once it is
 * durable.
 */
final class KilledEditor {
    private KilledEditor() {}

    /** The project, the folder of journals and the number of the first edit. */
    public static void main(String[] arguments) {
        var project = SceneProject.of(Path.of(arguments[0]));
        var journals = Optional.of(Path.of(arguments[1]));
        var session = SceneSession.open(project, CoreComponents::load, journals).join();
        for (int i = Integer.parseInt(arguments[2]); ; i++) {
            session.post(edit(i), Origin.USER);
            int number = i;
            session.durable().thenRun(() -> System.out.println(number));
            if (i % 50 == 0) {
                session.save().join();
            }
            if (i % 8 == 0) {
                session.durable().join();
            }
        }
    }

    private static Edit edit(int number) {
        return new Edit.Set(
                OpenScene.BOX,
                "core::Transform",
                FieldPath.parse("position.x"),
                Value.of(1000 + number));
    }
}
