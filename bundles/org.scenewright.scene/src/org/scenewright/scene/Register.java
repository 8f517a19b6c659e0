// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.NonNull;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * The latest write of one field of one component.
 *
 * @param timestamp the clock of the component when it was written, unsigned
 * @param context who wrote it, and what they had seen
 * @param value what was written; empty where the field was taken away
 * @param before what the field held before, as far as this replica knows
 */
record Register(int timestamp, Batch.Context context, Optional<Value> value, Optional<Value> before)
        implements Comparable<@NonNull Register> {
    private static final int ITSELF = 160;

    /** Later writes are greater; of two at the same time that of the greater author. */
    @Override
    public int compareTo(Register other) {
        int time = Integer.compareUnsigned(timestamp, other.timestamp);
        int author = context.author().compareTo(other.context.author());
        return time != 0
                ? time
                : author != 0 ? author : Long.compare(context.sequence(), other.context.sequence());
    }

    /** The same without what the field held before here. */
    Register shared() {
        return new Register(timestamp, context, value, Optional.empty());
    }

    /** About how much memory it takes as the last write of a field, but for what was seen. */
    long weight(FieldPath path) {
        return ITSELF + Weight.of(path) + Weight.of(value);
    }

    /** The address of who wrote it. */
    String address() {
        return context.author().address();
    }

    /** Whether neither of two authors knew what the other wrote. */
    boolean isConcurrent(Register other) {
        return !context.covers(other.context) && !other.context.covers(context);
    }
}
