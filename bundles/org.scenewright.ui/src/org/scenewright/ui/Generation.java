// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.script.Answer;
import org.scenewright.script.Generated;
import org.scenewright.script.GeneratedComponents;
import org.scenewright.script.GeneratedFolder;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.wire.Reflection;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the TypeScript that gives the components of a scene's project their names, once its source
 * files were read again, and tells what became of it. Any thread.
 *
 * @param core the types that every scene has
 */
record Generation(OpenScene scene, Supplier<ComponentTypes> core) {

    /** Takes what was read. */
    void take(Answer answer) {
        switch (answer) {
            case Answer.Reflected(var reflection) -> write(reflection);
            case Answer.Failed(var message) -> refuse(unread(message));
            case Answer.NoWorker(var reason) -> refuse(unread(reason));
            case Answer.Died(var exit, var file) -> refuse(unread(exit.detail()));
            case Answer.Cancelled cancelled -> {}
        }
    }

    private static String unread(String reason) {
        return "The TypeScript files cannot be read: " + reason;
    }

    private void write(Reflection reflection) {
        var definitions = ProjectTypes.of(core.get(), reflection).definitions();
        var project = scene.session().project();
        var folder = new GeneratedFolder(project.directory());
        switch (folder.write(definitions, reflection.findings())) {
            case Generated.Refused(var reason) -> refuse(reason);
            case Generated.Written(var files, var omitted) -> {
                Refresh.files(project, files);
                tell(written(files, omitted));
            }
        }
    }

    private static String written(List<String> files, List<String> omitted) {
        String done =
                files.isEmpty()
                        ? GeneratedComponents.FILE + " is up to date."
                        : "Wrote " + String.join(", ", files) + ".";
        return Stream.concat(Stream.of(done), omitted.stream()).collect(Collectors.joining(" "));
    }

    private void tell(String sentence) {
        scene.ui().execute(() -> scene.tell(sentence));
    }

    private void refuse(String reason) {
        scene.ui().execute(() -> scene.say(reason));
    }
}
