// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Renderer;
import org.scenewright.runtime.Viewer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What one scene is seen on, for several that are played together.
 *
 * @param assets the files of a scene that has others than the first
 */
record CompanyScreen(Renderer screen, Function<Play, Optional<AssetLibrary>> assets)
        implements Renderer {

    @Override
    public Viewer update(long frame) {
        return screen.update(frame);
    }

    @Override
    public CompletableFuture<?> render(long frame) {
        return screen.render(frame);
    }

    @Override
    public void animated(Play play) {
        screen.animated(play);
    }

    @Override
    public CompletableFuture<?> loaded(Play play) {
        var own = assets.apply(play);
        return own.isPresent() ? own.get().settled() : screen.loaded(play);
    }
}
