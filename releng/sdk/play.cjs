// SPDX-License-Identifier: EPL-2.0
// Runs a built scene on V8 as Scenewright has run it: node play.cjs DIR TRACE TICKS. The trace, which Scenewright wrote, has what the
// scene is told, in blocks of a letter, a length and so many bytes: s or S the state that it begins with (S: with entities), r the answer
// to what it sends, f the answer to a call, as JSON, x a refusal. Prints what the scene sent.
const fs = require('node:fs');
const path = require('node:path');
const { print } = require('./scene.cjs');

exports.read = function (file) {
    const all = fs.readFileSync(file);
    const trace = { hasEntities: false, state: undefined, replies: [], answers: [] };
    for (let at = 0; at < all.length; ) {
        const end = at + 5 + all.readUInt32LE(at + 1);
        const bytes = new Uint8Array(all.subarray(at + 5, end));
        const kind = String.fromCharCode(all[at]);
        if (kind === 'r') trace.replies.push(bytes);
        else if (kind === 'f' || kind === 'x') trace.answers.push({ kind, text: Buffer.from(bytes).toString() });
        else Object.assign(trace, { hasEntities: kind === 'S', state: bytes });
        at = end;
    }
    return trace;
};

const data = (bytes) => (bytes === undefined || bytes.length === 0 ? [] : [bytes]);

/** The code of a scene before a host: reply(BYTES) and call(MODULE, FUNCTION) give promises of what it is told. */
exports.scene = function (directory, { hasEntities, state }, reply, call) {
    const { main } = JSON.parse(fs.readFileSync(path.join(directory, 'scene.json'), 'utf8'));
    const api = {
        crdtSendToRenderer: async (body) => ({ data: data(await reply(body.data)) }),
        crdtGetState: async () => ({ hasEntities, data: data(state) }),
        crdtGetMessageFromRenderer: async () => ({ data: [] }),
        sendBatch: async () => ({ events: [] }),
        subscribe: async () => ({}),
        unsubscribe: async () => ({}),
        isServer: async () => ({ isServer: false })
    };
    const asking = (module) =>
        new Proxy(
            {},
            {
                get: (target, name) =>
                    typeof name !== 'string' || name === 'then' || name === '__esModule' ? target[name] : () => call(module, name)
            }
        );
    const module = { exports: {} };
    const code = fs.readFileSync(path.join(directory, main), 'utf8');
    const nothing = () => {};
    const quiet = { log: nothing, info: nothing, warn: nothing, error: nothing };
    new Function('require', 'module', 'exports', 'console', code)(
        (name) => (name === '~system/EngineApi' ? api : asking(name)),
        module,
        module.exports,
        quiet
    );
    return module.exports;
};

// What is called is answered before what is sent later.
const later = () => new Promise((resolve) => setImmediate(resolve));

async function play(directory, file, ticks) {
    const trace = exports.read(file);
    const sent = [];
    const reply = async (bytes) => {
        const answer = trace.replies[sent.push(Buffer.from(bytes)) - 1];
        await later();
        return answer;
    };
    const call = async () => {
        const answer = trace.answers.shift();
        await later();
        if (answer === undefined || answer.kind === 'x') throw new Error(answer?.text);
        return JSON.parse(answer.text);
    };
    const scene = exports.scene(directory, trace, reply, call);
    await scene.onStart();
    let errors = 0;
    for (let tick = 0; tick < ticks; tick++) {
        try {
            await scene.onUpdate(tick === 0 ? 0 : Math.fround(1 / 30));
        } catch (error) {
            errors++;
        }
    }
    return { errors, sent: sent.map((bytes) => bytes.toString('base64')) };
}

if (require.main === module) {
    process.on('unhandledRejection', () => {});
    print(play(process.argv[2], process.argv[3], Number(process.argv[4])));
}
