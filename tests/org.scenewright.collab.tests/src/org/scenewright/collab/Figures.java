// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What a measurement found, name by name, in the order in which it came. */
final class Figures {
    private Value line = Value.EMPTY;

    Figures put(String name, double number) {
        return put(name, Value.of(number));
    }

    Figures put(String name, Value value) {
        line = line.with(FieldPath.of(name), value);
        return this;
    }

    /** With all that another one found. */
    Figures put(Value others) {
        others.members().forEach(this::put);
        return this;
    }

    /** Of many times in nanoseconds the median and the one that 99 of 100 stay below. */
    Figures times(String median, String worst, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return put(median, millis(percentile(sorted, 50)))
                .put(worst, millis(percentile(sorted, 99)));
    }

    private static long percentile(long[] sorted, int share) {
        return sorted[Math.min(sorted.length - 1, sorted.length * share / 100)];
    }

    static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    Value line() {
        return line;
    }
}
