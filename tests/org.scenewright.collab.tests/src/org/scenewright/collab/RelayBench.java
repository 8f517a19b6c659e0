// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.schema.Value;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Two servers by turns, each with the same crowd: how much each hands on for its work. */
final class RelayBench {
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LOOKS = 25;

    private final Crowd.Size size;
    private final long lap;
    private final int laps;

    /**
     * @param lap how many milliseconds a turn takes
     */
    RelayBench(Crowd.Size size, long lap, int laps) {
        this.size = size;
        this.lap = TimeUnit.MILLISECONDS.toNanos(lap);
        this.laps = laps;
    }

    private record Lap(double perSecond, double perCpuSecond) {}

    Value measure(Served ours, Served peer) throws IOException {
        double[] mine = new double[laps];
        double[] theirs = new double[laps];
        double[] ratios = new double[laps];
        double[] rate = new double[laps];
        double[] theirRate = new double[laps];
        try (var here = Crowd.strangers(ours.room(), size);
                var there = Crowd.strangers(peer.room(), size)) {
            // The JVM compiles meanwhile.
            lap(ours, here);
            lap(peer, there);
            lap(ours, here);
            for (int i = 0; i < laps; i++) {
                var my = lap(ours, here);
                var their = lap(peer, there);
                mine[i] = my.perCpuSecond();
                theirs[i] = their.perCpuSecond();
                ratios[i] = mine[i] / theirs[i];
                rate[i] = my.perSecond();
                theirRate[i] = their.perSecond();
            }
        }
        return new Figures()
                .put("deliveriesPerCpuS", Figures.median(mine))
                .put("peerDeliveriesPerCpuS", Figures.median(theirs))
                .put("ratio", Figures.median(ratios))
                .put("deliveriesPerS", Figures.median(rate))
                .put("peerDeliveriesPerS", Figures.median(theirRate))
                .put("wantedPerS", size.perSecond())
                .line();
    }

    private Lap lap(Served server, Crowd crowd) {
        crowd.speak(true);
        LockSupport.parkNanos(LOOK);
        long begin = System.nanoTime();
        long work = server.work().getAsLong();
        long heard = crowd.heard();
        LockSupport.parkNanos(lap);
        double taken = server.work().getAsLong() - work;
        double reached = crowd.heard() - heard;
        double wall = System.nanoTime() - begin;
        crowd.speak(false);
        calm(crowd);
        return new Lap(reached * 1e9 / wall, reached * 1e9 / taken);
    }

    /** What is still under way would be counted for the other. */
    private static void calm(Crowd crowd) {
        long before = -1;
        for (int i = 0; i < LOOKS && before != crowd.heard(); i++) {
            before = crowd.heard();
            LockSupport.parkNanos(LOOK);
        }
    }
}
