// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Optional;

/**
 * A drag that does not begin; while the button is down it says why.
 *
 * @param why a sentence
 */
record LeftAlone(String why) implements Gesture {
    @Override
    public void moved(InputEvent.PointerMoved event) {}

    @Override
    public void released(InputEvent.PointerUp event) {}

    @Override
    public void cancelled() {}

    @Override
    public Optional<String> hint() {
        return Optional.of(why);
    }
}
