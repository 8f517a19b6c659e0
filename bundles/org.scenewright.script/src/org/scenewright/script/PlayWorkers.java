// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.runtime.Script;
import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.runtime.ScriptHost;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs the code of scenes in worker processes, of which one is kept warm.
 *
 * <p>A process lives on when its scenes are over, as what it has compiled makes the next ones fast.
 * The next is started when one is full, or has died; not before, as it would take the processor
 * from the scenes that play. No method waits; any thread.
 */
public final class PlayWorkers implements ScriptHost, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PlayWorkers.class.getName());

    private final PlayLimits limits;
    private final WatchClock clock;
    private final PlaySource source;
    private final AtomicInteger numbers = new AtomicInteger();
    private final ReentrantLock placing = new ReentrantLock();
    private final List<PlayWorker> workers = new CopyOnWriteArrayList<>();
    private volatile boolean isClosed;

    public PlayWorkers(WorkerHome home) {
        this(home, PlayLimits.USUAL, WatchClock.REAL);
    }

    /**
     * @param frame how long a scene may take until it goes on, where five seconds are not right
     */
    public PlayWorkers(WorkerHome home, Duration frame) {
        this(home, PlayLimits.USUAL.withFrame(frame), WatchClock.REAL);
    }

    PlayWorkers(WorkerHome home, PlayLimits limits, WatchClock clock) {
        this.limits = limits;
        this.clock = clock;
        source = new PlaySource(home, limits, clock);
    }

    /** Starts a worker if there is none with room, so that the first scene finds it warm. */
    public void prepare() {
        inBackground(this::keepWarm);
    }

    @Override
    public Script start(Beginning beginning, ScriptHearing hearing) {
        var patience = new Patience(limits, clock);
        var script = new PlayScript(numbers.incrementAndGet(), beginning, hearing, patience);
        inBackground(() -> place(script));
        return script;
    }

    /** What runs the code, for people: whether it is made to machine code, and on which Java. */
    public String engine() {
        return source.engine();
    }

    /** Ends all workers with the scenes in them. */
    @Override
    public void close() {
        isClosed = true;
        source.close();
        workers.forEach(PlayWorker::close);
    }

    /** Those that live, the fullest first where there are several. */
    List<PlayWorker> workers() {
        return List.copyOf(workers);
    }

    private static void inBackground(Runnable task) {
        Thread.ofVirtual().name("play workers").start(task);
    }

    private void keepWarm() {
        try {
            withRoom();
        } catch (IOException e) {
            // The first scene gets it as its end.
            LOG.log(System.Logger.Level.DEBUG, "No worker could be prepared", e);
        }
    }

    private void place(PlayScript script) {
        try {
            while (!script.isOver() && !withRoom().add(script)) {
                LOG.log(System.Logger.Level.DEBUG, "A worker has just been filled, or died");
            }
            keepWarm();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "No worker could be started", e);
            script.end(new ScriptEnd.NoHost(e.getMessage()));
        }
    }

    /** The first worker that has room, or else a new one. */
    private PlayWorker withRoom() throws IOException {
        placing.lock();
        try {
            var found = workers.stream().filter(PlayWorker::hasRoom).findFirst();
            return found.isPresent() ? found.get() : begin();
        } finally {
            placing.unlock();
        }
    }

    private PlayWorker begin() throws IOException {
        var worker = source.start(this::gone);
        workers.add(worker);
        if (isClosed) {
            worker.close();
        }
        return worker;
    }

    private void gone(PlayWorker worker, Exit exit, List<PlayScript> unbegun) {
        workers.remove(worker);
        if (isClosed) {
            unbegun.forEach(script -> script.end(new ScriptEnd.Closed()));
        } else if (worker.wasReady()) {
            // One that dies of nothing would die again.
            Optional.of(worker).filter(PlayWorker::isUsed).ifPresent(used -> prepare());
        } else if (source.canDoWithLess()) {
            unbegun.forEach(script -> inBackground(() -> place(script)));
        } else {
            var why = "No process that runs scenes could be started. " + exit.detail();
            unbegun.forEach(script -> script.end(new ScriptEnd.NoHost(why)));
        }
    }
}
