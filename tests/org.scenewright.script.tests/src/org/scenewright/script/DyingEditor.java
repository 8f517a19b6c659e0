// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Path;

/** An editor that starts a worker, prints its number and waits for its own end. */
final class DyingEditor {
    private DyingEditor() {}

    /** The folder of the cache. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var home = TestWorkers.home(Path.of(arguments[0]));
        try (var source = new WorkerSource(home, TestWorkers.LIMITS, WatchClock.REAL)) {
            var worker = source.worker();
            System.out.println(worker.pid());
            Thread.currentThread().join();
        }
    }
}
