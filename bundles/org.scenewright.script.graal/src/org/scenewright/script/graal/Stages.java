// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scenes that a worker runs, each on a thread of its own. */
final class Stages {
    private static final System.Logger LOG = System.getLogger(Stages.class.getName());

    private final WireChannel channel;
    private final SceneEngine engine;
    private final Runnable onStart;
    private final Map<Integer, Stage> running = new ConcurrentHashMap<>();

    /**
     * @param onStart is run whenever a scene starts, before it does
     */
    Stages(WireChannel channel, SceneEngine engine, Runnable onStart) {
        this.channel = channel;
        this.engine = engine;
        this.onStart = onStart;
    }

    /**
     * Says that it is ready, and hears until the connection ends; {@link WireException} if what
     * comes makes no sense.
     */
    void serve() throws IOException {
        channel.send(new FromWorker.Ready(engine.name()));
        try {
            var message = channel.nextToWorker();
            while (message.isPresent()) {
                hear(message.get());
                message = channel.nextToWorker();
            }
        } finally {
            running.values().forEach(stage -> stage.hear(new ToScene.Stop()));
        }
    }

    private void hear(ToWorker message) throws IOException {
        switch (message) {
            case ToWorker.Reflect request ->
                    channel.send(
                            new FromWorker.Failed(request.job(), "This worker only plays scenes"));
            case ToWorker.Cancel cancel -> {
                // There is nothing to cancel.
            }
            case ToWorker.ForScene(int scene, ToScene.Start start) -> start(scene, start);
            // A scene may be over when something is still on its way to it.
            case ToWorker.ForScene(int scene, ToScene other) ->
                    Optional.ofNullable(running.get(scene)).ifPresent(stage -> stage.hear(other));
        }
    }

    private void start(int scene, ToScene.Start start) {
        onStart.run();
        var stage = new Stage("scene " + scene, engine, start, message -> say(scene, message));
        if (running.putIfAbsent(scene, stage) != null) {
            throw new WireException("Scene " + scene + " runs already");
        }
        stage.start();
    }

    private void say(int scene, FromScene message) {
        if (message instanceof FromScene.Ended) {
            running.remove(scene);
        }
        try {
            channel.send(new FromWorker.OfScene(scene, message));
        } catch (IOException e) {
            // Whoever reads the connection finds that out too, and ends everything.
            LOG.log(System.Logger.Level.DEBUG, "Nobody hears scene " + scene, e);
        }
    }
}
