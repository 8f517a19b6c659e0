// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.Schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who is in the room, by what was heard of them; the adapter's thread only. */
final class Company {
    /** After so long a silence somebody is taken for gone. */
    static final long PATIENCE_MILLIS = 8000;

    private static final long LOOK_MILLIS = 1000;

    private final Map<String, Caller> present = new HashMap<>();
    private final Schedule schedule;
    private final Consumer<CommsEvent> listener;
    private boolean isOn;

    Company(Schedule schedule, Consumer<CommsEvent> listener) {
        this.schedule = schedule;
        this.listener = listener;
    }

    /** Looks from now on who is still there. */
    void start() {
        isOn = true;
        look();
    }

    void stop() {
        isOn = false;
    }

    /** Something was heard of somebody. */
    void hear(Caller caller) {
        caller.heard(schedule.millis());
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
    private void look() {
        if (isOn) {
            long late = schedule.millis() - PATIENCE_MILLIS;
            List<Caller> silent = new ArrayList<>(present.values());
            silent.removeIf(caller -> caller.heardMillis() > late);
            silent.forEach(caller -> leave(caller.address()));
            schedule.after(LOOK_MILLIS, this::look);
        }
    }

    private void leave(String address) {
        if (present.remove(address) != null) {
            listener.accept(new CommsEvent.PeerDisconnected(address));
        }
    }
}
