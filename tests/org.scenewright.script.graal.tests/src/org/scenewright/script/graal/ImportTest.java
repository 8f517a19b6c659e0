// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ImportTest {
    private static final Reflector REFLECTOR = new Reflector();

    @TempDir Path folder;

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
    void findsTheFileThatACircleCanBeEnteredBy() {
        check(
                """
                --- src/egg.ts
                SDK
                import { Hen } from './hen'
                export const layer = Schemas.Float
                export const Egg = engine.defineComponent('m::Egg', { layer })
                export const henOf = () => Hen
                --- src/hen.ts
                SDK
                import { layer } from './egg'
                export const Hen = engine.defineComponent('m::Hen', { layer })
                --- src/last.ts
                SDK
                export const Last = engine.defineComponent('m::Last', {})
                """,
                """
                m::Egg src/egg.ts:4
                m::Hen src/hen.ts:3
                m::Last src/last.ts:2
                """);
    }

    @Test
    void reportsACircleThatCannotBeEntered() {
        check(
                """
                --- src/a.ts
                SDK
                import { b } from './b'
                export const a = b
                export const A = engine.defineComponent('m::A', {})
                --- src/b.ts
                SDK
                import { a } from './a'
                export const b = a
                """,
                """
                FAILED src/b.ts:3
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
    void loadsEnumerationsThatWereCompiledAlready() {
        check(
                """
                --- node_modules/lib/index.js
                export * from './kind'
                export * from './busy'
                --- node_modules/lib/kind.js
                export var Kind;
                (function (Kind) {
                    Kind[Kind["A"] = 0] = "A";
                })(Kind || (Kind = {}));
                --- node_modules/lib/busy.js
                import { engine } from '@dcl/sdk/ecs'
                export const busy = 3
                engine.addSystem(() => {})
                --- src/a.ts
                SDK
                import * as lib from 'lib'
                export const A = engine.defineComponent(typeof lib.busy + Object.keys(lib), {
                  kind: Schemas.EnumNumber(lib.Kind, lib.Kind.A)
                })
                """,
                """
                functionKind,busy src/a.ts:3
                """);
    }

    @Test
    void tellsOfPackagesThatAreNotInstalled() {
        check(
                """
                --- package.json
                {
                  "name": "my-scene",
                  "dependencies": { "@dcl/js-runtime": "7",
                    "rotator-library": "1" },
                  "peerDependencies": { "other": "1" }
                }
                """,
                """
                MISSING package.json:4
                """);
    }

    @Test
    void takesTheGeneratedFileForWhatItIs() {
        check(
                """
                --- components/Velocity.ts
                SDK
                export default declareComponent({ x: Schemas.Float })
                --- components.generated.ts
                //! THIS FILE IS AUTOGENERATED, DO NOT EDIT
                import VelocityDeclaration from "./components/Velocity"
                export const Velocity = VelocityDeclaration.define("my-scene::Velocity")
                --- src/path.ts
                SDK
                import { Velocity } from '../components.generated'
                export const Path = engine.defineComponent('my-scene::Path', { at: Schemas.Array(Velocity.schema) })
                """,
                """
                my-scene::Velocity components/Velocity.ts:2
                my-scene::Path src/path.ts:3
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
