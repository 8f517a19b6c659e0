// SPDX-License-Identifier: EPL-2.0
// frames.cjs DIR FRAMES: plays the bundle of a scene in V8. FRAMES is JSON: { state, replies }, bytes as hexadecimal digits. Prints for the
// start, and for a frame with each of the replies: { sent, said, threw }.
const fs = require('node:fs');
const path = require('node:path');

const SECONDS = Math.fround(1 / 30);

const [directory, text] = process.argv.slice(2);
const { state, replies } = JSON.parse(text);
const { main } = JSON.parse(fs.readFileSync(path.join(directory, 'scene.json'), 'utf8'));
const bytes = (digits) => (digits === '' ? [] : [new Uint8Array(Buffer.from(digits, 'hex'))]);

let heard;
let reply = '';
const engineApi = {
    crdtGetState: async () => ({ hasEntities: state !== '', data: bytes(state) }),
    crdtSendToRenderer: async ({ data }) => {
        heard.sent.push(Buffer.from(data).toString('hex'));
        return { data: bytes(reply) };
    },
    sendBatch: async () => ({ events: [] }),
    subscribe: async () => ({}),
    isServer: async () => ({ isServer: false })
};
const others = new Proxy({}, { get: () => async () => ({}) });
const shown = (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));
const say = (...values) => heard.said.push(values.map(shown).join(' '));

async function hear(work) {
    heard = { sent: [], said: [], threw: '' };
    try {
        await work();
    } catch (error) {
        heard.threw = String(error);
    }
    return heard;
}

async function play() {
    const module = { exports: {} };
    const code = fs.readFileSync(path.join(directory, main), 'utf8');
    const require = (name) => (name === '~system/EngineApi' ? engineApi : others);
    const all = [];
    all.push(
        await hear(() => {
            const run = new Function('require', 'module', 'exports', 'console', code);
            run(require, module, module.exports, { log: say, warn: say, error: say });
            return module.exports.onStart();
        })
    );
    for (let i = 0; i < replies.length; i++) {
        reply = replies[i];
        all.push(await hear(() => module.exports.onUpdate(i === 0 ? 0 : SECONDS)));
    }
    return all;
}

play().then((all) => process.stdout.write(JSON.stringify(all) + '\n'));
