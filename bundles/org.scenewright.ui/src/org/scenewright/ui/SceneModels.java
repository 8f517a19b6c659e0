// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.assets.Model;
import org.scenewright.runtime.Models;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.Registration;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The models of scenes that run as the libraries of their projects have them.
 *
 * @param libraries the files of each scene; asked on the thread of the frames
 */
record SceneModels(Function<Play, AssetLibrary> libraries) implements Models {

    @Override
    public Loading<Model> model(Play play, AssetSource source) {
        return libraries.apply(play).model(source);
    }

    @Override
    public Registration onLoaded(Play play, Consumer<AssetSource> listener) {
        return libraries.apply(play).onLoaded(listener)::close;
    }
}
