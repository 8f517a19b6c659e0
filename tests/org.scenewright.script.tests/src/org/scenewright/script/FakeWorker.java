// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.script.wire.FromWorker;
import org.scenewright.script.wire.Reflection;
import org.scenewright.script.wire.Source;
import org.scenewright.script.wire.ToWorker;
import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker that does what the name of the project's folder says; what it does before that, the file
 * {@code mood} in the cache folder.
 */
final class FakeWorker {
    private final SocketChannel socket;
    private final WireChannel channel;

    private FakeWorker(SocketChannel socket) {
        this.socket = socket;
        channel = new WireChannel(socket);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("--train")) {
            return;
        }
        var mood = Path.of(arguments[1], "mood");
        switch (Files.exists(mood) ? Files.readString(mood) : "") {
            case "absent" -> Thread.currentThread().join();
            case "dead" -> throw new IllegalStateException("I do not feel like it");
            default -> {}
        }
        var worker = new FakeWorker(WireSocket.connect(Path.of(arguments[0])));
        if (Files.exists(mood) && Files.readString(mood).equals("mute")) {
            Thread.currentThread().join();
        }
        worker.serve();
    }

    private void serve() throws IOException, InterruptedException {
        channel.send(new FromWorker.Ready("fake"));
        for (var m = channel.nextToWorker(); m.isPresent(); m = channel.nextToWorker()) {
            if (m.get() instanceof ToWorker.Reflect request) {
                channel.send(new FromWorker.Progress(request.job(), 0, 1, "src/a.ts"));
                obey(request);
            }
        }
    }

    private void obey(ToWorker.Reflect request) throws IOException, InterruptedException {
        int job = request.job();
        switch (Path.of(request.directory()).getFileName().toString()) {
            case "answer" -> channel.send(new FromWorker.Reflected(job, reflection(request)));
            case "fail" -> channel.send(new FromWorker.Failed(job, "It does not want to"));
            case "print" -> {
                for (int i = 0; i < 100_000; i++) {
                    System.out.println("A line that is longer than it needs to be, number " + i);
                }
                channel.send(new FromWorker.Reflected(job, reflection(request)));
            }
            case "touchy" -> {
                if (!request.skipped().contains("src/a.ts")) {
                    System.exit(7);
                }
                channel.send(new FromWorker.Reflected(job, reflection(request)));
            }
            case "loop" -> Thread.currentThread().join();
            case "recursion" -> recursion(0);
            case "bomb" -> bomb();
            case "exit" -> System.exit(7);
            case "garbage" -> socket.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, 127, 9}));
            case "halfway" -> {
                socket.write(ByteBuffer.wrap(new byte[] {100, 0, 0, 0, 18, 1}));
                socket.close();
                Thread.currentThread().join();
            }
            case "patient" -> {
                var next = channel.nextToWorker();
                channel.send(new FromWorker.Failed(job, "It heard " + next));
            }
            default -> throw new IllegalStateException(request.directory());
        }
    }

    private static Reflection reflection(ToWorker.Reflect request) {
        return new Reflection(List.of(), List.of(), List.of(source(request)));
    }

    private static Source source(ToWorker.Reflect request) {
        return new Source(String.join(" ", request.skipped()), 1, 2);
    }

    /** Takes longer than anybody has, and no exception gets out of it. */
    private static int recursion(int depth) {
        try {
            return recursion(depth + 1) + 1;
        } catch (StackOverflowError e) {
            return recursion(depth);
        }
    }

    private static void bomb() {
        var all = new ArrayList<byte[]>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[64 << 20]);
        }
    }
}
