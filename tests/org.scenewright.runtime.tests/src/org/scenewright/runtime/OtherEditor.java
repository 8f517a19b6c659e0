// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;

import java.nio.file.Path;
import java.util.Optional;

/** A process that opens a scene once and prints what people are told then. */
final class OtherEditor {
    private OtherEditor() {}

    /** The project and the folder of journals. */
    public static void main(String[] arguments) {
        var project = SceneProject.of(Path.of(arguments[0]));
        var journals = Optional.of(Path.of(arguments[1]));
        var session = SceneSession.open(project, CoreComponents::load, journals).join();
        System.out.println(session.notice().orElse("nothing"));
        session.close();
        session.ended().join();
    }
}
