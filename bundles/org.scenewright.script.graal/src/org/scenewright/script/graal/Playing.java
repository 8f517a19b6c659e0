// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The program in a worker process that plays scenes. */
final class Playing {
    private static final System.Logger LOG = System.getLogger(Playing.class.getName());

    private static final String TRAIN = "--train";

    /** By then nothing gets faster any more, even on a slow machine. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** By then all classes are there. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private Playing() {}

    /** What {@link Main} says follows {@code --play}. */
    static void main(List<String> arguments) {
        var engine = new SceneEngine();
        var socket = arguments.getFirst();
        if (socket.equals(TRAIN)) {
            new Rehearsal(engine, LONG_ENOUGH).run();
            return;
        }
        var rehearsal = new Rehearsal(engine, LONGEST);
        if (arguments.contains(TRAIN)) {
            rehearsal.start();
        }
        serve(Path.of(socket), engine, rehearsal);
    }

    private static void serve(Path socket, SceneEngine engine, Rehearsal rehearsal) {
        try (var channel = WireSocket.connect(socket)) {
            new Stages(new WireChannel(channel), engine, rehearsal::end).serve();
        } catch (IOException | WireException e) {
            LOG.log(System.Logger.Level.ERROR, "The connection to the editor broke", e);
        } finally {
            // The code of a scene may not be interruptible: the process ends without asking it.
            Runtime.getRuntime().halt(0);
        }
    }
}
