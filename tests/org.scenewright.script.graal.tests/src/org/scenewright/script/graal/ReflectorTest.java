// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ReflectorTest {
    @TempDir Path folder;

    @Test
    void findsAComponentWithItsLine() {
        check(
                """
                --- src/velocity.ts
                SDK

                export const Velocity = engine.defineComponent('my-scene::Velocity', { x: Schemas.Float })
                """,
                """
                my-scene::Velocity src/velocity.ts:3
                """);
    }

    @Test
    void namesADeclarationAfterPackageAndFile() {
        check(
                """
                --- components/Speed.ts
                SDK
                export default declareComponent({ value: Schemas.Number })
                """,
                """
                my-scene::Speed components/Speed.ts:2
                """);
    }

    @Test
    void hidesWhatTheComponentsFileDoesNotExport() {
        check(
                """
                --- components.ts
                export { Velocity } from "./src/all"
                --- src/all.ts
                SDK
                export const Velocity = declareComponent("my-scene::Velocity", { x: Schemas.Float })
                export const Inner = declareComponent("my-scene::Inner", { x: Schemas.Float })
                """,
                """
                my-scene::Velocity src/all.ts:2
                my-scene::Inner src/all.ts:3 internal
                """);
    }

    @Test
    void showsEachSideEffectOnce() {
        check(
                """
                --- src/bad.ts
                SDK
                import { Transform } from '@dcl/sdk/ecs'

                enum Kind { A, B }
                interface Foo { x: number }

                export const Health = engine.defineComponent('my-scene::Health', { k: Schemas.EnumNumber<Kind>(Kind, Kind.A) })
                const e = engine.addEntity()
                Transform.create(e)
                Health.create(e)
                console.log('x')
                ;(globalThis as any).foo = 3
                export const later = { at: Math.random() }
                """,
                """
                my-scene::Health src/bad.ts:7
                SIDE_EFFECT src/bad.ts:8
                SIDE_EFFECT src/bad.ts:9
                SIDE_EFFECT src/bad.ts:10
                SIDE_EFFECT src/bad.ts:11
                SIDE_EFFECT src/bad.ts:12
                SIDE_EFFECT src/bad.ts:13
                """);
    }

    private void check(String files, String expected) {
        var reflection = Project.in(folder).write(files).reflect();
        assertEquals(expected.strip(), Project.shown(reflection), reflection.findings()::toString);
    }
}
