// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.IdentityHashMap;
import java.util.Map;

/** What is kept of the components that replicas of ours write, against its limits. */
final class Room {
    private static final int COMPONENT = 320;

    private final ReplicaLimits limits;
    // Most that is written at once shares what its author had seen.
    private final Map<VersionVector, Integer> vectors = new IdentityHashMap<>();
    private int components;
    private int fields;
    private long bytes;

    Room(ReplicaLimits limits) {
        this.limits = limits;
    }

    /** What something would take in addition. */
    record Need(int components, int fields, long bytes) {}

    /** Whether others may make this replica keep more. */
    boolean admits(Need need) {
        // What is written here may have gone beyond the limits.
        return (need.components == 0 || components + need.components <= limits.components())
                && (need.fields == 0 || fields + need.fields <= limits.fields())
                && bytes + COMPONENT * need.components + need.bytes <= limits.bytes();
    }

    /** Why something is not admitted. */
    String refusal() {
        return "no more than %d components and %d fields in %d bytes are kept of what others write"
                .formatted(limits.components(), limits.fields(), limits.bytes());
    }

    void takeComponent() {
        components++;
        bytes += COMPONENT;
    }

    void take(int moreFields, long moreBytes) {
        fields += moreFields;
        bytes += moreBytes;
    }

    /** About how many bytes are taken. */
    long bytes() {
        return bytes;
    }

    /** What it takes to keep what somebody had seen. */
    long need(VersionVector seen) {
        return vectors.containsKey(seen) ? 0 : Weight.of(seen);
    }

    void hold(VersionVector seen) {
        if (vectors.merge(seen, 1, Integer::sum) == 1) {
            bytes += Weight.of(seen);
        }
    }

    void release(VersionVector seen) {
        if (vectors.merge(seen, -1, Integer::sum) == 0) {
            vectors.remove(seen);
            bytes -= Weight.of(seen);
        }
    }
}
