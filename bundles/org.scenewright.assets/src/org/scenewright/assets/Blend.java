// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Arrays;

/** What some clips together make of the slots of a {@link Skeleton}. One thread. */
final class Blend {
    private static final float[] NOTHING = {};

    private final float[][] sums;
    private final float[] totals;

    Blend(int slots) {
        sums = new float[slots][];
        Arrays.fill(sums, NOTHING);
        totals = new float[slots];
    }

    /** Lets a clip have its say; each of its properties counts as the clip does. */
    void add(Clip clip, float seconds, float weight) {
        if (weight > 0 && weight < Float.POSITIVE_INFINITY) {
            clip.tracks().forEach(track -> add(track, seconds, weight));
        }
    }

    private void add(Clip.Track track, float seconds, float weight) {
        int slot = track.slot();
        var value = track.isTurn() ? track.curve().turn(seconds) : track.curve().at(seconds);
        boolean isFirst = totals[slot] == 0;
        // A quaternion and its negative are the same rotation, but do not mix as such.
        float sign = !isFirst && track.isTurn() && isOpposite(sums[slot], value) ? -1 : 1;
        if (isFirst) {
            sums[slot] = new float[value.length];
        }
        for (int i = 0; i < value.length; i++) {
            sums[slot][i] += weight * sign * value[i];
        }
        totals[slot] += weight;
    }

    private static boolean isOpposite(float[] a, float[] b) {
        return Quaternions.dot(a, b) < 0;
    }

    /**
     * What a slot is by now.
     *
     * @param rest what makes up for weights below 1
     */
    float[] value(int slot, float[] rest) {
        return mixed(slot, rest, 1);
    }

    /** The same for a rotation, which has length 1 then. */
    float[] turn(int slot, float[] rest) {
        float sign = totals[slot] > 0 && isOpposite(sums[slot], rest) ? -1 : 1;
        return Quaternions.normalized(mixed(slot, rest, sign).clone());
    }

    private float[] mixed(int slot, float[] rest, float sign) {
        float total = totals[slot];
        if (total == 0) {
            return rest;
        }
        var value = sums[slot].clone();
        float missing = Math.max(0, 1 - total) * sign;
        for (int i = 0; i < value.length; i++) {
            float still = i < rest.length ? rest[i] : 0;
            value[i] = value[i] / Math.max(1, total) + missing * still;
        }
        return value;
    }
}
