// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.content.CachedContent;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentServer;
import org.scenewright.content.DeployedEntity;
import org.scenewright.content.SceneDownload;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.SaveResult;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.StateDump;
import org.scenewright.scene.StateImport;
import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings a scene that somebody has deployed into a folder where it can be edited (ADR-2, option 3):
 * its composite, or where it was deployed without one, a composite of what its {@code main.crdt}
 * says. Any thread; fetching blocks.
 *
 * @param cache keeps the files, for the next time
 * @param core the types that every scene has
 */
public record SceneFetch(ContentServer server, ContentCache cache, ComponentTypes core) {
    private static final String COMPOSITE = "assets/scene/main.composite";
    private static final String STATE = "main.crdt";

    /**
     * Fetches the scene at a parcel.
     *
     * @param folder is not there yet, or empty; it appears when all is there
     * @return sentences about what was left out
     * @throws IOException with a sentence for people where there is no scene that can be edited
     * @throws java.util.concurrent.CancellationException where the watcher ended it
     */
    public List<String> fetch(Parcel parcel, Path folder, SceneDownload.Watcher watcher)
            throws IOException {
        var entity = server.scene(parcel.toString());
        if (entity.hash(COMPOSITE).isEmpty() && entity.hash(STATE).isEmpty()) {
            throw new IOException(
                    "The scene at %s has neither a composite nor a main.crdt: it was made for an"
                                    .formatted(parcel)
                            + " older SDK and cannot be edited.");
        }
        var files = new CachedContent(server, cache);
        return SceneDownload.fetch(files, entity, folder, new Completing(watcher, entity));
    }

    /** Makes the composite where there is none. */
    private final class Completing implements SceneDownload.Watcher {
        private final SceneDownload.Watcher watcher;
        private final DeployedEntity entity;

        Completing(SceneDownload.Watcher watcher, DeployedEntity entity) {
            this.watcher = watcher;
            this.entity = entity;
        }

        @Override
        public void reached(int files, int of) {
            watcher.reached(files, of);
        }

        @Override
        public boolean isCanceled() {
            return watcher.isCanceled();
        }

        @Override
        public List<String> complete(Path folder) throws IOException {
            var project = SceneProject.at(folder);
            var more = watcher.complete(folder);
            if (Files.isRegularFile(project.composite())) {
                return more;
            }
            String state =
                    entity.content().keySet().stream()
                            .filter(STATE::equalsIgnoreCase)
                            .findFirst()
                            .orElse(STATE);
            return Stream.concat(more.stream(), composed(project, state).stream()).toList();
        }

        private List<String> composed(SceneProject project, String state) throws IOException {
            try {
                var scene = LoadedScene.open(project, core);
                var present = StateDump.of(project, core);
                var read = StateImport.of(project.directory().resolve(state), scene, present);
                Files.createDirectories(project.composite().getParent());
                return switch (scene.save(read.snapshot())) {
                    case SaveResult.Written written -> read.notes();
                    case SaveResult.ChangedOnDisk changed ->
                            throw new IOException("Somebody else writes to this folder.");
                    case SaveResult.Failed(var message) -> throw new IOException(message);
                };
            } catch (SceneFormatException unreadable) {
                throw new IOException(unreadable.getMessage(), unreadable);
            }
        }
    }
}
