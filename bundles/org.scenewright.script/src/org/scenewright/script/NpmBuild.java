// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds a project as it says itself, {@code npm run build}. */
record NpmBuild(Path directory) implements SceneBuild {
    /** Whoever is not connected would otherwise wait a minute for nothing. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DCL_DISABLE_ANALYTICS", "true", "NO_COLOR", "1");

    static Optional<NpmBuild> in(Path directory) {
        return Optional.of(new NpmBuild(directory))
                .filter(build -> Files.isRegularFile(directory.resolve("package.json")));
    }

    @Override
    public String name() {
        return "npm run build";
    }

    @Override
    public BuildResult run(BuildHearing hearing) throws InterruptedException {
        var process = new BuildProcess(command(), directory, ENVIRONMENT, "");
        try {
            return process.run(hearing);
        } catch (IOException failure) {
            return BuildResult.failed("Nothing was built: " + failure.getMessage());
        }
    }

    private static List<String> command() {
        boolean isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return List.of(isWindows ? "npm.cmd" : "npm", "run", "build");
    }
}
