// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ReflectorTest {
    private static final Reflector REFLECTOR = new Reflector();

    @TempDir Path folder;

    @Test
    void knowsADefinitionByAnyWayToSayIt() {
        check(
                """
                --- src/a.ts
                SDK
                export const A = engine['defineComponent']('m::A', {})
                const define = engine.defineComponent.bind(engine)
                export const B = define('m::B', {})
                """,
                """
                m::A src/a.ts:2
                m::B src/a.ts:4
                """);
    }

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
    void warnsThatAFolderGivesTheName() {
        check(
                """
                --- package.json
                {}
                --- components/Speed.ts
                SDK
                export default declareComponent({ value: Schemas.Number })
                """,
                """
                scene::Speed components/Speed.ts:2
                MISSING package.json:0
                """);
    }

    @Test
    void saysNothingOfTheFolderWhereNoNameComesFromIt() {
        check(
                """
                --- package.json
                {}
                --- components/Speed.ts
                SDK
                export const Speed = declareComponent('m::Speed', { value: Schemas.Number })
                """,
                """
                m::Speed components/Speed.ts:2
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

    @Test
    void keepsEqualSimpleNamesApart() {
        check(
                """
                --- a/Speed.ts
                SDK
                export const Speed = engine.defineComponent('a::Speed', { x: Schemas.Int })
                --- b/Speed.ts
                SDK
                export const Speed = engine.defineComponent('b::Speed', { x: Schemas.Int })
                """,
                """
                a::Speed a/Speed.ts:2
                b::Speed b/Speed.ts:2
                """);
    }

    @Test
    void takesNamesThatAreComputed() {
        check(
                """
                --- src/names.ts
                export const PREFIX = 'my-scene'
                export enum Part { A = 'a' }
                --- src/all.ts
                SDK
                import { PREFIX as P, Part } from './names'
                const define = (name: string) =>
                  engine.defineComponent(`${P}::${name}`, { x: Schemas.Int })
                export const A = define(Part.A), B = define('b')
                """,
                """
                my-scene::a src/all.ts:4
                my-scene::b src/all.ts:4
                """);
    }

    @Test
    void goesOnAfterASyntaxError() {
        check(
                """
                --- src/bad.ts
                SDK
                export const A = engine.defineComponent('m::A', {
                export const B = ;
                --- src/good.ts
                SDK
                export const B = engine.defineComponent('m::B', { x: Schemas.Int })
                """,
                """
                m::B src/good.ts:2
                SYNTAX src/bad.ts:3
                """);
    }

    @Test
    void stopsAnEndlessLoopAndKeepsWhatWasDefinedBefore() {
        check(
                """
                --- src/a.ts
                SDK
                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                while (true) {}
                export const Late = engine.defineComponent('m::Late', { x: Schemas.Int })
                --- src/b.ts
                SDK
                import { A } from './a'
                export const B = engine.defineComponent('m::B', { x: Schemas.Int })
                """,
                """
                m::A src/a.ts:2
                m::B src/b.ts:3
                LIMIT src/a.ts:0
                SIDE_EFFECT src/a.ts:3
                """);
    }

    @Test
    void reportsEndlessRecursion() {
        check(
                """
                --- src/a.ts
                SDK
                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                function deep(n: number): number { return deep(n + 1) + 1 }
                export const value = deep(0)
                --- src/b.ts
                SDK
                export const B = engine.defineComponent('m::B', { x: Schemas.Int })
                """,
                """
                m::A src/a.ts:2
                m::B src/b.ts:2
                FAILED src/a.ts:3
                """);
    }

    @Test
    void reportsArraysThatAreTooLong() {
        check(
                """
                --- src/a.ts
                SDK
                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                export const value = new Array(2 ** 33)
                """,
                """
                m::A src/a.ts:2
                FAILED src/a.ts:3
                """);
    }

    @Test
    void asksForANameOfDeclarationsThatHaveNone() {
        check(
                """
                --- src/a.ts
                SDK
                export const A = declareComponent({ x: Schemas.Int })
                """,
                """
                FAILED src/a.ts:2
                """);
    }

    @Test
    void leavesOutGeneratedFilesBuildsAndPackages() {
        check(
                """
                --- components.generated.ts
                //! THIS FILE IS AUTOGENERATED, DO NOT EDIT
                SDK
                export const A = engine.defineComponent('m::Generated', { x: Schemas.Int })
                --- bin/index.js
                engine.defineComponent('m::Built', {})
                --- .hidden/x.ts
                engine.defineComponent('m::Hidden', {})
                --- node_modules/unused/index.js
                engine.defineComponent('m::Unused', {})
                """,
                """
                """);
    }

    @Test
    void showsWhatThrows() {
        check(
                """
                --- src/a.ts
                SDK

                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                export const no: number = (undefined as any).length
                --- src/b.ts
                SDK
                import { A } from './a'
                export const B = engine.defineComponent('m::B', { x: Schemas.Int })
                """,
                """
                m::A src/a.ts:3
                m::B src/b.ts:3
                FAILED src/a.ts:4
                """);
    }

    private void check(String files, String expected) {
        var reflection =
                new Project(folder.resolve("scene"), folder.resolve("cache"), REFLECTOR)
                        .write(files)
                        .reflect();
        assertEquals(expected.strip(), Project.shown(reflection), reflection.findings()::toString);
    }
}
