// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.runtime.PlayTalk;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * Carries what scripts here say to the session.
 *
 * @param me the address of who takes part
 * @param thread of the session
 */
record PlayCarrier(String me, Executor thread, PlayRelay relay) implements PlayTalk.Carrier {
    @Override
    public void plays(boolean isPlaying) {
        thread.execute(() -> relay.plays(isPlaying));
    }

    @Override
    public void said(byte[] message, List<String> to) {
        thread.execute(() -> relay.said(message, to));
    }
}
