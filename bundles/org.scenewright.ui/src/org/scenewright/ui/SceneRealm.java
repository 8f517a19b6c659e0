// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.content.AskedContent;
import org.scenewright.content.CachedContent;
import org.scenewright.content.ContentCache;
import org.scenewright.content.ContentProvider;
import org.scenewright.content.ContentServer;
import org.scenewright.content.Downloads;
import org.scenewright.runtime.Registration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands behind the project of a scene that came from a content server: the scene as it is
 * deployed in the realm, of which is asked what the project has not got. Any thread.
 */
final class SceneRealm implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SceneRealm.class.getName());

    private final AssetLibrary assets;
    private final Path project;
    private final ServerHabits habits;
    private final Downloads downloads = new Downloads();
    private final Registration switched;

    SceneRealm(AssetLibrary assets, Path project, ServerHabits habits) {
        this.assets = assets;
        this.project = project;
        this.habits = habits;
        switched = habits.onRealm(this::turn);
        if (habits.origin(project).isPresent()) {
            turn();
        }
    }

    private void turn() {
        assets.behind(habits.origin(project).flatMap(this::deployed));
    }

    private Optional<ContentProvider> deployed(String parcel) {
        try {
            var server = new ContentServer(habits.realm(), downloads);
            var store = new CachedContent(server, ContentCache.ofUser());
            return Optional.of(new AskedContent("Realm, " + parcel, store, server.mapping(parcel)));
        } catch (IOException noAddress) {
            LOG.log(System.Logger.Level.WARNING, "The realm is no address", noAddress);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        switched.close();
        downloads.close();
    }
}
