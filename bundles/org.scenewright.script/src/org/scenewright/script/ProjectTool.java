// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command of the SDK that a project has installed, which is run in its folder as its author would
 * run it.
 *
 * @param shown how people would call it
 */
public record ProjectTool(Path directory, Verb verb, List<String> command, String shown) {
    /** Whoever is not connected would otherwise wait a minute for nothing. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DCL_DISABLE_ANALYTICS", "true", "NO_COLOR", "1");

    private static final String PACKAGE = "@dcl/sdk-commands";
    private static final String MAIN = "dist/index.js";

    /** What the tool does. */
    public enum Verb {
        /** Serves the scene to a player of this machine, until it is ended. */
        START("start"),
        /** Publishes the scene, after somebody has signed that in a browser. */
        DEPLOY("deploy");

        private final String word;

        Verb(String word) {
            this.word = word;
        }
    }

    /**
     * The command of a project: its own script of that name, or else that of its SDK. It asks the
     * disk.
     *
     * @throws IOException with a sentence for people that says what is missing
     */
    public static ProjectTool of(Path directory, Verb verb) throws IOException {
        return of(directory, verb, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /**
     * @param path where programs are looked for
     */
    static ProjectTool of(Path directory, Verb verb, String path) throws IOException {
        var file = directory.resolve("package.json");
        var json = PackageScript.json(file);
        if (json.isEmpty()) {
            throw new IOException(
                    "There is no package.json in "
                            + directory
                            + " that can be read. A scene needs the packages of its project: make"
                            + " them with npx @dcl/sdk-commands init in an empty folder, copy"
                            + " package.json and tsconfig.json from there and run npm install.");
        }
        var sdk = new NodePackages(directory).find(PACKAGE);
        if (sdk.isEmpty()) {
            throw new IOException(
                    "The packages of the project are not installed: run npm install in "
                            + directory
                            + ".");
        }
        var script = json.get().text("scripts." + verb.word, "").strip();
        return script.isEmpty()
                ? own(directory, verb, sdk.get(), path)
                : npm(directory, verb, path);
    }

    private static ProjectTool own(Path directory, Verb verb, Path sdk, String path)
            throws IOException {
        var main = sdk.resolve(MAIN);
        if (!Files.isRegularFile(main)) {
            throw new IOException("There is no " + MAIN + " in " + sdk + ".");
        }
        var node = program("node", path);
        return new ProjectTool(
                directory,
                verb,
                List.of(node, main.toString(), verb.word),
                "sdk-commands " + verb.word);
    }

    private static ProjectTool npm(Path directory, Verb verb, String path) throws IOException {
        program("node", path);
        var npm = program("npm", path);
        return new ProjectTool(
                directory, verb, List.of(npm, "run", verb.word), "npm run " + verb.word);
    }

    private static String program(String name, String path) throws IOException {
        boolean isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        var names = isWindows ? List.of(name + ".exe", name + ".cmd") : List.of(name);
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names.stream().map(each -> folder + File.separator + each))
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IOException(
                                        "There is no program \"%s\" on the PATH: Node has to be installed."
                                                .formatted(name)));
    }

    /**
     * Runs it to its end, or until nobody wants it any more; then all that it has started ends,
     * too.
     *
     * @return a sentence that says how it ended
     */
    public String run(BuildHearing hearing) throws InterruptedException {
        try {
            int status = new BuildProcess(command, directory, ENVIRONMENT, "").watch(hearing);
            return hearing.isCancelled()
                    ? shown + " was ended."
                    : shown
                            + " has ended"
                            + (status == 0 ? "." : " with exit code " + status + ".");
        } catch (IOException failure) {
            return shown + " did not start: " + failure.getMessage();
        }
    }
}
