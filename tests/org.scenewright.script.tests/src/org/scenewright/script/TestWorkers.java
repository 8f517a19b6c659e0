// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Workers that do as they are told, on the Java that runs the tests. */
final class TestWorkers {
    static final WorkerLimits LIMITS =
            new WorkerLimits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(300),
                    Duration.ofMinutes(1));

    private TestWorkers() {}

    static WorkerHome home(Path cache) {
        return new WorkerHome(
                List.of(Path.of(System.getProperty("java.home"))),
                Stream.of(FakeWorker.class, WireChannel.class).map(TestWorkers::place).toList(),
                FakeWorker.class.getName(),
                cache);
    }

    static Job job(String what) {
        return new Job(new ToWorker.Reflect(1, what, "", List.of()), sign -> {});
    }

    static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }
}
