// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The thread of one scene, from its {@link ToScene.Start} to its {@link FromScene.Ended}. Whatever
 * the scene waits for comes by one queue, so that it hears answers in the midst of a frame.
 *
 * <p>Once it is stopped its thread says nothing more: ending the code may interrupt the thread, and
 * an interrupted thread that writes to a socket closes it for everybody.
 */
final class Stage {
    private static final System.Logger LOG = System.getLogger(Stage.class.getName());

    /** Scenes call functions within functions, as those of user interfaces do. */
    private static final long STACK_BYTES = 4 << 20;

    private final SceneEngine engine;
    private final ToScene.Start beginning;
    private final Consumer<FromScene> out;
    private final Thread thread;
    private final BlockingQueue<ToScene> heard = new LinkedBlockingQueue<>();
    private final ReentrantLock speaking = new ReentrantLock();
    private final Lead lead = new Lead();

    private volatile Optional<ScenePlay> play = Optional.empty();
    private volatile boolean isStopped;
    private boolean isEnded;

    Stage(String name, SceneEngine engine, ToScene.Start beginning, Consumer<FromScene> out) {
        this.engine = engine;
        this.beginning = beginning;
        this.out = out;
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name(name)
                        .stackSize(STACK_BYTES)
                        .unstarted(this::perform);
    }

    /** Starts the scene. */
    void start() {
        thread.start();
    }

    /** Returns at once; for one thread. */
    void hear(ToScene message) {
        if (message instanceof ToScene.Taken news) {
            // Its thread may be waiting for just this.
            lead.taken(news);
            return;
        }
        heard.add(message);
        if (message instanceof ToScene.Stop && !isStopped) {
            isStopped = true;
            lead.end();
            Thread.ofPlatform().daemon().name("end of " + thread.getName()).start(this::end);
        }
    }

    /** Code that never comes back cannot always be ended, and then this does not end either. */
    private void end() {
        if (hasEnded()) {
            return;
        }
        play.ifPresent(ScenePlay::interrupt);
        play.ifPresent(ScenePlay::close);
        try {
            thread.join();
            play.flatMap(ScenePlay::lastWords).ifPresent(out);
            out.accept(new FromScene.Ended());
        } catch (InterruptedException e) {
            LOG.log(Level.ERROR, "Nobody interrupts the end of a scene", e);
        }
    }

    /** Whether it has said so itself; waits for what it is saying. */
    private boolean hasEnded() {
        speaking.lock();
        try {
            return isEnded;
        } finally {
            speaking.unlock();
        }
    }

    private void say(FromScene message) {
        lead.await(message);
        speaking.lock();
        try {
            if (!isStopped) {
                isEnded = message instanceof FromScene.Ended;
                out.accept(message);
            }
        } finally {
            speaking.unlock();
        }
    }

    /** The outermost frame of a scene: whatever goes wrong in it is the end of that scene only. */
    private void perform() {
        try {
            perform(SceneBundle.read(Path.of(beginning.bundle())));
        } catch (IOException | InvalidPathException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            LOG.log(isStopped ? Level.DEBUG : Level.ERROR, "A scene failed", e);
            failed("The scene could not be run: " + e);
        }
        engine.sightings().forget(thread);
        say(new FromScene.Ended());
    }

    private void perform(SceneBundle bundle) throws InterruptedException {
        try (var running = new ScenePlay(engine, bundle, beginning, this::say)) {
            play = Optional.of(running);
            if (!isStopped) {
                running.load(true);
            }
            while (!running.isOver() && !isStopped) {
                running.hear(heard.take());
            }
        }
    }

    private void failed(String message) {
        say(new FromScene.Threw(FromScene.Phase.LOAD, message, "", Optional.empty()));
    }
}
