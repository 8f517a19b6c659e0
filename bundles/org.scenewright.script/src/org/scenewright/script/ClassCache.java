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
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The classes of a worker, loaded and linked in a file of the cache folder for one build of the JVM
 * and one state of the jars; a worker starts in less than half the time with it.
 */
final class ClassCache {
    private static final System.Logger LOG = System.getLogger(ClassCache.class.getName());

    private static final Duration KEPT = Duration.ofDays(7);

    private final Jvm jvm;
    private final WorkerHome home;

    ClassCache(Jvm jvm, WorkerHome home) {
        this.jvm = jvm;
        this.home = home;
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
                && home.classPath().stream().allMatch(Files::isRegularFile)
                && !Files.exists(file());
    }

    /** Whether a JVM that was to use it had something against it. */
    static boolean isRefused(String lastWords) {
        return lastWords.contains("[aot]");
    }

    /** Makes it in a process that ends by itself. */
    WorkerProcess make() throws IOException {
        Files.createDirectories(home.cache());
        var fresh = Files.createTempFile(home.cache(), "worker-", ".tmp");
        List<String> command = new ArrayList<>(jvm.command(home.cache()));
        command.add("-XX:AOTCacheOutput=" + fresh);
        command.addAll(
                List.of("-cp", home.path(), home.main(), "--train", home.cache().toString()));
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
        try (var files = Files.newDirectoryStream(home.cache(), "worker-*")) {
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
        sum.update((jvm + home.path()).getBytes());
        home.classPath().forEach(jar -> sum.update(state(jar).orElse("").getBytes()));
        return home.cache().resolve("worker-" + Long.toHexString(sum.getValue()) + ".aot");
    }

    private static Optional<String> state(Path jar) {
        try {
            return Optional.of(Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot look at " + jar, e);
            return Optional.empty();
        }
    }
}
