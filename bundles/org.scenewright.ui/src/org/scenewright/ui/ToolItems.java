// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.ui.IWorkbench;

import java.util.Optional;

/**
 * The items of the workbench's tool bars: they hear of selections and of what is to be saved, but
 * not of what an action says of itself.
 */
final class ToolItems {
    private final Optional<IEventBroker> events;

    ToolItems(IWorkbench workbench) {
        events = Optional.ofNullable(workbench.getService(IEventBroker.class));
    }

    /** Has them look again, soon, whether they can be used. */
    void look() {
        events.ifPresent(
                e -> e.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
    }
}
