// SPDX-License-Identifier: EPL-2.0
// values.cjs DIR FILE ENTITY MODULE...: the values that an entity has by name, once FILE is read, a .composite or a .crdt, by an
// engine whose components modules of the scene have defined.
const fs = require('node:fs');
const path = require('node:path');
const { load, print } = require('./scene.cjs');

async function main(directory, file, entity, modules) {
    const { engine, Composite } = await load(directory, modules);
    const bytes = fs.readFileSync(path.join(directory, file));
    if (file.endsWith('.composite')) {
        const composite = Composite.fromJson(JSON.parse(bytes));
        const source = { src: file, composite };
        Composite.instance(engine, source, { getCompositeOrNull: () => null }, {
            entityMapping: { type: 2, getCompositeEntity: (id) => id }
        });
    } else {
        const transport = { filter: () => false, send: async () => {} };
        engine.addTransport(transport);
        transport.onmessage(new Uint8Array(bytes));
        await engine.update(0);
    }
    const values = [...engine.componentsIter()]
        .filter((component) => component.has(entity))
        .map((component) => [component.componentName, component.get(entity)]);
    return Object.fromEntries(values.sort());
}

const [directory, file, entity, ...modules] = process.argv.slice(2);
print(main(directory, file, Number(entity), modules));
