// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a process is started that runs the code of scenes.
 *
 * @param rung how it runs it
 */
record PlayProgram(Jvm jvm, WorkerHome home, PlayRung rung) {
    /**
     * What the heap of a process has at most, in megabytes: with what compilers and their code take
     * beside it, that is a process of half a gigabyte.
     */
    static final int HEAP = 320;

    /** What of it is for what does not live long. */
    private static final int YOUNG = 64;

    /** Starts a worker that trains on a scene of its own until it is given one. */
    WorkerProcess start(String socket) throws IOException {
        var command = options();
        if (!rung.isCompiled()) {
            command.addAll(ClassCache.ofPlaying(jvm, home).use());
        }
        command.addAll(List.of("-cp", classPath(), home.main(), "--play", socket, "--train"));
        return start(command);
    }

    /** The command line of what trains for a while and ends. */
    List<String> training() {
        var command = options();
        command.addAll(List.of("-cp", classPath(), home.main(), "--play", "--train"));
        return command;
    }

    /** Starts what ends well only if code is really run in this way. */
    WorkerProcess startCheck() throws IOException {
        var command = options();
        var main = home.main().replaceFirst("\\w+$", "EngineCheck");
        command.addAll(List.of("-cp", classPath(), main));
        return start(command);
    }

    /** What runs the code, for people. */
    String words() {
        return "JavaScript is %s (GraalJS on Java %s)".formatted(rung.words(), jvm.build());
    }

    private WorkerProcess start(List<String> command) throws IOException {
        Map<String, String> environment = new HashMap<>(rung.environment());
        // On Linux every thread of a compiler would keep memory of its own.
        environment.put("MALLOC_ARENA_MAX", "2");
        return WorkerProcess.start(command, environment);
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(jvm.frugal(home.cache(), HEAP));
        // Else it is a part of the memory of the machine, and never given back.
        options.add("-Xms64m");
        // Most of what is made lives for a frame: as a third of the heap it would only fill memory.
        options.add("-XX:MaxNewSize=" + YOUNG + "m");
        if (rung.isCompiled()) {
            options.addAll(
                    List.of(
                            "-XX:+UnlockExperimentalVMOptions",
                            "-XX:+EnableJVMCI",
                            "--upgrade-module-path",
                            WorkerJars.path(jars().upgrades())));
        }
        options.addAll(rung.options());
        return options;
    }

    private String classPath() {
        return WorkerJars.path(jars().playing());
    }

    private WorkerJars jars() {
        return new WorkerJars(home.classPath());
    }
}
