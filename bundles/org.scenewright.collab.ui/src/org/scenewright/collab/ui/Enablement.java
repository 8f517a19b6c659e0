// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.ui.IWorkbench;

import java.util.List;
import java.util.Optional;

/**
 * Has menus and tool bars look again which commands can be run, as nobody tells them that a session
 * began or ended; UI thread.
 */
final class Enablement {
    private final Optional<IEventBroker> events;
    private List<Boolean> last = List.of();

    Enablement(IWorkbench workbench) {
        events = Optional.ofNullable(workbench.getService(IEventBroker.class));
    }

    /** Looks whether anything can be done that could not, or the other way round. */
    void look(SharedScenes scenes) {
        var now =
                List.of(
                        scenes.isFree(),
                        scenes.isOpening(),
                        scenes.current().isPresent(),
                        scenes.current().filter(Shared::isOver).isPresent(),
                        scenes.decisions().isEmpty());
        if (!now.equals(last)) {
            last = now;
            events.ifPresent(
                    e -> e.post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID));
        }
    }
}
