// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.WireChannel;
import org.scenewright.script.wire.WireException;
import org.scenewright.script.wire.WireSocket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program in a worker process that plays scenes. */
final class Playing {
    private static final System.Logger LOG = System.getLogger(Playing.class.getName());

    private Playing() {}

    /** The path of the socket. */
    static void main(List<String> arguments) {
        try (var channel = WireSocket.connect(Path.of(arguments.getFirst()))) {
            var engine = new SceneEngine();
            new Stages(new WireChannel(channel), engine, () -> {}).serve();
        } catch (IOException | WireException e) {
            LOG.log(System.Logger.Level.ERROR, "The connection to the editor broke", e);
        } finally {
            // The code of a scene may not be interruptible: the process ends without asking it.
            Runtime.getRuntime().halt(0);
        }
    }
}
