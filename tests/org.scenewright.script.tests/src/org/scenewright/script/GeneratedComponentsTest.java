// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.wire.Definition;
import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Holds generated TypeScript against the compiler and the official SDK. */
class GeneratedComponentsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROJECT =
            """
            --- scene.json
            {
              "ecs7": true, "runtimeVersion": "7", "main": "bin/index.js", "name": "generated",
              "display": { "title": "generated" }, "scene": { "parcels": ["0,0"], "base": "0,0" }
            }
            --- package.json
            {
              "name": "my-scene", "version": "1.0.0",
              "dependencies": { "physics-lib": "*", "rotator-library": "*" },
              "devDependencies": { "@dcl/sdk": "7.28.0" }
            }
            --- tsconfig.json
            {
              "compilerOptions": { "strict": true, "skipLibCheck": true },
              "include": ["*.ts", "components/*.ts", "src/*.ts"],
              "extends": "@dcl/sdk/types/tsconfig.ecs7.json"
            }
            --- components.ts
            export { Health } from './components/health'
            --- components/health.ts
            import { Schemas } from '@dcl/sdk/ecs'
            import { declareComponent } from '../declare-component'

            export const Health = declareComponent('my-scene::Health', { points: Schemas.Int }, { points: 100 })
            export const Hidden = declareComponent('my-scene::Hidden', { secret: Schemas.Int })
            --- components/Velocity.ts
            import { Schemas } from '@dcl/sdk/ecs'
            import { declareComponent } from '../declare-component'

            export default declareComponent({ x: Schemas.Float, y: Schemas.Float, z: Schemas.Float }, { x: 2 })
            --- components/Score.ts
            import { Schemas } from '@dcl/sdk/ecs'
            import { declareComponent } from '../declare-component'

            export default declareComponent(Schemas.Int)
            --- src/index.ts
            import { engine } from '@dcl/sdk/ecs'
            import { Health, PhysicsLibVelocity, Rotator, Score, Velocity } from '../components.generated'

            const entity = engine.addEntity()
            export const x: number = Velocity.create(entity).x
            export const y: number = Velocity.getMutable(entity).y
            export const mass: string = PhysicsLibVelocity.create(entity, { unit: 'm/s' }).unit
            export const degrees: number = Rotator.create(entity, { degrees: 1 }).degrees
            export const points: number = Health.create(entity).points
            export const score: number = Score.create(entity, 5)
            // @ts-expect-error: it is a number
            Velocity.create(engine.addEntity(), { x: 'fast' })
            // @ts-expect-error: there is no such field
            Velocity.get(entity).w
            // @ts-expect-error: it is a number
            Score.create(engine.addEntity(), 'many')
            export function main() {}
            --- node_modules/physics-lib/package.json
            { "name": "physics-lib", "version": "1.0.0" }
            --- node_modules/physics-lib/components/Velocity.ts
            import { Schemas } from '@dcl/sdk/ecs'
            import { declareComponent } from '../declare-component'

            export default declareComponent({ unit: Schemas.String })
            --- node_modules/rotator-library/package.json
            { "name": "rotator-library", "version": "1.0.0" }
            --- node_modules/rotator-library/components.ts
            import { Schemas } from '@dcl/sdk/ecs'
            import { declareComponent } from './declare-component'

            export const Rotator = declareComponent('rotator-library::Rotator', { degrees: Schemas.Float })
            """;

    @TempDir static Path folder;
    private static List<Definition> definitions = List.of();

    @BeforeAll
    static void generate() throws Exception {
        assumeTrue(OfficialSdk.fetched().isPresent(), "the official SDK was not fetched");
        for (String file : PROJECT.split("(?m)^--- ")) {
            int end = Math.max(0, file.indexOf('\n'));
            write(file.substring(0, end), file.substring(end));
        }
        var support = GeneratedComponents.support();
        write(GeneratedComponents.SUPPORT_FILE, support);
        write("node_modules/physics-lib/declare-component.ts", support);
        write("node_modules/rotator-library/declare-component.ts", support);
        sdk().install(folder);
        definitions = definitions();
        write(GeneratedComponents.FILE, GeneratedComponents.of(definitions));
    }

    private static OfficialSdk sdk() throws IOException {
        return OfficialSdk.fetched().orElseThrow();
    }

    private static void write(String file, String text) throws IOException {
        if (!file.isEmpty()) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text.stripLeading());
        }
    }

    private static List<Definition> definitions() {
        var home = WorkerHome.ofProperty(folder.resolve(".cache")).orElseThrow();
        var answer = assertInstanceOf(Answer.Reflected.class, Reflections.once(home, folder));
        return ProjectTypes.of(CoreComponents.load(), answer.reflection()).definitions();
    }

    private static String shown(Definition d) {
        return "%s %s %s %s"
                .formatted(
                        d.name(),
                        ComponentNumbers.of(d.name()),
                        ValueJson.print(ValueJson.parse(d.jsonSchema())),
                        ValueJson.print(ValueJson.parse(d.initial().orElseThrow())));
    }

    @Test
    void theCompilerTakesItAndKnowsTheTypesOfFields() throws Exception {
        var tsc = sdk().home().resolve("node_modules/typescript/lib/tsc.js");
        var process =
                new ProcessBuilder(sdk().node().toString(), tsc.toString(), "--noEmit", "-p", ".")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        assertEquals("", new String(process.getInputStream().readAllBytes()));
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    }

    @Test
    void theSdkHasEachComponentByNameAndNumber() throws Exception {
        var modules = List.of("./components.generated.ts");
        var official = JSON.readTree(sdk().ask("components.cjs", folder, modules));
        assertEquals(
                definitions.stream()
                        .map(GeneratedComponentsTest::shown)
                        .sorted()
                        .collect(Collectors.joining("\n")),
                official.valueStream()
                        .map(
                                c ->
                                        "%s %s %s %s"
                                                .formatted(
                                                        c.path("name").asText(),
                                                        c.path("number"),
                                                        c.path("schema"),
                                                        c.path("default")))
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void theSdkBuildsTheScene() throws Exception {
        sdk().build(folder);
        assertTrue(Files.size(folder.resolve("bin/index.js")) > 0);
    }
}
