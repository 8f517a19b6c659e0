// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the SDK's build uses of the packages of a project.
 *
 * @param program esbuild itself, a program for this machine
 * @param version of esbuild, for people
 * @param aliases the folders of packages of which a bundle may have only one
 * @param scripts the TypeScript that runs the scripts of smart items, if the SDK has any
 */
record EsbuildTools(
        Path program, String version, SequencedMap<String, Path> aliases, Optional<Path> scripts) {
    private static final String SDK = "@dcl/sdk";
    private static final String ECS = "@dcl/ecs";
    private static final String COMMANDS = "@dcl/sdk-commands";
    private static final String PACKS = "@dcl/asset-packs";

    /** Those of a project, where all is there that every build needs. */
    static Optional<EsbuildTools> in(Path directory) {
        boolean isComplete =
                Files.isRegularFile(directory.resolve("tsconfig.json"))
                        && Files.isRegularFile(directory.resolve("src/index.ts"));
        var own = new NodePackages(directory);
        var sdk = own.of(SDK);
        return sdk.filter(found -> isComplete).flatMap(found -> of(own, found));
    }

    private static Optional<EsbuildTools> of(NodePackages own, NodePackages sdk) {
        var commands = own.of(COMMANDS).or(() -> sdk.of(COMMANDS));
        // The one that the SDK's build uses; a project may have another one for itself.
        var esbuild =
                commands.flatMap(c -> c.of("esbuild"))
                        .flatMap(e -> e.find(platform()))
                        .or(() -> own.find(platform()));
        var aliases = new LinkedHashMap<String, Path>();
        own.find("react").or(() -> sdk.find("react")).ifPresent(p -> aliases.put("react", p));
        aliases.put(SDK, sdk.folder());
        sdk.find(ECS).or(() -> own.find(ECS)).ifPresent(p -> aliases.put(ECS, p));
        packs(own, commands).ifPresent(p -> aliases.put(PACKS, p));
        var scripts =
                commands.map(c -> c.folder().resolve("dist/logic/runtime-script.ts"))
                        .filter(Files::isRegularFile);
        return esbuild.flatMap(
                found ->
                        Optional.of(program(found))
                                .filter(Files::isExecutable)
                                .map(p -> new EsbuildTools(p, version(found), aliases, scripts)));
    }

    /** The scene's own, else what the SDK's tools bring. */
    private static Optional<Path> packs(NodePackages own, Optional<NodePackages> commands) {
        return Optional.of(own.folder().resolve("node_modules").resolve(PACKS))
                .filter(Files::isDirectory)
                .flatMap(there -> own.find(PACKS))
                .or(() -> commands.flatMap(c -> c.of("@dcl/inspector")).flatMap(i -> i.find(PACKS)))
                .or(() -> commands.flatMap(c -> c.find(PACKS)));
    }

    private static Path program(Path esbuild) {
        var windows = esbuild.resolve("esbuild.exe");
        return Files.isRegularFile(windows) ? windows : esbuild.resolve("bin/esbuild");
    }

    private static String version(Path esbuild) {
        return PackageScript.json(esbuild.resolve("package.json"))
                .map(file -> file.text("version", ""))
                .orElse("");
    }

    /** The package with the program for this machine. */
    static String platform() {
        var names = Map.of("amd64", "x64", "x86_64", "x64", "aarch64", "arm64");
        String processor = System.getProperty("os.arch", "");
        return "@esbuild/" + system() + "-" + names.getOrDefault(processor, processor);
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("win") ? "win32" : name.contains("mac") ? "darwin" : "linux";
    }
}
