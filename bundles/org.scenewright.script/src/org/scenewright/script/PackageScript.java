// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code npm run build} would run.
 *
 * @param command empty where {@code package.json} does not say
 */
record PackageScript(String command) {
    private static final int MOST_BYTES = 1 << 20;

    /** The SDK's build, with no options but those that do not matter here. */
    private static final Pattern SDK =
            Pattern.compile("(npx )?sdk-commands build( (--production|--skip-install|-p))*");

    /** That of a project; nothing where there is no file that says so. */
    static PackageScript of(Path directory) {
        return new PackageScript(
                json(directory.resolve("package.json"))
                        .map(file -> file.text("scripts.build", ""))
                        .orElse("")
                        .strip());
    }

    /** A file of bounded size; nothing where it cannot be read. */
    static Optional<Value> json(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
                    ? Optional.of(ValueJson.parse(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException | SchemaException unreadable) {
            System.getLogger(PackageScript.class.getName())
                    .log(System.Logger.Level.DEBUG, file + " says nothing", unreadable);
            return Optional.empty();
        }
    }

    /** Whether that is the SDK's own build and nothing else. */
    boolean isSdk() {
        return command.isEmpty() || SDK.matcher(command).matches();
    }

    /** Whether the code is to be small rather than readable. */
    boolean isProduction() {
        var options = List.of(command.split(" "));
        return options.contains("--production") || options.contains("-p");
    }
}
