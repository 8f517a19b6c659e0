// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Finding;

import java.nio.file.Path;

class RealmTest {
    private static final Reflector REFLECTOR = new Reflector();
    private static final String INNOCENT =
            """
            --- src/b.ts
            SDK
            import { Vector3 } from '@dcl/sdk/math'
            const list = [1, 2].map((n) => n + 1)
            const w = globalThis as any
            export const B = engine.defineComponent('b', { f: Schemas.Float, v: Schemas.Vector3,
              s: Schemas.String }, { f: list[0], v: Vector3.create(1, 2, 3),
              s: typeof w.left + typeof leftToo })
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w.left = 1",
                "Array.prototype.map = () => ['changed']",
                "JSON.stringify = () => '{}'",
                "Object.keys = () => []; Reflect.ownKeys = () => []; Object.is = () => true",
                "Object.prototype.jsonSchema = {}; Object.prototype.left = 1",
                "w.Error = function () {}",
                "Object.freeze(Array.prototype); w.Array = function () {}; throw new Error('x')",
                "Promise.resolve().then(() => { Array.prototype.map = () => ['changed'] })",
                "Object.getPrototypeOf([].values()).next = () => ({ done: true })",
                "Math.random.call = 1; Vector3.create = () => ({ x: 7, y: 7, z: 7 })",
                "Schemas.Float.jsonSchema.type = 'string'",
                "Schemas.Vector3.create = () => 3; Schemas.Float = Schemas.Int",
                "Object.defineProperty(engine, 'defineComponent', { value: () => 0 })",
                "delete engine.defineComponent",
                "$sdk.get.left = 1; $sdk.get = () => 1",
                "(0, eval)('let leftToo = 1')",
                "w.eval('var left = 1; let leftToo = 2')"
            })
    void aFileThatChangesWhatAllShareHarmsNoLaterOne(String deed) {
        var alone = innocent(project("alone", INNOCENT));
        assertTrue(alone.jsonSchema().contains("float32"), alone::jsonSchema);
        assertEquals(
                "{\"f\":2,\"v\":{\"x\":1,\"y\":2,\"z\":3},\"s\":\"undefinedundefined\"}",
                alone.initial().orElseThrow());
        assertEquals(alone, innocent(project("after", hostile(deed) + INNOCENT)));
    }

    /** What reading does not show. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Math.max = () => 7",
                "Math.max = 7 as any",
                "(Math as any).left = 1",
                "Math.max = () => 7; while (true) {}",
                "Math.max = () => { for (;;) {} }"
            })
    void aChangeBehindACallHarmsNoLaterFileEither(String deed) {
        var files =
                """
                --- src/a.ts
                SDK
                export const done = (() => { %s })()
                export const A = engine.defineComponent('a', {})
                --- src/b.ts
                SDK
                export const most = Math.max(1, 2)
                export const M = engine.defineComponent('m', {})
                --- src/c.ts
                SDK
                import { most } from './b'
                export const B = engine.defineComponent('b', { x: Schemas.Int, s: Schemas.String },
                  { x: most, s: typeof (Math as any).left })
                """;
        var b = innocent(project("quiet", files.formatted(deed)));
        assertEquals("{\"x\":2,\"s\":\"undefined\"}", b.initial().orElseThrow());
    }

    @Test
    void filesAfterOneThatExceedsItsLimitAreAsIfItWereNotThere() {
        var files =
                """
                --- src/a.ts
                SDK
                export const done = (() => { Math.max = () => 7 })()
                export const A = engine.defineComponent('a', {})
                --- src/b.ts
                SDK
                export const B = engine.defineComponent('b', { x: Schemas.Int }, { x: Math.max(1) })
                --- src/c.ts
                SDK
                export const C = engine.defineComponent('c', {}), never = (() => { for (;;) {} })()
                """;
        var project = project("limit", files);
        assertEquals("{\"x\":1}", innocent(project).initial().orElseThrow());
        assertEquals(3, project.reflect().definitions().size());
    }

    @Test
    void aGlobalIsToldOnceOfTheFileThatMakesIt() {
        var files =
                """
                --- src/a.ts
                SDK
                export const A = engine.defineComponent('a', {});
                (globalThis as any).made = 1
                --- src/b.ts
                import { A } from './a'
                SDK
                export const B = engine.defineComponent('b', {}), C = A
                """;
        var findings = project("globals", files).reflect().findings();
        assertEquals(1, findings.stream().filter(RealmTest::isGlobal).count(), findings::toString);
    }

    private static boolean isGlobal(Finding finding) {
        return finding.message().contains("made") && finding.place().file().startsWith("src/");
    }

    private static String hostile(String deed) {
        return "--- src/a.ts\nSDK\nimport { Vector3 } from '@dcl/sdk/math'\n"
                + "export const A = engine.defineComponent('a', {})\n"
                + "const w = globalThis as any\n"
                + deed
                + "\n";
    }

    private Project project(String name, String files) {
        return new Project(folder.resolve(name), folder.resolve(name + "-cache"), REFLECTOR)
                .write(files);
    }

    private static Definition innocent(Project project) {
        return project.reflect().definitions().stream()
                .filter(d -> d.name().equals("b"))
                .findFirst()
                .orElseThrow();
    }
}
