// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;

/** A snapshot, the number that tells whether it is what was saved, and what was lost in it. */
record Document(SceneSnapshot snapshot, long state, long losses) {
    static Document of(Scene scene) {
        return new Document(scene.snapshot(), scene.state(), scene.lossCount());
    }
}
