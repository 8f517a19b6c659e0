// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The one thread of a journal: it writes what it is handed, all that came meanwhile at once; the
 * only class that starts such a thread.
 *
 * <p>After a failure it writes nothing more until it is told to begin anew, for which it is due
 * again after a while.
 */
final class JournalThread {
    private static final System.Logger LOG = System.getLogger(JournalThread.class.getName());

    private static final long SMALLEST_BOUND = 4 << 20;
    private static final int LARGEST_GROUP = 8 << 20;
    static final int MOST_WAITING = 500_000;
    static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    private final LinkedBlockingQueue<Job> inbox = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean isLarge;
    private volatile boolean isBroken;

    // Of the thread that hands over.
    private final LongSupplier clock;
    private final List<Job.Tell> postponed = new ArrayList<>();
    private long tried;

    // Of the thread itself.
    private final JournalCheckpoints format;
    private final JournalFile file;
    private final Closeable lock;
    private final ByteArrayOutputStream group = new ByteArrayOutputStream();
    private final List<CompletableFuture<Void>> told = new ArrayList<>();
    private final JournalCopy copy;
    private Start start;
    private Optional<IOException> failure = Optional.empty();

    /**
     * Places in the file.
     *
     * @param first the end of the checkpoint; 0 where there is no file
     * @param clean where the document was last what the files hold; 0 for nowhere
     */
    record Start(long first, long clean) {
        static final Start NONE = new Start(0, 0);
    }

    /**
     * What the thread writes to.
     *
     * @param lock is closed in the end
     */
    record Place(JournalCheckpoints format, JournalFile file, JournalCopy copy, Closeable lock) {}

    /** What the thread is asked for. */
    sealed interface Job {
        /** To copy the files before anything is done. */
        record Copy(JournalCopy.Content files) implements Job {}

        /** To begin anew. */
        record Begin(JournalCheckpoint checkpoint) implements Job {}

        /** To add what was done. */
        record Add(Deed deed) implements Job {}

        /** To tell when all before is on the disk. */
        record Tell(CompletableFuture<Void> done) implements Job {}

        /** To end, with or without what was not saved. */
        record End(boolean isKept, CompletableFuture<Void> done) implements Job {}
    }

    JournalThread(Place place, Start start) {
        this(place, start, System::nanoTime);
    }

    /**
     * @param clock in nanoseconds, from anywhere
     */
    JournalThread(Place place, Start start, LongSupplier clock) {
        this.clock = clock;
        this.tried = clock.getAsLong() - PAUSE;
        this.format = place.format();
        this.file = place.file();
        this.copy = place.copy();
        this.lock = place.lock();
        this.start = start;
        Thread.ofPlatform().name("scene journal").start(this::work);
    }

    void hand(Job job) {
        if (job instanceof Job.Add(var deed)) {
            waiting.addAndGet(deed.size());
        }
        inbox.add(job);
        if (job instanceof Job.Begin) {
            inbox.addAll(postponed);
            postponed.clear();
        }
    }

    /**
     * Whether it is time to begin anew: the file is large, it failed some time ago, or the disk
     * does not keep up; then what waits is dropped, since a new beginning says it too. Whoever asks
     * has it begin before handing over anything else.
     */
    boolean isDue() {
        if (waiting.get() > MOST_WAITING) {
            drop();
            isLarge = true;
        }
        boolean isDue = isLarge || isToBeTried();
        isLarge = false;
        return isDue;
    }

    private void drop() {
        var jobs = new ArrayList<Job>();
        // In one go: the thread must not come by what is to be told before what was dropped.
        inbox.drainTo(jobs);
        jobs.forEach(
                job -> {
                    switch (job) {
                        case Job.Add(var deed) -> waiting.addAndGet(-deed.size());
                        case Job.Begin outdated -> {}
                        case Job.Tell tell -> postponed.add(tell);
                        case Job.Copy copy -> inbox.add(copy);
                        case Job.End end -> inbox.add(end);
                    }
                });
    }

    private boolean isToBeTried() {
        boolean isTime = isBroken && clock.getAsLong() - tried >= PAUSE;
        tried = isTime ? clock.getAsLong() : tried;
        return isTime;
    }

    /** Whether nothing is written until it is told to begin anew. */
    boolean isBroken() {
        return isBroken;
    }

    private void work() {
        try {
            var jobs = new ArrayList<Job>();
            while (jobs.isEmpty() || !(jobs.getLast() instanceof Job.End)) {
                jobs.clear();
                jobs.add(inbox.take());
                inbox.drainTo(jobs);
                jobs.forEach(this::taken);
                run(jobs);
            }
        } catch (InterruptedException ended) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "interrupted, although nobody has reason to",
                    ended);
        }
    }

    private void taken(Job job) {
        if (job instanceof Job.Add(var deed)) {
            waiting.addAndGet(-deed.size());
        }
    }

    private void run(List<Job> jobs) {
        jobs.forEach(job -> attempt(() -> run(job)));
        attempt(this::write);
        tell();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error mistake) {
            // The outermost frame: a mistake here must not leave anybody waiting for ever.
            LOG.log(System.Logger.Level.ERROR, "work on a journal failed", mistake);
            fail(new IOException(mistake));
        }
    }

    private void run(Job job) {
        switch (job) {
            case Job.Copy(var files) -> copy(files);
            case Job.Begin(var checkpoint) -> begin(checkpoint);
            case Job.Add(var deed) -> add(deed);
            case Job.Tell(var done) -> told.add(done);
            case Job.End(var isKept, var done) -> {
                attempt(this::write);
                attempt(() -> end(isKept));
                done.complete(null);
            }
        }
    }

    private void copy(JournalCopy.Content files) {
        try {
            copy.write(files);
        } catch (IOException wrong) {
            // Then the journal begins with a checkpoint.
            LOG.log(System.Logger.Level.WARNING, "the files of a scene cannot be copied", wrong);
        }
    }

    private void dropCopy() {
        try {
            copy.delete();
        } catch (IOException wrong) {
            LOG.log(System.Logger.Level.WARNING, "a copy that nobody needs is left", wrong);
        }
    }

    private void begin(JournalCheckpoint checkpoint) {
        var out = new JournalWriter();
        format.write(checkpoint, out);
        group.reset();
        try {
            file.restart(out.toBytes());
            start = new Start(file.length(), checkpoint.isClean() ? file.length() : 0);
            if (!format.isCopied(checkpoint)) {
                dropCopy();
            }
            isLarge = false;
            isBroken = false;
            failure = Optional.empty();
        } catch (IOException wrong) {
            fail(wrong);
        }
    }

    private void add(Deed deed) {
        if (failure.isEmpty()) {
            var out = new JournalWriter();
            JournalDeeds.write(deed, out);
            group.writeBytes(JournalFile.framed(out.toBytes()));
        }
        if (deed instanceof Deed.Saved) {
            write();
            start = new Start(start.first(), failure.isEmpty() ? file.length() : 0);
        }
        if (group.size() > LARGEST_GROUP) {
            write();
        }
    }

    /** Writes what was gathered and waits for the disk. */
    private void write() {
        if (group.size() > 0 && failure.isEmpty()) {
            try {
                file.append(ByteBuffer.wrap(group.toByteArray()));
                file.force();
                long added = file.length() - start.first();
                isLarge |= added > Math.max(SMALLEST_BOUND, start.first());
            } catch (IOException wrong) {
                fail(wrong);
            }
        }
        group.reset();
    }

    private void fail(IOException wrong) {
        LOG.log(
                System.Logger.Level.WARNING,
                "edits are not protected against a crash until a journal can be begun anew",
                wrong);
        isBroken = true;
        failure = Optional.of(wrong);
    }

    private void tell() {
        told.forEach(
                done ->
                        failure.ifPresentOrElse(
                                done::completeExceptionally, () -> done.complete(null)));
        told.clear();
    }

    private void end(boolean isKept) {
        try (lock;
                file) {
            // What misses edits would bring back what was undone since.
            boolean isDropped = failure.isPresent() || !isKept && start.clean() == 0;
            if (isDropped) {
                file.delete();
            } else if (!isKept) {
                file.cut(start.clean());
            }
            if (isDropped || start.first() == 0) {
                dropCopy();
            }
        } catch (IOException wrong) {
            LOG.log(System.Logger.Level.WARNING, "a journal could not be closed", wrong);
        }
    }
}
