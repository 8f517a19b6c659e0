// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.osgi.service.component.annotations.Component;

import java.util.function.Consumer;

/** Nobody else is there (ADR-180: {@code offline:offline}). */
@Component
public final class OfflineProtocol implements CommsProtocol {
    @Override
    public String name() {
        return "offline";
    }

    @Override
    public CommsAdapter adapter(
            ConnectionString connection, Identity me, Consumer<CommsEvent> listener) {
        return new OfflineAdapter(listener);
    }
}
