// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.CommsEvent;

import java.util.Optional;

/** What the connection of a session tells, handed to those whom it concerns. */
record Line(Progress progress, SessionCore core, SessionNews news) implements Connection.Listener {
    @Override
    public void connected(CommsAdapter connected) {
        progress.connected();
        core.connected(connected);
    }

    @Override
    public void heard(CommsEvent event) {
        switch (event) {
            case CommsEvent.Message(var sender, var data) -> core.heard(sender, data);
            case CommsEvent.PeerDisconnected(var address) -> core.left(address);
            case CommsEvent.Failed(var error) -> news.notice(error.getMessage());
            case CommsEvent.PeerConnected c -> {}
            case CommsEvent.Disconnected d -> {}
        }
    }

    @Override
    public void disconnected(boolean isKicked, Optional<String> why) {
        progress.disconnected(isKicked, why);
        core.disconnected();
    }

    @Override
    public void troubled(String sentence) {
        news.notice(sentence);
    }
}
