// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Loading;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How wide the pictures of a library are by their height; any thread. */
record PictureShape(AssetLibrary library) {
    private static final double SQUARE = 1;

    /** That of a picture which is loaded; as of a square where it is not. */
    double now(String path) {
        return known(library.picture(AssetSource.of(path))).orElse(SQUARE);
    }

    /** Completes once it is known; as of a square for what is no picture. */
    CompletableFuture<Double> of(String path) {
        var source = AssetSource.of(path);
        var shape = new CompletableFuture<Double>();
        var listening =
                library.onLoaded(
                        loaded -> {
                            if (loaded.equals(source)) {
                                known(library.picture(source)).ifPresent(shape::complete);
                            }
                        });
        known(library.picture(source)).ifPresent(shape::complete);
        return shape.whenComplete((known, failure) -> listening.close());
    }

    /** Nothing while it is being loaded. */
    private static Optional<Double> known(Loading<Bitmap> loading) {
        return switch (loading) {
            case Loading.Pending<Bitmap> pending -> Optional.empty();
            case Loading.Ready<Bitmap>(var bitmap) ->
                    Optional.of(bitmap.width() / (double) Math.max(1, bitmap.height()));
            case Loading.Failed<Bitmap> failed -> Optional.of(SQUARE);
            case Loading.Missing<Bitmap> missing -> Optional.of(SQUARE);
            case Loading.None<Bitmap> none -> Optional.of(SQUARE);
        };
    }
}
