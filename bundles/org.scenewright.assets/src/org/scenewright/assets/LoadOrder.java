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
 * else, as somebody asked for that alone, and what is tried again behind all that is new. Any
 * thread.
 */
final class LoadOrder {
    private static final double NEAREST = Double.NEGATIVE_INFINITY;

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Load> waiting =
            new PriorityQueue<>(
                    Comparator.comparing(Load::isRepeat)
                            .thenComparingDouble(Load::distance)
                            .thenComparingLong(Load::number));
    private Map<AssetSource, Double> distances = Map.of();
    private long count;

    /**
     * Of equal distance the one that came first is next.
     *
     * @param distance how far away it is
     * @param number what came before it has lower ones
     */
    private record Load(double distance, long number, Task task) {
        boolean isRepeat() {
            return task.isRepeat;
        }
    }

    /**
     * What is to be done.
     *
     * @param source nothing where it is of no asset in particular
     * @param isRepeat whether it was done before, in vain
     */
    record Task(Optional<AssetSource> source, boolean isRepeat, Runnable run) {}

    void add(Task task) {
        lock.lock();
        try {
            waiting.add(new Load(distance(task.source), count++, task));
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
                waiting.add(new Load(distance(load.task.source), load.number, load.task));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the next one. */
    Optional<Runnable> next() {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.poll()).map(load -> load.task.run);
        } finally {
            lock.unlock();
        }
    }
}
