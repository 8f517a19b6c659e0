// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that builds a project in its folder.
 *
 * @param environment what it is told beside what we were
 * @param input what it reads
 */
record BuildProcess(
        List<String> command, Path directory, Map<String, String> environment, String input) {
    private static final int LOOK_MILLIS = 100;
    private static final int LONGEST_LINE = 2000;
    private static final Pattern COLORS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    /**
     * Runs it to its end, or until nobody waits for it.
     *
     * @throws IOException when there is no such program
     */
    BuildResult run(BuildHearing hearing) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var report = new BuildReport(directory);
        int status = watch(new Reported(report, hearing));
        var time = Duration.ofNanos(System.nanoTime() - begin);
        return hearing.isCancelled()
                ? BuildResult.failed("The build was ended.")
                : result(status, report.problems(), time);
    }

    /** Lets a report read along. */
    private record Reported(BuildReport report, BuildHearing hearing) implements BuildHearing {
        @Override
        public void said(String line) {
            report.add(line);
            hearing.said(line);
        }

        @Override
        public boolean isCancelled() {
            return hearing.isCancelled();
        }
    }

    /**
     * Runs it to its end, or until nobody waits for it.
     *
     * @return its exit code
     * @throws IOException when there is no such program
     */
    int watch(BuildHearing hearing) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        // It waits in the kernel, where a virtual thread would keep a processor from all others.
        var reading =
                Thread.ofPlatform()
                        .daemon()
                        .name("output of a build")
                        .start(() -> read(process, hearing));
        try {
            write(process);
            await(process, hearing);
        } finally {
            end(process);
        }
        // What it has started may go on and keep the output open.
        reading.join(Duration.ofSeconds(2));
        return process.waitFor();
    }

    private void write(Process process) {
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        } catch (IOException ended) {
            log("The build does not read", ended);
        }
    }

    private static void await(Process process, BuildHearing hearing) throws InterruptedException {
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (hearing.isCancelled()) {
                end(process);
            }
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static BuildResult result(int status, List<BuildProblem> problems, Duration time) {
        String sentence =
                status == 0
                        ? "Built in %,d ms.".formatted(time.toMillis())
                        : "The build failed with exit code " + status + ".";
        return new BuildResult(status == 0, sentence, problems);
    }

    private static void read(Process process, BuildHearing hearing) {
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = line(out); !line.isEmpty(); line = line(out)) {
                String plain = COLORS.matcher(line).replaceAll("").stripTrailing();
                hearing.said(plain);
            }
        } catch (IOException ended) {
            log("The build says no more", ended);
        }
    }

    /** A line with its end, cut off where it is too long; nothing at the end of all. */
    private static String line(BufferedReader out) throws IOException {
        var line = new StringBuilder();
        int next = read(out, line);
        while (next >= 0 && next != '\n') {
            next = read(out, line);
        }
        return line.toString();
    }

    private static int read(Reader out, StringBuilder line) throws IOException {
        int next = out.read();
        if (next >= 0 && (line.length() < LONGEST_LINE || next == '\n')) {
            line.append((char) next);
        }
        return next;
    }

    private static void log(String sentence, IOException ended) {
        System.getLogger(BuildProcess.class.getName())
                .log(System.Logger.Level.DEBUG, sentence, ended);
    }
}
