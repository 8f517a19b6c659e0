// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds boxes along a ray: a binary tree of boxes around boxes, built by the surface area
 * heuristic.
 *
 * <p>Moved items are refitted on the spot; added ones wait in a short list until {@link #build} is
 * worth its while. Searching allocates nothing.
 */
final class BoxTree {
    private static final int FEW = 64;

    private float[] boxes = {};
    private int[] items = {};
    private int[] first = {};
    private int[] counts = {};
    private int[] parents = {};
    private int[] leafOf = {};
    private int[] loose = new int[FEW];
    private int looseCount;
    private int nodes;
    private int built;
    private int refits;
    private final int[] stack = new int[128];

    /** Something at the leaves that a ray may meet. */
    interface Target {
        /** Meets one item; says how far anything farther no longer matters. */
        float meet(int item, float farthest);
    }

    /**
     * Builds the tree around items 0 to n - 1, given their boxes of six numbers each; empty ones
     * are left out.
     */
    void build(float[] itemBoxes, int n) {
        var made = new BoxTreeBuilder(itemBoxes, n).build();
        boxes = made.boxes();
        items = made.items();
        first = made.first();
        counts = made.counts();
        parents = made.parents();
        nodes = made.count();
        built = n;
        looseCount = 0;
        refits = 0;
        leafOf = new int[n];
        Arrays.fill(leafOf, -1);
        for (int node = 0; node < nodes; node++) {
            for (int k = first[node]; k < first[node] + counts[node]; k++) {
                leafOf[items[k]] = node;
            }
        }
    }

    /** Whether so much was added or moved that building pays. */
    boolean isStale() {
        return looseCount > Math.max(FEW, built / 8) || refits > FEW + 4 * built;
    }

    /** Takes up the new box of an item, which may be a new one. */
    void update(float[] itemBoxes, int item) {
        if (item < leafOf.length && leafOf[item] >= 0) {
            refit(itemBoxes, leafOf[item]);
        } else {
            addLoose(item);
        }
    }

    private void addLoose(int item) {
        if (item >= leafOf.length) {
            int known = leafOf.length;
            leafOf = Arrays.copyOf(leafOf, Math.max(item + 1, known * 2));
            Arrays.fill(leafOf, known, leafOf.length, -1);
        }
        if (leafOf[item] == -1) {
            if (looseCount == loose.length) {
                loose = Arrays.copyOf(loose, looseCount * 2);
            }
            loose[looseCount++] = item;
            leafOf[item] = -2;
        }
    }

    private void refit(float[] itemBoxes, int leaf) {
        refits++;
        BoxTreeBuilder.clear(boxes, leaf);
        for (int k = first[leaf]; k < first[leaf] + counts[leaf]; k++) {
            BoxTreeBuilder.grow(boxes, leaf, itemBoxes, items[k]);
        }
        for (int node = parents[leaf]; node >= 0; node = parents[node]) {
            BoxTreeBuilder.clear(boxes, node);
            BoxTreeBuilder.grow(boxes, node, boxes, first[node]);
            BoxTreeBuilder.grow(boxes, node, boxes, first[node] + 1);
        }
    }

    /**
     * Shows a target every item whose box a ray may meet, near ones first where that is easy to
     * tell.
     */
    void search(float[] itemBoxes, RayProbe ray, Target target) {
        float farthest = ray.farthest();
        for (int k = 0; k < looseCount; k++) {
            if (ray.enters(itemBoxes, loose[k] * 6) < farthest) {
                farthest = target.meet(loose[k], farthest);
            }
        }
        int top = 0;
        if (nodes > 0) {
            stack[top++] = 0;
        }
        while (top > 0) {
            int node = stack[--top];
            if (ray.enters(boxes, node * 6) >= farthest) {
                continue;
            }
            if (counts[node] > 0) {
                farthest = leaf(node, target, farthest);
            } else {
                top = descend(node, top, ray);
            }
        }
    }

    /** Shows somebody every item whose box meets a box of six numbers. */
    void within(float[] itemBoxes, float[] box, IntConsumer found) {
        for (int k = 0; k < looseCount; k++) {
            offer(itemBoxes, loose[k], box, found);
        }
        int top = 0;
        if (nodes > 0) {
            stack[top++] = 0;
        }
        while (top > 0) {
            int node = stack[--top];
            if (meets(boxes, node, box)) {
                for (int k = first[node]; k < first[node] + counts[node]; k++) {
                    offer(itemBoxes, items[k], box, found);
                }
                if (counts[node] == 0) {
                    stack[top++] = first[node];
                    stack[top++] = first[node] + 1;
                }
            }
        }
    }

    private static void offer(float[] itemBoxes, int item, float[] box, IntConsumer found) {
        if (meets(itemBoxes, item, box)) {
            found.accept(item);
        }
    }

    /** Whether one of many boxes meets another. */
    private static boolean meets(float[] boxes, int item, float[] box) {
        int b = item * 6;
        return boxes[b] <= box[3]
                && boxes[b + 3] >= box[0]
                && boxes[b + 1] <= box[4]
                && boxes[b + 4] >= box[1]
                && boxes[b + 2] <= box[5]
                && boxes[b + 5] >= box[2];
    }

    private float leaf(int node, Target target, float farthest) {
        float far = farthest;
        for (int k = first[node]; k < first[node] + counts[node]; k++) {
            far = target.meet(items[k], far);
        }
        return far;
    }

    private int descend(int node, int top, RayProbe ray) {
        int left = first[node];
        boolean leftFirst = ray.enters(boxes, left * 6) <= ray.enters(boxes, left * 6 + 6);
        stack[top] = leftFirst ? left + 1 : left;
        stack[top + 1] = leftFirst ? left : left + 1;
        return top + 2;
    }
}
