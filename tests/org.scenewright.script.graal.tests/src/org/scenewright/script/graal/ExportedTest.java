// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Exported;
import org.scenewright.script.wire.Reflection;

import java.nio.file.Path;
import java.util.stream.Collectors;

class ExportedTest {
    private static final Reflector REFLECTOR = new Reflector();

    @TempDir Path folder;

    @Test
    void saysHowDeclarationsAreImported() {
        offered(
                """
                --- package.json
                { "name": "my-scene", "dependencies": { "physics-lib": "1", "closed": "1" } }
                --- components/Velocity.ts
                SDK
                export default declareComponent({ x: Schemas.Float })
                --- node_modules/physics-lib/package.json
                { "name": "physics-lib" }
                --- node_modules/physics-lib/components/Velocity.js
                SDK
                export default declareComponent({ x: Schemas.Float })
                --- node_modules/closed/package.json
                { "name": "closed", "exports": { ".": "./index.js" } }
                --- node_modules/closed/index.js
                --- node_modules/closed/components/Speed.js
                SDK
                export default declareComponent({ x: Schemas.Float })
                """,
                """
                closed::Speed -
                physics-lib::Velocity physics-lib/components/Velocity default
                my-scene::Velocity ./components/Velocity default
                """);
    }

    @Test
    void saysHowConstantsAreImported() {
        offered(
                """
                --- package.json
                { "name": "my-scene", "dependencies": { "rotator-library": "1" } }
                --- components.ts
                export { Velocity as Speed } from "./components/Velocity"
                --- components/Velocity.ts
                SDK
                export const Velocity = declareComponent("my-scene::Velocity", { x: Schemas.Float })
                export const Inner = declareComponent("my-scene::Inner", { x: Schemas.Float })
                --- src/index.ts
                SDK
                export const Late = engine.defineComponent("my-scene::Late", { x: Schemas.Float })
                --- node_modules/rotator-library/package.json
                { "name": "rotator-library", "exports": { "./components": "./dist/all.mjs" } }
                --- node_modules/rotator-library/dist/all.mjs
                SDK
                export const Rotator = declareComponent("rotator-library::Rotator", { x: Schemas.Float })
                """,
                """
                rotator-library::Rotator rotator-library/components Rotator
                my-scene::Velocity ./components Speed
                my-scene::Inner -
                my-scene::Late -
                """);
    }

    private void offered(String files, String expected) {
        var reflection = reflect(files);
        assertEquals(
                expected.strip(),
                reflection.definitions().stream()
                        .map(
                                d ->
                                        d.name()
                                                + " "
                                                + d.exported().map(ExportedTest::shown).orElse("-"))
                        .collect(Collectors.joining("\n")),
                reflection.findings()::toString);
    }

    private static String shown(Exported exported) {
        return exported.module() + " " + exported.name();
    }

    private Reflection reflect(String files) {
        return new Project(folder.resolve("scene"), folder.resolve("cache"), REFLECTOR)
                .write(files)
                .reflect();
    }
}
