// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The classes of a worker, loaded and linked in a file of the cache folder for one build of the JVM
 * and one state of the jars; a worker starts in less than half the time with it.
 */
final class ClassCache {
    private static final System.Logger LOG = System.getLogger(ClassCache.class.getName());

    private static final Duration KEPT = Duration.ofDays(7);

    private final Jvm jvm;
    private final String name;
    private final List<Path> jars;
    private final List<String> training;
    private final Path folder;

    /**
     * A cache of its own for each kind of worker.
     *
     * @param name what the names of its files begin with
     * @param training what comes after the options of the command line of the process that makes it
     */
    private ClassCache(Jvm jvm, WorkerHome home, String name, List<String> training) {
        this.jvm = jvm;
        this.name = name;
        this.training = training;
        jars = home.classPath();
        folder = home.cache();
    }

    /** That of what reads sources. */
    static ClassCache ofReading(Jvm jvm, WorkerHome home) {
        List<String> training = new ArrayList<>(jvm.command(home.cache()));
        training.addAll(
                List.of("-cp", home.path(), home.main(), "--train", home.cache().toString()));
        return new ClassCache(jvm, home, "worker", training);
    }

    /** That of what interprets scenes. */
    static ClassCache ofPlaying(Jvm jvm, WorkerHome home) {
        var training = new PlayProgram(jvm, home, PlayRung.INTERPRETED).training();
        return new ClassCache(jvm, home, "play", training);
    }

    /** What the command line of a worker says about it. */
    List<String> use() {
        return jvm.keepsClasses() && Files.isRegularFile(file())
                ? List.of("-XX:AOTCache=" + file())
                : List.of();
    }

    /** Whether it can be made and has not been. */
    boolean isMissing() {
        return jvm.keepsClasses()
                && jars.stream().allMatch(Files::isRegularFile)
                && !Files.exists(file());
    }

    /** Whether a JVM that was to use it had something against it. */
    static boolean isRefused(String lastWords) {
        return lastWords.contains("[aot]");
    }

    /** Makes it in a process that ends by itself. */
    WorkerProcess make() throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, name + "-", ".tmp");
        List<String> command = new ArrayList<>(training);
        // After the program that is started, where it stands in all command lines.
        command.add(1, "-XX:AOTCacheOutput=" + fresh);
        var process = WorkerProcess.start(command);
        process.ended().thenAccept(exit -> keep(exit, fresh));
        return process;
    }

    /** Lets the next worker do without it, and have it made again. */
    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot remove " + file(), e);
        }
    }

    private void keep(Exit exit, Path fresh) {
        try {
            if (exit.cause() == Exit.Cause.CLOSED && Files.size(fresh) > 0) {
                Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
                tidy();
            } else {
                LOG.log(System.Logger.Level.DEBUG, "No class cache: {0}", exit.detail());
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Cannot keep the classes of the worker", e);
        }
    }

    /** Removes those of other builds. */
    private void tidy() throws IOException {
        var old = Instant.now().minus(KEPT);
        try (var files = Files.newDirectoryStream(folder, name + "-*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)
                        && !file.equals(file())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path file() {
        var sum = new CRC32();
        sum.update(String.join("\n", training).getBytes());
        sum.update(jvm.build().getBytes());
        sum.update(WorkerJars.state(jars).getBytes());
        return folder.resolve(name + "-" + Long.toHexString(sum.getValue()) + ".aot");
    }
}
