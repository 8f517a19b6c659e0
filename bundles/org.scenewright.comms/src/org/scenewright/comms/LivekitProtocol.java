// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.osgi.service.component.annotations.Component;

import java.util.function.Consumer;

/** The protocol that others use and that is not spoken here, so that people learn why. */
@Component
public final class LivekitProtocol implements CommsProtocol {
    @Override
    public String name() {
        return "livekit";
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        throw new CommsException(
                "livekit: is not supported, as it needs the native WebRTC library of LiveKit, which"
                        + " there is not for Java. Use ws-room: or nats: instead.");
    }
}
