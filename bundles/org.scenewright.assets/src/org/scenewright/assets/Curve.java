// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * Values over time, as one sampler of glTF gives them.
 *
 * @param times seconds, none before the one before it; at least one
 * @param values so many numbers per time, or three times as many for a spline: the tangent that
 *     arrives, the value, the tangent that leaves
 * @param size how many numbers one value has
 */
record Curve(float[] times, float[] values, int size, Way way) {

    /** How it gets from one value to the next. */
    enum Way {
        STEP,
        LINEAR,
        CUBICSPLINE
    }

    float seconds() {
        return times[times.length - 1];
    }

    /** The value at a time; the first before all times, and the last after them. */
    float[] at(float seconds) {
        int next = after(seconds);
        if (next == 0 || next == times.length) {
            return key(Math.max(0, next - 1));
        }
        float part = (seconds - times[next - 1]) / (times[next] - times[next - 1]);
        return switch (way) {
            case STEP -> key(next - 1);
            case LINEAR -> mixed(key(next - 1), key(next), part);
            case CUBICSPLINE -> spline(next, part);
        };
    }

    /** The same for quaternions, which have length 1 then. */
    float[] turn(float seconds) {
        int next = after(seconds);
        if (way != Way.LINEAR || next == 0 || next == times.length) {
            return Quaternions.normalized(at(seconds));
        }
        float part = (seconds - times[next - 1]) / (times[next] - times[next - 1]);
        return Quaternions.between(
                Quaternions.normalized(key(next - 1)), Quaternions.normalized(key(next)), part);
    }

    /** The number of the first time that lies after this one. */
    private int after(float seconds) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private float[] key(int number) {
        int at = way == Way.CUBICSPLINE ? (number * 3 + 1) * size : number * size;
        var value = new float[size];
        System.arraycopy(values, at, value, 0, size);
        return value;
    }

    private static float[] mixed(float[] from, float[] to, float part) {
        for (int i = 0; i < from.length; i++) {
            from[i] += (to[i] - from[i]) * part;
        }
        return from;
    }

    /** glTF appendix C: tangents are per second, so they count for as long as the step takes. */
    private float[] spline(int next, float part) {
        float span = times[next] - times[next - 1];
        float square = part * part;
        float cube = square * part;
        var value = new float[size];
        for (int i = 0; i < size; i++) {
            int from = ((next - 1) * 3 + 1) * size + i;
            int to = (next * 3 + 1) * size + i;
            value[i] =
                    (2 * cube - 3 * square + 1) * values[from]
                            + (cube - 2 * square + part) * span * values[from + size]
                            + (3 * square - 2 * cube) * values[to]
                            + (cube - square) * span * values[to - size];
        }
        return value;
    }
}
