// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;

import java.util.function.Consumer;

/** The models of scenes that run, as far as they are loaded; a port. */
public interface Models {

    /** How far the model at a path of the project of a scene has come. */
    Loading<Model> model(Play play, String src);

    /**
     * Tells, on any thread, each path whose model has come further, or is another one; spelled as
     * it was asked for.
     */
    Registration onLoaded(Play play, Consumer<String> listener);

    /** A world without models. */
    static Models none() {
        return new Models() {
            @Override
            public Loading<Model> model(Play play, String src) {
                return new Loading.None<>();
            }

            @Override
            public Registration onLoaded(Play play, Consumer<String> listener) {
                return () -> {};
            }
        };
    }
}
