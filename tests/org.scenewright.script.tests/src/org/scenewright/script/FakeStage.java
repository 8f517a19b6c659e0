// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.FromScene.Level;
import org.scenewright.script.wire.FromScene.Phase;
import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.ToScene;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker whose scenes do what the names of their bundles say, in their first frame. */
final class FakeStage {
    private final SocketChannel socket;
    private final WireChannel channel;
    private final Map<Integer, String> scenes = new HashMap<>();

    private FakeStage(SocketChannel socket) {
        this.socket = socket;
        channel = new WireChannel(socket);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[1].equals("--train")) {
            return;
        }
        new FakeStage(WireSocket.connect(Path.of(arguments[1]))).serve();
    }

    private void serve() throws IOException, InterruptedException {
        channel.send(new FromWorker.Ready("fake"));
        for (var m = channel.nextToWorker(); m.isPresent(); m = channel.nextToWorker()) {
            if (m.get() instanceof ToWorker.ForScene(int scene, ToScene message)) {
                hear(scene, message);
            }
        }
    }

    private void hear(int scene, ToScene message) throws IOException, InterruptedException {
        switch (message) {
            case ToScene.Start start -> begin(scene, start);
            case ToScene.Tick tick -> act(scene, scenes.get(scene));
            case ToScene.Reply reply ->
                    say(scene, new FromScene.Ticked(7_000, reply.messages().remaining()));
            case ToScene.Answer answer -> {
                say(scene, line(answer.isFulfilled() + " " + answer.json()));
                say(scene, new FromScene.Sent(ByteBuffer.allocate(1)));
            }
            case ToScene.Stop stop -> end(scene, scenes.get(scene));
            case ToScene.Taken taken -> {}
        }
    }

    private void begin(int scene, ToScene.Start start) throws IOException {
        var name = Path.of(start.bundle()).getFileName().toString();
        scenes.put(scene, name);
        switch (name) {
            case "silent" -> {}
            case "broken" -> {
                say(scene, new FromScene.Threw(Phase.LOAD, "No such thing", "at x", place()));
                say(scene, new FromScene.Ended());
            }
            default -> say(scene, new FromScene.Started(1_000_000 + start.state().remaining()));
        }
    }

    private void act(int scene, String name) throws IOException, InterruptedException {
        switch (name) {
            case "dance" -> say(scene, new FromScene.Sent(ByteBuffer.allocate(3)));
            case "moody" -> {
                say(scene, new FromScene.Threw(Phase.UPDATE, "Oh no", "at y", place()));
                say(scene, new FromScene.Sent(ByteBuffer.allocate(0)));
            }
            case "curious" ->
                    say(
                            scene,
                            new FromScene.Called(
                                    5, "Runtime", "getRealm", "{}", ByteBuffer.allocate(0)));
            case "chatter" -> Thread.ofPlatform().daemon().start(() -> chatter(scene));
            case "loop", "polite" -> {}
            case "flood" -> flood(scene);
            case "bomb" -> bomb();
            case "exit" -> System.exit(7);
            case "garbage" -> socket.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, 127, 9}));
            case "off" -> channel.send(new FromWorker.Failed(1, "What?"));
            case "halfway" -> {
                socket.write(ByteBuffer.wrap(new byte[] {100, 0, 0, 0, 20, 1}));
                socket.close();
                Thread.currentThread().join();
            }
            default -> throw new IllegalStateException(name);
        }
    }

    private void end(int scene, String name) throws IOException {
        if (name.equals("polite")) {
            say(scene, new FromScene.Threw(Phase.UPDATE, "Over", "at spin (a.ts:3)", place()));
        }
        if (!name.equals("loop") && !name.equals("chatter")) {
            say(scene, new FromScene.Ended());
        }
    }

    private void flood(int scene) throws IOException {
        for (int i = 0; i < 50; i++) {
            say(scene, new FromScene.Inspected(ByteBuffer.allocate(1 << 20)));
            say(scene, new FromScene.Inspected(ByteBuffer.allocate(i)));
        }
    }

    private void chatter(int scene) {
        try {
            while (true) {
                say(scene, line("still here"));
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FromScene line(String text) {
        return new FromScene.Said(Level.WARNING, text, place());
    }

    private static Optional<Place> place() {
        return Optional.of(new Place("src/a.ts", 2, 3));
    }

    private void say(int scene, FromScene message) throws IOException {
        channel.send(new FromWorker.OfScene(scene, message));
    }

    private static void bomb() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[64 << 20]);
        }
    }
}
