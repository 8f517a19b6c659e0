// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * The thread of one scene, from its {@link ToScene.Start} to its {@link FromScene.Ended}. Whatever
 * the scene waits for comes by one queue, so that it hears answers in the midst of a frame.
 */
final class Stage implements Runnable {
    private static final System.Logger LOG = System.getLogger(Stage.class.getName());

    private final SceneEngine engine;
    private final ToScene.Start beginning;
    private final Consumer<FromScene> out;
    private final BlockingQueue<ToScene> heard = new LinkedBlockingQueue<>();

    private volatile Optional<ScenePlay> play = Optional.empty();
    private volatile boolean isStopped;

    Stage(SceneEngine engine, ToScene.Start beginning, Consumer<FromScene> out) {
        this.engine = engine;
        this.beginning = beginning;
        this.out = out;
    }

    /** Any thread. */
    void hear(ToScene message) {
        heard.add(message);
        if (message instanceof ToScene.Stop) {
            isStopped = true;
            // Code that never comes back cannot always be ended, and then this does not end either.
            Thread.ofPlatform()
                    .daemon()
                    .name("scene end")
                    .start(() -> play.ifPresent(ScenePlay::close));
        }
    }

    /** The outermost frame of a scene: whatever goes wrong in it is the end of that scene only. */
    @Override
    public void run() {
        try {
            perform(SceneBundle.read(Path.of(beginning.bundle())));
        } catch (IOException | InvalidPathException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            if (!isStopped) {
                LOG.log(System.Logger.Level.ERROR, "A scene failed", e);
                failed("The scene could not be run: " + e);
            }
        } finally {
            out.accept(new FromScene.Ended());
        }
    }

    private void perform(SceneBundle bundle) throws InterruptedException {
        try (var running = new ScenePlay(engine, bundle, beginning, out)) {
            play = Optional.of(running);
            if (!isStopped) {
                running.load();
            }
            while (!running.isOver() && !isStopped) {
                running.hear(heard.take());
            }
        }
    }

    private void failed(String message) {
        out.accept(new FromScene.Threw(FromScene.Phase.LOAD, message, "", Optional.empty()));
    }
}
