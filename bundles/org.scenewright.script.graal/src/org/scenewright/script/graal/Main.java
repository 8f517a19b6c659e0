// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireSocket;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The program in the worker process: connects to the editor's socket and answers until that is
 * closed, which it also is when the editor dies. What is printed has no way to the editor's
 * messages.
 */
public final class Main {
    private static final int NOT_HERE = 4;

    private Main() {}

    /**
     * The path of the socket and the folder of what need not be made twice; or {@code --train} and
     * that folder, to do once what every worker does, for the JVM to take notes.
     *
     * <p>A worker that plays scenes instead: {@code --play} and the path of the socket, and then
     * perhaps {@code --train}, to play a scene of its own until the first real one starts, which is
     * the faster for it; or {@code --play --train}, to play that scene for a while and end, for the
     * JVM to take notes.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("--play")) {
            Playing.main(List.of(arguments).subList(1, arguments.length));
            return;
        }
        var library = SwcLibrary.ofThisPlatform(Path.of(arguments[1]));
        var jars = System.getProperty("java.class.path").split(File.pathSeparator);
        if (!library.install(Stream.of(jars).map(Path::of).toList())) {
            System.err.println("TypeScript cannot be read here: there is no " + library.platform());
            System.exit(NOT_HERE);
        }
        if (arguments[0].equals("--train")) {
            warmedUp();
        } else {
            serve(Path.of(arguments[0]));
        }
    }

    private static Reflecting warmedUp() throws IOException {
        var reflector = new Reflector();
        Reflecting reflecting =
                (request, progress) ->
                        reflector.reflect(
                                Path.of(request.directory()),
                                Path.of(request.cache()),
                                Set.copyOf(request.skipped()),
                                progress);
        new WarmUp(reflecting).run();
        return reflecting;
    }

    private static void serve(Path socket) throws IOException, InterruptedException {
        try (var channel = WireSocket.connect(socket)) {
            var requests = new Requests(new WireChannel(channel), warmedUp());
            // A job may not be interruptible: the process ends without asking it.
            requests.serve(
                    "GraalJS on Java " + Runtime.version(), () -> Runtime.getRuntime().halt(0));
        }
    }
}
