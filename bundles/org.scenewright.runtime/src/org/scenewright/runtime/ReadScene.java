// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Journal;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.ComponentTypes;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A scene as a session begins with it: read from its files, and what its journal kept of it.
 *
 * @param thread the scene's own, on which it was read
 * @param core the types that every scene has
 */
record ReadScene(
        SceneThread thread,
        LoadedScene files,
        Journal.Opened opened,
        Supplier<ComponentTypes> core) {

    /** Goes on with it, or gives its journal free for whoever opens the scene next. */
    private <T> T begin(Function<ReadScene, T> rest) {
        boolean isBegun = false;
        try {
            var begun = rest.apply(this);
            isBegun = true;
            return begun;
        } finally {
            if (!isBegun) {
                opened.journal().ifPresent(journal -> journal.close(true));
            }
        }
    }

    /** Where to read a scene from; journals lie in a folder outside all projects. */
    record Source(SceneProject project, Supplier<ComponentTypes> core, Optional<Path> journals) {

        /** Reads on a new thread, which ends where that, or the rest of it, fails. */
        <T> CompletableFuture<T> open(Function<ReadScene, T> rest) {
            var thread = new SceneThread(name());
            return CompletableFuture.supplyAsync(() -> read(thread).begin(rest), thread)
                    .whenComplete(
                            (session, failure) -> {
                                if (failure != null) {
                                    thread.close();
                                }
                            });
        }

        private String name() {
            return Optional.ofNullable(project.directory().getFileName())
                    .map(Path::toString)
                    .orElse("/");
        }

        private ReadScene read(SceneThread thread) {
            var files = LoadedScene.open(project, core);
            var opened =
                    journals.map(folder -> Journal.folder(folder, project))
                            .map(folder -> Journal.open(folder, files, core))
                            .orElseGet(() -> Journal.Opened.plain(files, Optional.empty()));
            return new ReadScene(thread, files, opened, core);
        }
    }
}
