// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** A project of TypeScript files, on which time may be spent and which may be changed. */
record BenchProject(Path folder) {
    private static final int FILES = 200;
    private static final Set<String> LEFT_OUT = Set.of("node_modules", ".git", "bin", "dist");
    private static final String FILE =
            """
            import { engine, Schemas } from '@dcl/sdk/ecs'
            import { Vector3 } from '@dcl/sdk/math'
            import { Phase, step } from '%2$s'

            /** What is number %1$d of many. */
            export const Component%1$d = engine.defineComponent(
                'generated::Component%1$d',
                {
                    /** How far it is. */
                    phase: Schemas.EnumNumber<Phase>(Phase, Phase.Waiting),
                    at: Schemas.Vector3,
                    steps: Schemas.Array(step),
                    label: Schemas.String,
                    speed: Schemas.Float,
                    isOn: Schemas.Boolean,
                    owner: Schemas.Optional(Schemas.Entity)
                },
                { at: Vector3.create(%1$d, 0, 1), label: 'number %1$d', speed: %1$d / 4 }
            )

            export function speedOf(entity: any): number {
                return Component%1$d.getOrNull(entity)?.speed ?? 0
            }
            """;
    private static final String SHARED =
            """
            import { Schemas } from '@dcl/sdk/ecs'

            export enum Phase { Waiting, Running, Done }
            export const step = Schemas.Map({ seconds: Schemas.Float, to: Schemas.Vector3 })
            """;

    /** A new one of 200 files, each with a component. */
    static BenchProject generate(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("src/parts"));
        Files.writeString(folder.resolve("package.json"), "{ \"name\": \"generated\" }\n");
        Files.writeString(
                folder.resolve("tsconfig.json"),
                """
                { "include": ["src/**/*.ts"], "extends": "@dcl/sdk/types/tsconfig.ecs7.json" }
                """);
        Files.writeString(folder.resolve("src/shared.ts"), SHARED);
        for (int i = 0; i < FILES; i++) {
            Files.writeString(
                    folder.resolve("src/parts/component" + i + ".ts"),
                    FILE.formatted(i, "../shared"));
        }
        Files.createSymbolicLink(folder.resolve("node_modules"), packages());
        return new BenchProject(folder);
    }

    /** A copy of somebody's, with the packages of that one. */
    static BenchProject copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copying(from, to));
        var packages = from.resolve("node_modules");
        Files.createSymbolicLink(
                to.resolve("node_modules"),
                Files.isDirectory(packages) ? packages.toRealPath() : packages());
        return new BenchProject(to);
    }

    static Path packages() {
        return Path.of(System.getProperty("scenewright.sdk", ""))
                .resolve("node_modules")
                .toAbsolutePath();
    }

    @SuppressWarnings("null") // the interface says nothing about null
    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            if (LEFT_OUT.contains(String.valueOf(folder.getFileName()))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private List<Path> sources() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*(?<!\\.d)\\.tsx?"))
                    .sorted()
                    .toList();
        }
    }

    /** Makes every file another. */
    void changeAll() throws IOException {
        for (var file : sources()) {
            change(file);
        }
    }

    /** Makes one file another. */
    void changeOne() throws IOException {
        change(sources().getFirst());
    }

    private static void change(Path file) throws IOException {
        Files.writeString(file, "\n// changed\n", APPEND);
    }

    /** How many milliseconds the compiler of the SDK takes to say whether the types fit. */
    double typeCheck() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process =
                new ProcessBuilder(
                                System.getProperty("scenewright.node", "node"),
                                packages().resolve("typescript/bin/tsc").toString(),
                                "--noEmit",
                                "-p",
                                folder.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.waitFor();
        return ReflectBench.millis(start);
    }
}
