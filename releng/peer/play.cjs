// SPDX-License-Identifier: EPL-2.0
// node play.cjs BUNDLE WARM MEASURED: the code of a scene before a host that answers everything with nothing at once, for so many
// milliseconds until V8 has compiled it, and then for so many that count.
const fs = require('node:fs');

const [bundle, warm, measured] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const nothing = async () => ({ data: [], hasEntities: false, events: [], isServer: false });
const refused = () => Promise.reject(new Error('Nobody answers here.'));
const host = (functions, otherwise) =>
    new Proxy(functions, {
        get: (target, name) => (name in target || typeof name !== 'string' || name === 'then' || name === '__esModule' ? target[name] : otherwise)
    });
const engineApi = host({ crdtSendToRenderer: nothing, crdtGetState: nothing }, nothing);
const others = host({}, refused);

process.on('unhandledRejection', () => {});
const module_ = { exports: {} };
const silent = new Proxy({}, { get: () => () => {} });
new Function('require', 'module', 'exports', 'console', fs.readFileSync(bundle, 'utf8'))(
    (name) => (name === '~system/EngineApi' ? engineApi : others),
    module_,
    module_.exports,
    silent
);
const scene = module_.exports;

/** Runs for so many milliseconds, and tells how many frames a second, and a second of the processor. */
async function run(milliseconds) {
    const begin = process.hrtime.bigint();
    const before = process.cpuUsage();
    let ticks = 0;
    let now = begin;
    do {
        await scene.onUpdate(Math.fround(1 / 30));
        ticks++;
        now = process.hrtime.bigint();
    } while (now - begin < milliseconds * 1e6);
    const { user, system } = process.cpuUsage(before);
    return { ticksPerS: (ticks * 1e9) / Number(now - begin), ticksPerCpuS: (ticks * 1e6) / (user + system) };
}

(async () => {
    await scene.onStart();
    await scene.onUpdate(0);
    await run(warm);
    const figures = await run(measured);
    process.stdout.write(JSON.stringify({ ...figures, nodeVersion: process.versions.node }) + '\n');
})();
