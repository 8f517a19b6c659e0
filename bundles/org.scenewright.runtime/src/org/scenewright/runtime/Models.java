// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;

import java.util.function.Consumer;

/** The models of scenes that run, as far as they are loaded; a port. */
public interface Models {

    /** How far the model has come that a source of a scene leads to. */
    Loading<Model> model(Play play, AssetSource source);

    /**
     * Tells, on any thread, each source whose model has come further, or is another one; spelled as
     * it was asked for.
     */
    Registration onLoaded(Play play, Consumer<AssetSource> listener);

    /** A world without models. */
    static Models none() {
        return new Models() {
            @Override
            public Loading<Model> model(Play play, AssetSource source) {
                return new Loading.None<>();
            }

            @Override
            public Registration onLoaded(Play play, Consumer<AssetSource> listener) {
                return () -> {};
            }
        };
    }
}
