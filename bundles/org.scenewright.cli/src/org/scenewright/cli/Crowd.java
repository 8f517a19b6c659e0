// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static java.util.Comparator.comparingDouble;

import org.scenewright.runtime.ScriptHost;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Twenty scenes at once, which all are to run thirty frames a second. */
record Crowd(List<Sprint> scenes) {
    private static final int SCENES = 20;
    private static final long FRAME = 1_000_000_000L / 30;
    private static final int SECONDS = 5;
    private static final int MOST_LAPS = 12;
    private static final double FASTER = 1.05;

    static Crowd of(ScriptHost host, MovingScene scene) {
        return new Crowd(
                Stream.generate(() -> new Sprint(host, scene.bundle())).limit(SCENES).toList());
    }

    /** Lets them run until they get no faster any more, and tells what they then come to. */
    Value measure(Duration warmUp) {
        pace(warmUp);
        var best = lap();
        var last = lap();
        for (int i = 0; i < MOST_LAPS && last.mean() > best.mean() * FASTER; i++) {
            best = last;
            last = lap();
        }
        var laps = Stream.of(last, lap(), lap()).sorted(comparingDouble(Lap::mean)).toList();
        int processes = WorkerProcesses.count();
        scenes.forEach(Sprint::close);
        return Value.fields("crowdTicksPerS", Value.of(laps.get(1).mean()))
                .with(FieldPath.of("crowdLeastTicksPerS"), Value.of(laps.get(1).least()))
                .with(FieldPath.of("crowdWorkers"), Value.of(processes));
    }

    /** How many frames a second they ran in a few seconds, all of them and the slowest. */
    private record Lap(double mean, double least) {}

    private Lap lap() {
        var before = scenes.stream().mapToInt(Sprint::count).toArray();
        pace(Duration.ofSeconds(SECONDS));
        var rates =
                IntStream.range(0, SCENES)
                        .mapToDouble(i -> scenes.get(i).count() - before[i])
                        .map(ticks -> ticks / SECONDS)
                        .summaryStatistics();
        return new Lap(rates.getAverage(), rates.getMin());
    }

    private void pace(Duration duration) {
        long begin = System.nanoTime();
        long frames = duration.toNanos() / FRAME;
        for (long frame = 1; frame <= frames; frame++) {
            scenes.forEach(Sprint::step);
            LockSupport.parkNanos(begin + frame * FRAME - System.nanoTime());
        }
    }
}
