// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.ScriptHost;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Twenty scenes at once, which all are to run thirty frames a second. */
record Crowd(List<Sprint> scenes) {
    private static final int SCENES = 20;
    private static final long FRAME = 1_000_000_000L / 30;
    private static final int SECONDS = 5;

    static Crowd of(ScriptHost host, MovingScene scene) {
        return new Crowd(
                Stream.generate(() -> new Sprint(host, scene.bundle())).limit(SCENES).toList());
    }

    /** Lets them run until they are warm, and counts what they then come to. */
    Value measure(Duration warmUp) {
        pace(warmUp);
        var before = scenes.stream().mapToInt(Sprint::count).toArray();
        pace(Duration.ofSeconds(SECONDS));
        var after = scenes.stream().mapToInt(Sprint::count).toArray();
        double least = Double.MAX_VALUE;
        double all = 0;
        for (int i = 0; i < SCENES; i++) {
            double rate = (after[i] - before[i]) / (double) SECONDS;
            least = Math.min(least, rate);
            all += rate;
        }
        int processes = WorkerProcesses.count();
        scenes.forEach(Sprint::close);
        return Value.fields("crowdTicksPerS", Value.of(all / SCENES))
                .with(FieldPath.of("crowdLeastTicksPerS"), Value.of(least))
                .with(FieldPath.of("crowdWorkers"), Value.of(processes));
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
