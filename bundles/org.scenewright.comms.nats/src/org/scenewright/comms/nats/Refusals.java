// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was dropped; any thread. */
final class Refusals {
    private final Map<Refusal, LongAdder> counts = new EnumMap<>(Refusal.class);

    Refusals() {
        for (Refusal refusal : Refusal.values()) {
            counts.put(refusal, new LongAdder());
        }
    }

    void add(Refusal refusal) {
        counts.get(refusal).increment();
    }

    long count(Refusal refusal) {
        return counts.get(refusal).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
