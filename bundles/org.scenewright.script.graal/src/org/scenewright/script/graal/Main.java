// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Place;
import org.scenewright.script.wire.Reflection;
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
        var reflecting = reflecting(library, Stream.of(jars).map(Path::of).toList());
        if (!arguments[0].equals("--train")) {
            serve(Path.of(arguments[0]), reflecting);
        }
    }

    /** What answers, warmed up; where there is no parser, that is the answer. */
    static Reflecting reflecting(SwcLibrary library, List<Path> jars) throws IOException {
        if (!library.install(jars)) {
            return (request, progress) -> unread(library.platform());
        }
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

    private static Reflection unread(String platform) {
        var message =
                "TypeScript cannot be read on this machine, as there is no %s. Components are known"
                        + " from the scenes that use them only.";
        var place = new Place("", 0, 0);
        var finding = new Finding(Finding.Kind.MISSING, place, message.formatted(platform));
        return new Reflection(List.of(), List.of(finding), List.of());
    }

    private static void serve(Path socket, Reflecting reflecting)
            throws IOException, InterruptedException {
        try (var channel = WireSocket.connect(socket)) {
            var requests = new Requests(new WireChannel(channel), reflecting);
            // A job may not be interruptible: the process ends without asking it.
            requests.serve(
                    "GraalJS on Java " + Runtime.version(), () -> Runtime.getRuntime().halt(0));
        }
    }
}
