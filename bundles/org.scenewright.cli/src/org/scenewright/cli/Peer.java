// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A script that does with the official packages on Node what we do, and prints one line of JSON.
 *
 * @param script the name of a file beside {@code releng/peer/package.json}
 */
record Peer(String script) {

    /** Runs the script to its end; its messages go to standard error. */
    Value run(String... arguments) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("scenewright.peer", ""));
        var file = home.resolve(script);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("There is no " + file + "; start this through releng/bench.");
        }
        return run(file, arguments);
    }

    /** Runs a script that is anywhere to its end. */
    static Value run(Path script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(System.getProperty("scenewright.node", "node"));
        command.add(script.toString());
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new CommandFailed("Node failed at " + script + "; see its output above.");
        }
        return ValueJson.parse(out);
    }
}
