// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who is in the room, by what was heard of them; the adapter's thread only. */
final class Company {
    /** After so long a silence somebody is taken for gone. */
    static final long PATIENCE_MILLIS = 8000;

    private final Map<String, Caller> present = new HashMap<>();
    private final Consumer<CommsEvent> listener;

    Company(Consumer<CommsEvent> listener) {
        this.listener = listener;
    }

    /** Something was heard of somebody, at this time of the schedule. */
    void hear(Caller caller, long millis) {
        caller.heard(millis);
        Caller former = present.get(caller.address());
        if (former == null || former != caller && former.era() < caller.era()) {
            leave(caller.address());
            present.put(caller.address(), caller);
            listener.accept(new CommsEvent.PeerConnected(caller.address()));
        }
    }

    /** A session said its last. */
    void part(Caller caller) {
        if (present.get(caller.address()) == caller) {
            leave(caller.address());
        }
    }

    /** Whoever was silent for too long left. */
    void look(long millis) {
        List<Caller> silent = new ArrayList<>(present.values());
        silent.removeIf(caller -> millis - caller.heardMillis() < PATIENCE_MILLIS);
        silent.forEach(caller -> leave(caller.address()));
    }

    private void leave(String address) {
        if (present.remove(address) != null) {
            listener.accept(new CommsEvent.PeerDisconnected(address));
        }
    }
}
