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
    void composesSchemasOfOtherFiles() {
        check(
                """
                --- src/vec.ts
                import { Schemas } from '@dcl/ecs'
                export default Schemas.Map({ x: Schemas.Float })
                export const Names = Schemas.Array(Schemas.String)
                --- src/all.ts
                import * as ecs from '@dcl/sdk/ecs'
                import vec, * as others from './vec'
                export const A = ecs.engine.defineComponent('a', { v: vec, n: others.Names })
                """,
                """
                a src/all.ts:3
                """);
    }

    @Test
    void readsFilesThatImportEachOtherInACircle() {
        check(
                """
                --- src/a.ts
                SDK
                import { b } from './b'
                export function a() { return 'a' }
                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                --- src/b.ts
                SDK
                import { a } from './a'
                export const b = 5
                export const B = engine.defineComponent('m::B' + a(), { x: Schemas.Int })
                """,
                """
                m::A src/a.ts:4
                m::Ba src/b.ts:4
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
    void reportsPackagesThatAreAbsent() {
        check(
                """
                --- src/a.ts
                SDK
                import type { Absent } from 'not-even-this'
                import { anything, Type } from 'absent'
                import './gone'

                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                export const later = (t: Type) => anything.call(t)
                """,
                """
                m::A src/a.ts:6
                MISSING src/a.ts:3
                MISSING src/a.ts:4
                """);
    }

    @Test
    void standsInForImportedFilesThatDoThings() {
        check(
                """
                --- src/game.ts
                import { engine } from '@dcl/sdk/ecs'
                engine.addSystem(() => {})
                export function start() { throw new Error('never') }
                export const speed = 3
                --- src/a.ts
                SDK
                import { start, speed } from './game'
                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                export const twice = speed + start()
                """,
                """
                m::A src/a.ts:3
                SIDE_EFFECT src/a.ts:4
                """);
    }

    @Test
    void findsComponentsOfLibraries() {
        check(
                """
                --- package.json
                { "name": "my-scene", "dependencies": { "rotator-library": "1", "common-lib": "1", "mapped": "*" } }
                --- node_modules/rotator-library/package.json
                { "name": "rotator-library", "main": "main.js", "dependencies": { "inner": "1" } }
                --- node_modules/rotator-library/main.js
                throw new Error('not asked for')
                --- node_modules/rotator-library/components.js
                export { Rotator } from "./components/Rotator"
                --- node_modules/rotator-library/components/Rotator.js
                import { Schemas, declareComponent } from "@dcl/sdk/ecs"
                import { VALUE } from 'inner/values'
                export const Rotator = declareComponent("rotator-library::Rotator", { x: Schemas.Float }, { x: VALUE })
                const Hidden = declareComponent("rotator-library::Hidden", { x: Schemas.Float })
                --- node_modules/rotator-library/node_modules/inner/package.json
                { "name": "inner", "exports": { "./*": { "import": "./lib/*.mjs" } } }
                --- node_modules/rotator-library/node_modules/inner/lib/values.mjs
                export const VALUE = 4
                --- node_modules/common-lib/package.json
                { "name": "common-lib" }
                --- node_modules/common-lib/components.js
                "use strict";
                Object.defineProperty(exports, "__esModule", { value: true });
                const ecs_1 = require("@dcl/sdk/ecs");
                const part_1 = require("./part");
                exports.Blink = ecs_1.engine.defineComponent("common-lib::Blink", { x: part_1.schema });
                --- node_modules/common-lib/part.js
                const { Schemas } = require("@dcl/sdk/ecs");
                module.exports = { schema: Schemas.Int, settings: require('./settings.json') };
                --- node_modules/common-lib/settings.json
                { "a": 1 }
                --- node_modules/mapped/package.json
                { "name": "mapped", "exports": { ".": "./no.js", "./components": { "types": "./c.d.ts", "default": "./dist/c.js" } } }
                --- node_modules/mapped/dist/c.js
                import { declareComponent, Schemas } from '@dcl/sdk/ecs'
                export default declareComponent('mapped::C', Schemas.Map({ a: Schemas.Byte }))
                --- src/a.ts
                SDK
                import { Blink } from 'common-lib/components'
                import { settings } from 'common-lib/part'
                import { Rotator } from "rotator-library/components"
                export const A = engine.defineComponent('m::A', { x: Schemas.Int, y: Blink.schema }, { x: settings.a })
                """,
                """
                common-lib::Blink node_modules/common-lib/components.js:5 of common-lib
                mapped::C node_modules/mapped/dist/c.js:2 of mapped
                rotator-library::Rotator node_modules/rotator-library/components/Rotator.js:3 of rotator-library
                rotator-library::Hidden node_modules/rotator-library/components/Rotator.js:4 of rotator-library internal
                m::A src/a.ts:5
                """);
    }

    @Test
    void toleratesTypesThatAreExportedLikeValues() {
        check(
                """
                --- src/types.ts
                export interface Shape { x: number }
                export const SIZE = 3
                --- src/index.ts
                export { Shape, SIZE } from './types'
                export * from './more'
                --- src/more.ts
                export * from '@dcl/sdk/ecs'
                --- src/a.tsx
                import { Shape, SIZE, engine, Schemas } from './index'
                import ReactEcs from '@dcl/sdk/react-ecs'
                export const A = engine.defineComponent('m::A', { x: Schemas.Int }, { x: SIZE })
                export const ui = () => <UiEntity shape={{} as Shape} />
                """,
                """
                m::A src/a.tsx:3
                """);
    }

    @Test
    void followsThePathsOfTheCompilerOptions() {
        check(
                """
                --- tsconfig.json
                { "compilerOptions": { "baseUrl": ".", /* short */ "paths": { "@/*": ["./src/lib/*"], }, } }
                --- src/lib/k.ts
                export const K = 'k'
                --- src/a.ts
                SDK
                import { K } from '@/k'
                import { K as L } from 'src/lib/k.js'
                export const A = engine.defineComponent('m::' + K + L, { x: Schemas.Int })
                """,
                """
                m::kk src/a.ts:4
                """);
    }

    @Test
    void doesNotLeaveTheProject() {
        check(
                """
                --- src/a.ts
                SDK
                import { name } from '../../outside'
                import passwd from '/etc/passwd'
                export const A = engine.defineComponent('m::A', { x: Schemas.Int })
                export const read = () => [name, passwd]
                """,
                """
                m::A src/a.ts:4
                MISSING src/a.ts:2
                MISSING src/a.ts:3
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
    void readsWhatTheProjectItselfSuppliesAsDeclareComponent() {
        check(
                """
                --- src/declare.ts
                import { engine } from '@dcl/sdk/ecs'
                export function declareComponent(...parts: any[]) { throw new Error('real one') }
                --- components/A.ts
                import { Schemas } from '@dcl/sdk/ecs'
                import { declareComponent } from '../src/declare'
                export default declareComponent({ x: Schemas.Int })
                """,
                """
                my-scene::A components/A.ts:3
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
        var reflection = Project.in(folder).write(files).reflect();
        assertEquals(expected.strip(), Project.shown(reflection), reflection.findings()::toString);
    }
}
