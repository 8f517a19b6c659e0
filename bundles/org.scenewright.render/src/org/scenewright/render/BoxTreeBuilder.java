// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * Builds a {@link BoxTree}: splits items where the halves' surfaces times their numbers are least.
 */
final class BoxTreeBuilder {
    private static final int BINS = 12;
    private static final int LEAF = 4;
    private static final int DEEPEST = 60;

    private final float[] source;
    private final int[] order;
    private int items;
    private final float[] boxes;
    private final int[] first;
    private final int[] counts;
    private final int[] parents;
    private int nodes = 1;
    private int axis;
    private float low;
    private float extent;
    private final int[] binCounts = new int[BINS];
    private final float[] binBoxes = new float[BINS * 6];
    private final float[] rightCosts = new float[BINS];
    private final float[] sweep = new float[6];

    /**
     * The finished tree: six numbers per box; a node without items has two children from {@code
     * first} on.
     */
    record Nodes(float[] boxes, int[] items, int[] first, int[] counts, int[] parents, int count) {}

    BoxTreeBuilder(float[] source, int total) {
        this.source = source;
        order = new int[total];
        for (int i = 0; i < total; i++) {
            if (source[i * 6] <= source[i * 6 + 3]) {
                order[items++] = i;
            }
        }
        int room = Math.max(1, 2 * items);
        boxes = new float[room * 6];
        first = new int[room];
        counts = new int[room];
        parents = new int[room];
        parents[0] = -1;
    }

    Nodes build() {
        if (items == 0) {
            return new Nodes(boxes, order, first, counts, parents, 0);
        }
        split(0, 0, items, 0);
        return new Nodes(boxes, order, first, counts, parents, nodes);
    }

    private void split(int node, int from, int to, int depth) {
        clear(boxes, node);
        for (int i = from; i < to; i++) {
            grow(boxes, node, source, order[i]);
        }
        if (to - from <= LEAF || depth >= DEEPEST) {
            first[node] = from;
            counts[node] = to - from;
            return;
        }
        int middle = divided(from, to);
        int left = nodes;
        nodes += 2;
        first[node] = left;
        parents[left] = node;
        parents[left + 1] = node;
        split(left, from, middle, depth + 1);
        split(left + 1, middle, to, depth + 1);
    }

    private int divided(int from, int to) {
        extent = -1;
        for (int a = 0; a < 3; a++) {
            widest(a, from, to);
        }
        if (!(extent > 1e-9f)) {
            return (from + to) / 2;
        }
        fillBins(from, to);
        int middle = partition(from, to, cheapest());
        return middle == from || middle == to ? (from + to) / 2 : middle;
    }

    private void widest(int candidate, int from, int to) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float c = center(order[i], candidate);
            min = Math.min(min, c);
            max = Math.max(max, c);
        }
        if (max - min > extent) {
            axis = candidate;
            low = min;
            extent = max - min;
        }
    }

    private float center(int item, int along) {
        return (source[item * 6 + along] + source[item * 6 + along + 3]) / 2;
    }

    private int bin(int item) {
        return Math.min(BINS - 1, (int) ((center(item, axis) - low) / extent * BINS));
    }

    private void fillBins(int from, int to) {
        for (int b = 0; b < BINS; b++) {
            binCounts[b] = 0;
            clear(binBoxes, b);
        }
        for (int i = from; i < to; i++) {
            int b = bin(order[i]);
            binCounts[b]++;
            grow(binBoxes, b, source, order[i]);
        }
    }

    /** The first bin of the right half, where the halves cost least to search. */
    private int cheapest() {
        sweepRight();
        clear(sweep, 0);
        int count = 0;
        int best = 1;
        float least = Float.POSITIVE_INFINITY;
        for (int b = 1; b < BINS; b++) {
            grow(sweep, 0, binBoxes, b - 1);
            count += binCounts[b - 1];
            float cost = surface() * count + rightCosts[b];
            if (cost < least) {
                least = cost;
                best = b;
            }
        }
        return best;
    }

    private void sweepRight() {
        clear(sweep, 0);
        int count = 0;
        for (int b = BINS - 1; b > 0; b--) {
            grow(sweep, 0, binBoxes, b);
            count += binCounts[b];
            rightCosts[b] = surface() * count;
        }
    }

    private float surface() {
        float x = sweep[3] - sweep[0];
        float y = sweep[4] - sweep[1];
        float z = sweep[5] - sweep[2];
        return x < 0 ? 0 : x * y + y * z + z * x;
    }

    private int partition(int from, int to, int firstRight) {
        int i = from;
        int j = to - 1;
        while (i <= j) {
            int item = order[i];
            if (bin(item) < firstRight) {
                i++;
            } else {
                order[i] = order[j];
                order[j--] = item;
            }
        }
        return i;
    }

    static void clear(float[] boxes, int which) {
        for (int a = 0; a < 3; a++) {
            boxes[which * 6 + a] = Float.POSITIVE_INFINITY;
            boxes[which * 6 + a + 3] = Float.NEGATIVE_INFINITY;
        }
    }

    /** Makes a box hold another one; an empty one changes nothing. */
    static void grow(float[] boxes, int which, float[] by, int other) {
        if (by[other * 6] > by[other * 6 + 3]) {
            return;
        }
        for (int a = 0; a < 3; a++) {
            int lo = which * 6 + a;
            boxes[lo] = Math.min(boxes[lo], by[other * 6 + a]);
            boxes[lo + 3] = Math.max(boxes[lo + 3], by[other * 6 + a + 3]);
        }
    }
}
