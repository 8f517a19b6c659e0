// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The models of one folder, for all scenes; it counts who listens. */
record FolderModels(AssetLibrary library, AtomicInteger listeners) implements Models {
    @Override
    public Loading<Model> model(Play play, AssetSource source) {
        return library.model(source);
    }

    @Override
    public Registration onLoaded(Play play, Consumer<AssetSource> listener) {
        var registration = library.onLoaded(listener);
        listeners.incrementAndGet();
        return () -> {
            registration.close();
            listeners.decrementAndGet();
        };
    }
}
