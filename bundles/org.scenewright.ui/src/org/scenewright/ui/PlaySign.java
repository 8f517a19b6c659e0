// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.RGB;
import org.scenewright.runtime.PlayState;

import java.util.Optional;

/** What says around a viewport that it shows a running scene and not the document. */
enum PlaySign {
    STARTING("Starting\u2026", 0x4a8fd8),
    PLAYING("Playing", 0x4a8fd8),
    PAUSED("Paused", 0xd8a040),
    FAILED("Stopped by an error", 0xd05050);

    private final String words;
    private final RGB color;

    PlaySign(String words, int color) {
        this.words = words;
        this.color = new RGB(color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff);
    }

    /** The sign of a state; none while nothing is played. */
    static Optional<PlaySign> of(PlayState state) {
        return switch (state) {
            case PlayState.Starting s -> Optional.of(STARTING);
            case PlayState.Playing p -> Optional.of(PLAYING);
            case PlayState.Paused p -> Optional.of(PAUSED);
            case PlayState.Stopped s -> Optional.empty();
            case PlayState.Failed f -> Optional.of(FAILED);
        };
    }

    String words() {
        return words;
    }

    /** The same on dark ground and on light. */
    RGB color() {
        return color;
    }
}
