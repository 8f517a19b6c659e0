// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.script.BuildResult;

import java.util.function.Consumer;

/** The builds of an open scene, one at a time; UI thread. */
final class Building {
    private final OpenScene scene;
    private boolean isOn;
    private boolean isToBePlayed;
    private boolean isUnread;

    Building(OpenScene scene) {
        this.scene = scene;
    }

    /**
     * Begins to build, unless that is going on.
     *
     * @param done told what came of it
     */
    void start(ScriptOutput console, BundleBuild.Way way, Consumer<BuildResult> done) {
        if (!isOn) {
            isOn = true;
            isUnread = true;
            // Emptied, it would lose the first words too: consoles are emptied after a while.
            console.show();
            if (scene.isDirty()) {
                console.warn("What is built is what the files say: there are unsaved changes.");
            }
            var build = new BundleBuild(scene.session().project(), console, way);
            scene.ui().then(build.start(), result -> end(result, done));
        }
    }

    private void end(BuildResult result, Consumer<BuildResult> done) {
        isOn = false;
        done.accept(result);
        isToBePlayed = false;
    }

    /** There is another bundle; whether it is to be played at once, and not when all is built. */
    boolean bringsNow() {
        isToBePlayed |= isOn;
        return !isOn;
    }

    /** Whether what came of a build is to be played: compilers may complain and yet write it. */
    boolean isToBePlayed(BuildResult result) {
        return result.isBuilt() || isToBePlayed;
    }

    /** Whether the console has the words of a build that was begun since this was asked last. */
    boolean takeWords() {
        boolean isSo = isUnread;
        isUnread = false;
        return isSo;
    }
}
