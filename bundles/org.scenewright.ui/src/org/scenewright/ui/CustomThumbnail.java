// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bitmap;
import org.scenewright.crdt.Entity;
import org.scenewright.render.Portrait;
import org.scenewright.render.jogl.CutOut;
import org.scenewright.scene.SceneSnapshot;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Makes the picture of an item of the entities that it is made of, without anything else of their
 * scene. For threads that may wait.
 *
 * @param library has the models of the scene
 */
record CustomThumbnail(AssetLibrary library, PortraitStudio studio) {
    private static final int PIXELS = 256;
    private static final int PATIENCE_SECONDS = 10;

    /** What loads may ask for more, such as the pictures of a material. */
    private static final int MOST_ROUNDS = 4;

    /** A PNG; nothing where there is nothing to be seen, or nobody draws it. */
    Optional<byte[]> of(SceneSnapshot scene, List<Entity> entities) {
        var portrait = Portrait.of(scene, entities, library);
        for (int round = 0; portrait.isPending() && round < MOST_ROUNDS && isSettled(); round++) {
            portrait = Portrait.of(scene, entities, library);
        }
        return studio.draw(portrait, PIXELS).map(CustomThumbnail::png);
    }

    /** Whether all is loaded that is asked for by now; what takes longer is a box. */
    private boolean isSettled() {
        try {
            library.settled().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException late) {
            return false;
        }
    }

    private static byte[] png(CutOut cut) {
        var loader = new ImageLoader();
        var bitmap = new Bitmap(cut.pixels(), cut.pixels(), cut.rgba());
        loader.data = new ImageData[] {Miniature.of(bitmap, cut.pixels())};
        var out = new ByteArrayOutputStream();
        loader.save(out, SWT.IMAGE_PNG);
        return out.toByteArray();
    }
}
