// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.SceneSettings;
import org.scenewright.schema.Value;

/**
 * Where a running scene stands by now, read anew only when people changed that; on the thread of
 * the frames.
 */
final class SceneLand {
    private final Play play;
    private Value said = Value.EMPTY;
    private SceneSettings settings = SceneSettings.of(said);

    SceneLand(Play play) {
        this.play = play;
    }

    SceneSettings settings() {
        var now = play.snapshot().settings();
        if (now != said) {
            said = now;
            settings = SceneSettings.of(now);
        }
        return settings;
    }
}
