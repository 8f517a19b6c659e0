// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.ToWorker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A small project, reflected before anybody asks: what a worker needs is loaded and linked then,
 * and the JVM can note what that is. A first job that had to do so could be taken for one that
 * hangs.
 */
final class WarmUp {
    private static final Map<String, String> FILES =
            Map.of(
                    "package.json",
                    "{\"name\":\"training\"}",
                    "components.ts",
                    "export * from './src/all'\n",
                    "src/all.ts",
                    """
                    import { engine, Schemas } from '@dcl/sdk/ecs'
                    enum Colour { RED = 'red', BLUE = 'blue' }
                    /** How fast it goes. */
                    export const Velocity = engine.defineComponent('training::Velocity', {
                      x: Schemas.Float,
                      list: Schemas.Array(Schemas.Map({ name: Schemas.String, at: Schemas.Vector3 })),
                      colour: Schemas.EnumString<Colour>(Colour, Colour.RED),
                      maybe: Schemas.Optional(Schemas.Int)
                    }, { x: 1 + 2 })
                    engine.addSystem(() => {})
                    """,
                    "components/Speed.ts",
                    "export default declareComponent({ value: Schemas.Number })\n");

    private final Reflecting reflecting;

    WarmUp(Reflecting reflecting) {
        this.reflecting = reflecting;
    }

    void run() throws IOException {
        var folder = Files.createTempDirectory("sw");
        try {
            for (var file : FILES.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            var cache = folder.resolve("cache").toString();
            var request = new ToWorker.Reflect(0, folder.toString(), cache, List.of());
            reflecting.reflect(request, (done, total, file) -> {});
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            for (Path path : found.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
