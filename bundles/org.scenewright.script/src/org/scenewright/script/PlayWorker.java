// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.runtime.ScriptEnd;
import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireException;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One worker process that runs several scenes, from its start to its end. Any thread; no method
 * waits.
 */
final class PlayWorker implements WorkerLine.Ear {
    private static final System.Logger LOG = System.getLogger(PlayWorker.class.getName());

    /** How often it is looked whether a scene takes too long. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final WorkerLine line;
    private final PlayLimits limits;
    private final WatchClock clock;
    private final Mourner mourner;
    private final BlockingQueue<ToWorker.ForScene> outgoing = new LinkedBlockingQueue<>();
    private final Thread mail = Thread.ofVirtual().name("play mail").unstarted(this::deliver);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, PlayScript> scenes = new HashMap<>();
    private boolean isUsed;
    private boolean isLookedAfter;
    private boolean isGone;

    /** Who is told that a worker is gone. */
    interface Mourner {
        /**
         * The last that is heard.
         *
         * @param unbegun the scenes that it was to run and never heard of
         */
        void gone(PlayWorker worker, Exit exit, List<PlayScript> unbegun);
    }

    PlayWorker(WorkerLine line, PlayLimits limits, WatchClock clock, Mourner mourner) {
        this.line = line;
        this.limits = limits;
        this.clock = clock;
        this.mourner = mourner;
    }

    long pid() {
        return line.process().pid();
    }

    boolean wasReady() {
        return line.wasReady();
    }

    /** Whether it has ever been given a scene. */
    boolean isUsed() {
        lock.lock();
        try {
            return isUsed;
        } finally {
            lock.unlock();
        }
    }

    /** Whether one more scene could run in it. */
    boolean hasRoom() {
        lock.lock();
        try {
            return !isGone && scenes.size() < limits.scenes();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a scene run in it as soon as it is ready; false if it has no room. */
    boolean add(PlayScript script) {
        lock.lock();
        try {
            if (!hasRoom()) {
                return false;
            }
            isUsed = true;
            scenes.put(script.number(), script);
            script.enter(this);
            if (!isLookedAfter) {
                isLookedAfter = true;
                clock.after(LOOK, this::look);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Says something to a scene, in its turn. */
    void say(int scene, ToScene message) {
        outgoing.add(new ToWorker.ForScene(scene, message));
    }

    /** Lets nothing be heard of a scene any longer, and it be over soon. */
    void close(PlayScript script) {
        if (!line.wasReady()) {
            forget(script);
            Thread.ofVirtual().start(() -> script.end(new ScriptEnd.Closed()));
            return;
        }
        say(script.number(), new ToScene.Stop());
        clock.after(limits.stop(), () -> silence(script));
    }

    private void silence(PlayScript script) {
        script.end(new ScriptEnd.Closed());
        clock.after(limits.rest(), () -> release(script));
    }

    /** Ends it at once, with all that runs in it. */
    void close() {
        all().forEach(PlayScript::shut);
        line.process().kill(Exit.Cause.CLOSED, "It was no longer needed.");
    }

    /** On a thread of its own, from when the process is ready until it is gone. */
    private void deliver() {
        try {
            while (true) {
                deliver(outgoing.take());
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "A worker is told nothing any longer", e);
        }
    }

    private void deliver(ToWorker.ForScene message) {
        scene(message.scene()).ifPresent(script -> deliver(message, script));
    }

    private void deliver(ToWorker.ForScene message, PlayScript script) {
        try {
            if (message.message() instanceof ToScene.Start) {
                script.patience().beginToLoad();
            }
            line.say(message);
        } catch (WireException e) {
            script.end(new ScriptEnd.Failed("The scene was to be told too much.", e.getMessage()));
            close(script);
        }
    }

    @Override
    public void hear(FromWorker message) {
        switch (message) {
            case FromWorker.Ready ready -> mail.start();
            case FromWorker.OfScene news ->
                    scene(news.scene()).ifPresent(script -> hear(script, news.message()));
            case FromWorker.Progress other -> nonsense();
            case FromWorker.Reflected other -> nonsense();
            case FromWorker.Failed other -> nonsense();
        }
    }

    private void nonsense() {
        line.process().kill(Exit.Cause.NONSENSE, "It answered what it was not asked.");
    }

    private void hear(PlayScript script, FromScene message) {
        if (message instanceof FromScene.Ended) {
            forget(script);
        }
        boolean wasOver = script.isOver();
        script.hear(message);
        if (script.isOver() && !wasOver) {
            clock.after(limits.rest(), () -> release(script));
        }
    }

    /** Looks for scenes that take too long, as long as there are any. */
    private void look() {
        var work = line.process().work();
        var late = all().stream().filter(script -> script.patience().isExhausted(work)).toList();
        late.forEach(this::interrupt);
        lock.lock();
        try {
            isLookedAfter = !scenes.isEmpty();
            if (isLookedAfter) {
                clock.after(LOOK, this::look);
            }
        } finally {
            lock.unlock();
        }
    }

    /** It may still be able to say where it was and end: then the others need not die with it. */
    private void interrupt(PlayScript script) {
        say(script.number(), new ToScene.Stop());
        clock.after(limits.stack(), () -> release(script));
    }

    /** The process does not let go of a scene that is over: it ends, too. */
    private void release(PlayScript script) {
        if (scene(script.number()).isEmpty()) {
            return;
        }
        var others = takeAll().stream().filter(other -> other != script).toList();
        line.process().kill(Exit.Cause.HUNG, "A scene in it hung.");
        script.end(new ScriptEnd.Killed(script.patience().sentence()));
        others.forEach(other -> other.end(new ScriptEnd.Killed(Obituary.OF_OTHERS)));
    }

    @Override
    public void cut() {
        mail.interrupt();
    }

    @Override
    public void bury(Exit exit) {
        var left = takeAll();
        mail.interrupt();
        if (wasReady()) {
            left.forEach(script -> script.end(Obituary.of(exit, left.size())));
            mourner.gone(this, exit, List.of());
        } else {
            mourner.gone(this, exit, left);
        }
    }

    private Optional<PlayScript> scene(int number) {
        lock.lock();
        try {
            return Optional.ofNullable(scenes.get(number));
        } finally {
            lock.unlock();
        }
    }

    private void forget(PlayScript script) {
        lock.lock();
        try {
            scenes.remove(script.number());
        } finally {
            lock.unlock();
        }
    }

    private List<PlayScript> all() {
        lock.lock();
        try {
            return List.copyOf(scenes.values());
        } finally {
            lock.unlock();
        }
    }

    /** From now on there are none. */
    private List<PlayScript> takeAll() {
        lock.lock();
        try {
            isGone = true;
            var left = List.copyOf(scenes.values());
            scenes.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
