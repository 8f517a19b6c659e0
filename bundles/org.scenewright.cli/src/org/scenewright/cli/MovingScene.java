// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scene of entities that all move in every frame, built by the official SDK. */
record MovingScene(Path folder) {
    private static final String CODE =
            """
            import { engine, Material, MeshRenderer, Schemas, Transform } from '@dcl/sdk/ecs'
            import { Color4, Quaternion, Vector3 } from '@dcl/sdk/math'

            const Velocity = engine.defineComponent('bench::Velocity', { x: Schemas.Float, z: Schemas.Float })

            export function main() {
                for (let i = 0; i < %d; i++) {
                    const entity = engine.addEntity()
                    Transform.create(entity, { position: Vector3.create(i %% 32, 1, i / 32) })
                    MeshRenderer.setBox(entity)
                    Material.setPbrMaterial(entity, { albedoColor: Color4.create(1, 0.5, 0, 1) })
                    Velocity.create(entity, { x: 1 + (i %% 7) / 7, z: (i %% 5) / 5 })
                }
                let time = 0
                engine.addSystem((dt) => {
                    time += dt
                    for (const [entity, velocity] of engine.getEntitiesWith(Velocity, Transform)) {
                        const transform = Transform.getMutable(entity)
                        transform.position.x += velocity.x * dt
                        transform.position.z += velocity.z * dt
                        transform.rotation = Quaternion.fromEulerDegrees(0, time * 90, 0)
                    }
                })
            }
            """;
    private static final String SETTINGS =
            """
            { "ecs7": true, "runtimeVersion": "7", "main": "bin/index.js",
              "scene": { "parcels": ["0,0"], "base": "0,0" } }
            """;
    private static final String TYPES =
            """
            { "include": ["src/**/*.ts"], "extends": "@dcl/sdk/types/tsconfig.ecs7.json" }
            """;

    /** Builds one of so many entities in a folder that is not there yet. */
    static MovingScene build(Path folder, int entities) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("package.json"), "{ \"name\": \"moving\" }\n");
        Files.writeString(folder.resolve("scene.json"), SETTINGS);
        Files.writeString(folder.resolve("tsconfig.json"), TYPES);
        Files.writeString(folder.resolve("src/index.ts"), CODE.formatted(entities));
        var packages = BenchProject.packages();
        Files.createSymbolicLink(folder.resolve("node_modules"), packages);
        build(folder, packages.resolve("@dcl/sdk-commands/dist/index.js"));
        return new MovingScene(folder);
    }

    private static void build(Path folder, Path builder) throws IOException, InterruptedException {
        if (!Files.isRegularFile(builder)) {
            throw new CommandFailed(
                    "There is no " + builder + "; start this through releng/bench.");
        }
        String node = System.getProperty("scenewright.node", "node");
        var process =
                new ProcessBuilder(
                        node, builder.toString(), "build", "--skip-install", "--production");
        process.environment().put("DCL_DISABLE_ANALYTICS", "true");
        process.environment().put("CI", "true");
        process.directory(folder.toFile()).redirectErrorStream(true);
        // Standard output is for the result only.
        var log = folder.resolve("log");
        if (process.redirectOutput(log.toFile()).start().waitFor() != 0) {
            throw new CommandFailed("The SDK built no scene:\n" + Files.readString(log));
        }
    }

    Path bundle() {
        return folder.resolve("bin/index.js");
    }
}
