// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One run of {@code releng/bench collab}, in a JVM of its own; the last line it says is JSON. */
final class CollabRun {
    private static final int OPERATIONS = 100_000;
    private static final int BROUGHT = 20_000;
    private static final long LAP = 1500;
    private static final int LAPS = 3;

    private CollabRun() {}

    /**
     * Measures.
     *
     * @param arguments the folder of a scene, how many edit and how many look on, for how many
     *     seconds
     */
    public static void main(String[] arguments) throws IOException {
        var project = Path.of(arguments[0]);
        var size = new Crowd.Size(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        var figures = new Figures();
        figures.put(told(together(project, size, Integer.parseInt(arguments[3]))));
        var packages = Path.of(System.getProperty("scenewright.comms", ""));
        try (var ours = Served.ours();
                var peer = Served.official(System.getProperty("scenewright.node", ""), packages)) {
            figures.put(told(new RelayBench(size, LAP, LAPS).measure(ours, peer)));
        }
        figures.put(told(OrdersBench.measure()));
        figures.put(told(OfflineBench.measure(OPERATIONS)));
        System.out.println(ValueJson.print(figures.line()));
    }

    private static Value together(Path project, Crowd.Size size, int seconds) throws IOException {
        var scratch = Files.createTempDirectory(project.getParent(), "run");
        try (var session = new SessionBench(project, scratch)) {
            session.join();
            session.edit();
            session.rejoin();
            session.bringBack(BROUGHT);
            session.crowd(new Crowd.Size(size.editors() - 2, size.viewers()), seconds);
            if (!session.isAlike()) {
                throw new IOException("Two documents of one session differ.");
            }
            return session.line();
        }
    }

    private static Value told(Value figures) {
        System.err.println(ValueJson.print(figures));
        return figures;
    }
}
