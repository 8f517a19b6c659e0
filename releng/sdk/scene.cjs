// SPDX-License-Identifier: EPL-2.0
// Bundles modules of a scene as its build does and loads them with the official SDK: load(DIR, MODULES) -> { engine, Composite }. A
// module is FILE, or SPECIFIER as the scene would import it; SPECIFIER=FULL::NAME has its default export, a declaration without a
// name, defined under that name.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const entry = (modules) => [
    "import { engine } from '@dcl/sdk/ecs'",
    "import { Composite } from '@dcl/ecs'",
    ...modules.map((module, i) => `import * as m${i} from ${JSON.stringify(module.split('=')[0])}`),
    ...modules.map((module, i) => {
        const name = module.split('=')[1];
        return name
            ? `engine.defineComponentFromSchema(${JSON.stringify(name)}, m${i}.default.declared)`
            : `export const used${i} = { ...m${i} }`;
    }),
    'export { engine, Composite }'
].join('\n');

// The functions of the host by the names that the SDK declares; nothing here waits for any.
function host(declarations) {
    const answer = { hasEntities: false, data: [], agent: '', platform: '', configurations: {} };
    const names = fs.readFileSync(declarations, 'utf8').matchAll(/export function (\w+)/g);
    return Object.fromEntries([...names].map(([, name]) => [name, async () => answer]));
}

exports.load = async function (directory, modules) {
    const scene = path.resolve(directory);
    const at = (name) => path.dirname(createRequire(path.join(scene, 'package.json')).resolve(`${name}/package.json`));
    const built = await esbuild.build({
        stdin: { contents: entry(modules), resolveDir: scene, loader: 'ts' },
        bundle: true,
        write: false,
        platform: 'browser',
        format: 'cjs',
        target: 'es2020',
        jsx: 'transform',
        jsxFactory: 'ReactEcs.createElement',
        define: { 'process.env.NODE_ENV': '"production"', DEBUG: 'false', document: 'undefined', window: 'undefined' },
        alias: { '@dcl/sdk': at('@dcl/sdk'), '@dcl/ecs': at('@dcl/ecs') },
        external: ['~system/*'],
        logLevel: 'warning'
    });
    const system = host(path.join(at('@dcl/js-runtime'), 'apis.d.ts'));
    const module = { exports: {} };
    new Function('module', 'exports', 'require', built.outputFiles[0].text)(module, module.exports, () => system);
    return module.exports;
};

/** Prints what becomes of a promise as a line of JSON, or fails. */
exports.print = (promise) =>
    promise.then(
        (result) => process.stdout.write(JSON.stringify(result) + '\n'),
        (error) => {
            console.error(error);
            process.exit(1);
        }
    );
