// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Finds out how scenes are best run on a JVM, by trying, once for one build of the JVM and one
 * state of the jars; the cache folder keeps the answer. Any thread.
 */
final class PlayLadder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PlayLadder.class.getName());

    /** The release that our compiler belongs to; others do not even start with it. */
    private static final int COMPILED_FOR = 25;

    /** A try takes one or two seconds of a processor. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final WorkerHome home;
    private final WatchClock clock;
    private volatile Optional<WorkerProcess> check = Optional.empty();
    private volatile boolean isClosed;

    PlayLadder(WorkerHome home, WatchClock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** The best way on a JVM; the first time it waits for the tries. */
    PlayProgram best(Jvm jvm) throws IOException {
        var known = known(jvm);
        return new PlayProgram(jvm, home, known.isPresent() ? known.get() : find(jvm));
    }

    /** A way that looked good has failed: from now on it is not gone any longer. */
    void giveUp(PlayProgram program) throws IOException {
        keep(program.jvm(), PlayRung.INTERPRETED);
    }

    @Override
    public void close() {
        isClosed = true;
        check.ifPresent(process -> process.kill(Exit.Cause.CLOSED, "It was no longer needed."));
    }

    private PlayRung find(Jvm jvm) throws IOException {
        var exits = tries(jvm).toList();
        for (PlayRung rung : exits) {
            if (holds(new PlayProgram(jvm, home, rung))) {
                keep(jvm, rung);
                return rung;
            }
        }
        return PlayRung.INTERPRETED;
    }

    /** The ways that have to be tried. */
    private Stream<PlayRung> tries(Jvm jvm) {
        boolean hasCompiler = !new WorkerJars(home.classPath()).upgrades().isEmpty();
        return hasCompiler && jvm.feature() == COMPILED_FOR
                ? Stream.of(PlayRung.COMPILED, PlayRung.COMPILED_UNCHECKED)
                : Stream.of();
    }

    private boolean holds(PlayProgram program) throws IOException {
        if (isClosed) {
            return false;
        }
        var process = program.startCheck();
        check = Optional.of(process);
        clock.after(LONGEST, () -> process.kill(Exit.Cause.HUNG, "It took too long."));
        var exit = process.ended().join();
        LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", program.words(), exit);
        return exit.cause() == Exit.Cause.CLOSED && !isClosed;
    }

    private Optional<PlayRung> known(Jvm jvm) throws IOException {
        try {
            var name = Files.readString(file(jvm)).strip();
            return Stream.of(PlayRung.values()).filter(r -> r.name().equals(name)).findFirst();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void keep(Jvm jvm, PlayRung rung) throws IOException {
        Files.createDirectories(home.cache());
        Files.writeString(file(jvm), rung.name());
    }

    private Path file(Jvm jvm) {
        var sum = new CRC32();
        var jars = new WorkerJars(home.classPath());
        var used = List.of(jars.playing(), jars.upgrades());
        sum.update((jvm + " " + used).getBytes());
        used.forEach(list -> sum.update(WorkerJars.state(list).getBytes()));
        return home.cache().resolve("engine-" + Long.toHexString(sum.getValue()) + ".txt");
    }
}
