// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The processes that this one has started to run scenes, as the machine sees them. */
final class WorkerProcesses {
    private static final Duration LOOK = Duration.ofMillis(500);

    private WorkerProcesses() {}

    private static List<ProcessHandle> all() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    static int count() {
        return all().size();
    }

    /** How long processors have worked for them. */
    static Duration work() {
        return all().stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Waits until they have nothing left to prepare: little work for two seconds.
     *
     * @return how long that took
     */
    static Duration awaitCalm(Duration longest) {
        long begin = System.nanoTime();
        int calm = 0;
        while (calm < 4 && System.nanoTime() - begin < longest.toNanos()) {
            var before = work();
            LockSupport.parkNanos(LOOK.toNanos());
            var worked = work().minus(before);
            boolean isCalm = count() > 0 && worked.multipliedBy(10).compareTo(LOOK) < 0;
            calm = isCalm ? calm + 1 : 0;
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The most memory that one of them has ever had, in megabytes; 0 where nobody knows. */
    static double rssMb() throws IOException {
        double most = 0;
        for (var process : all()) {
            var status = Path.of("/proc", Long.toString(process.pid()), "status");
            if (Files.isReadable(status)) {
                most = Math.max(most, rssMb(Files.readAllLines(status)));
            }
        }
        return most;
    }

    private static double rssMb(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
