// SPDX-License-Identifier: EPL-2.0
// crdt.cjs FILE MESSAGES BATCH: takes the messages of FILE into the whole engine of @dcl/ecs, MESSAGES of them a pass
// and BATCH of them a frame, and prints how many millions of them it takes in a second. The first pass is for the compiler.
const fs = require('node:fs');
const path = require('node:path');
const { Engine } = require('@dcl/ecs/dist-cjs/engine');
const components = require('@dcl/ecs/dist-cjs/components');

function batches(bytes, messages, batch) { // the offsets at which batches of messages end
    const ends = [];
    let offset = 0;
    for (let count = 1; offset < bytes.length; count++) {
        offset += bytes.readUInt32LE(offset);
        if (count % messages % batch === 0 || offset === bytes.length) ends.push(offset);
    }
    return ends;
}

async function main(file, messages, size) {
    const bytes = fs.readFileSync(file);
    const engine = Engine();
    const Transform = components.Transform(engine);
    const transport = { type: 'renderer', filter: () => true, send: async () => {} };
    engine.addTransport(transport);
    const passes = [];
    let from = 0, taken = 0, spent = 0;
    for (const to of batches(bytes, messages, size)) {
        // Each batch in memory of its own, as a socket would hand it over.
        const batch = new Uint8Array(bytes.subarray(from, to));
        const start = process.hrtime.bigint();
        transport.onmessage(batch);
        await engine.update(1 / 30);
        spent += Number(process.hrtime.bigint() - start);
        from = to;
        taken = Math.min(taken + size, messages);
        if (taken === messages) {
            passes.push(taken * 1e3 / spent);
            taken = spent = 0;
        }
    }
    const last = Transform.get(512);
    const measured = passes.slice(1).sort((a, b) => a - b);
    console.log(JSON.stringify({
        peerMps: measured[Math.floor(measured.length / 2)],
        nodeVersion: process.version,
        peerVersion: JSON.parse(fs.readFileSync(path.join(path.dirname(require.resolve('@dcl/ecs/dist-cjs/engine')), '../../package.json'))).version,
        lastRound: last.position.y
    }));
}

main(process.argv[2], Number(process.argv[3]), Number(process.argv[4])).catch((failure) => { console.error(failure); process.exit(1); });
