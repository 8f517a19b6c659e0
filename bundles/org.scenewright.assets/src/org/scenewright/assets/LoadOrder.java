// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is still to be loaded, the nearest first; what nobody knows the distance of comes before all
 * else, as somebody asked for that alone. Any thread.
 */
final class LoadOrder {
    private static final double NEAREST = Double.NEGATIVE_INFINITY;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Load> waiting =
            new PriorityQueue<>(
                    Comparator.comparingDouble(Load::distance).thenComparingLong(Load::number));
    private Map<AssetSource, Double> distances = Map.of();
    private long count;

    /**
     * Of equal distance the one that came first is next.
     *
     * @param source nothing where it is of no asset in particular
     */
    private record Load(
            double distance, long number, Optional<AssetSource> source, Runnable task) {}

    void add(Optional<AssetSource> source, Runnable task) {
        lock.lock();
        try {
            waiting.add(new Load(distance(source), count++, source, task));
        } finally {
            lock.unlock();
        }
    }

    private double distance(Optional<AssetSource> source) {
        return source.map(known -> distances.getOrDefault(known, NEAREST)).orElse(NEAREST);
    }

    /** From now on these are the distances. */
    void order(Map<AssetSource, Double> next) {
        lock.lock();
        try {
            distances = Map.copyOf(next);
            var all = List.copyOf(waiting);
            waiting.clear();
            for (var load : all) {
                waiting.add(
                        new Load(
                                distance(load.source()),
                                load.number(),
                                load.source(),
                                load.task()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the next one. */
    Optional<Runnable> next() {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.poll()).map(Load::task);
        } finally {
            lock.unlock();
        }
    }
}
