// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The editor's side of a worker that plays scenes, in this process or in another. */
final class PlayedWorker implements AutoCloseable {
    static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Path folder;
    private final WireChannel editor;
    private final FromWorker greeting;
    private final Map<Integer, Queue<FromScene>> waiting = new HashMap<>();

    PlayedWorker(Path folder, SceneEngine engine) throws IOException {
        this(folder, connected(engine));
    }

    PlayedWorker(Path folder, WireChannel editor) throws IOException {
        this.folder = folder;
        this.editor = editor;
        greeting = editor.nextFromWorker().orElseThrow();
    }

    private static WireChannel connected(SceneEngine engine) throws IOException {
        try (var socket = WireSocket.open()) {
            var channel = new WireChannel(WireSocket.connect(socket.file()));
            Thread.ofPlatform().daemon().start(() -> serve(channel, engine));
            return socket.accept();
        }
    }

    private static void serve(WireChannel channel, SceneEngine engine) {
        try (channel) {
            new Stages(channel, engine, () -> {}).serve();
        } catch (IOException | WireException e) {
            // Closed with messages that no test has read, or told what makes no sense.
            System.getLogger(PlayedWorker.class.getName())
                    .log(System.Logger.Level.DEBUG, "The connection ended", e);
        }
    }

    /** What it said first. */
    FromWorker greeting() {
        return greeting;
    }

    /** Writes the bundle of a scene, in a project of its own. */
    Path bundle(int scene, String code) throws IOException {
        var project = folder.resolve("scene " + scene);
        var file = Files.createDirectories(project.resolve("bin")).resolve("index.js");
        Files.writeString(project.resolve("scene.json"), "{}");
        return Files.writeString(file, code);
    }

    void start(int scene, String code) throws IOException {
        send(scene, new ToScene.Start(bundle(scene, code).toString(), false, NOTHING));
    }

    void tick(int scene) throws IOException {
        send(scene, new ToScene.Tick(0.5f));
    }

    void send(int scene, ToScene message) throws IOException {
        editor.send(new ToWorker.ForScene(scene, message));
    }

    /** What comes next when it is asked something that is not for a scene. */
    FromWorker ask(ToWorker message) throws IOException {
        editor.send(message);
        return editor.nextFromWorker().orElseThrow();
    }

    /** The next message of a scene. */
    FromScene next(int scene) throws IOException {
        while (waiting(scene).isEmpty()) {
            var message = (FromWorker.OfScene) editor.nextFromWorker().orElseThrow();
            waiting(message.scene()).add(message.message());
        }
        send(scene, new ToScene.Taken(1));
        return waiting(scene).remove();
    }

    /** How many messages of a scene came while others were waited for. */
    int waits(int scene) {
        return waiting(scene).size();
    }

    /** The next message of a scene, which shall be of a kind. */
    <T extends FromScene> T next(int scene, Class<T> kind) throws IOException {
        var message = next(scene);
        if (!kind.isInstance(message)) {
            throw new AssertionError("Not " + kind.getSimpleName() + " but " + message);
        }
        return kind.cast(message);
    }

    /** What a scene writes until it has started, ticked or ended. */
    List<String> said(int scene) throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            switch (next(scene)) {
                case FromScene.Said said -> lines.add(said.text());
                case FromScene.Threw threw -> lines.add(threw.phase() + " " + threw.message());
                case FromScene.Sent sent -> send(scene, new ToScene.Reply(NOTHING));
                case FromScene.Called called -> lines.add("called " + called.function());
                case FromScene.Inspected inspected -> lines.add("inspected");
                case FromScene.Started started -> {
                    return lines;
                }
                case FromScene.Ticked ticked -> {
                    return lines;
                }
                case FromScene.Ended ended -> {
                    lines.add("ended");
                    return lines;
                }
            }
        }
    }

    private Queue<FromScene> waiting(int scene) {
        return waiting.computeIfAbsent(scene, number -> new ArrayDeque<>());
    }

    @Override
    public void close() throws IOException {
        editor.close();
    }
}
