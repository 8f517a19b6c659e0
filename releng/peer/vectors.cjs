// SPDX-License-Identifier: EPL-2.0
// vectors.cjs: prints what @dcl/ecs makes of messages, conflicts and entities, as the table that the tests of
// org.scenewright.crdt hold Scenewright against. The same every time, until the package changes.
const { ReadWriteByteBuffer } = require('@dcl/ecs/dist-cjs/serialization/ByteBuffer');
const crdt = require('@dcl/ecs/dist-cjs/serialization/crdt');
const { PutComponentOperation } = require('@dcl/ecs/dist-cjs/serialization/crdt/putComponent');
const { DeleteComponent } = require('@dcl/ecs/dist-cjs/serialization/crdt/deleteComponent');
const { DeleteEntity } = require('@dcl/ecs/dist-cjs/serialization/crdt/deleteEntity');
const { PutNetworkComponentOperation } = require('@dcl/ecs/dist-cjs/serialization/crdt/network/putComponentNetwork');
const { createComponentDefinitionFromSchema } = require('@dcl/ecs/dist-cjs/engine/lww-element-set-component-definition');
const { createEntityContainer, EntityUtils } = require('@dcl/ecs/dist-cjs/engine/entity');

let seed = 12345;
const random = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n; };
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const unhex = (text) => new Uint8Array(Buffer.from(text, 'hex'));
const row = (...columns) => console.log(columns.join('\t'));
const written = (write) => { const out = new ReadWriteByteBuffer(); write(out); return hex(out.toBinary()); };
const uint = () => [0, 1, 513, 66049, 2147483648, 4294967295][random(6)];
const data = (most) => hex(Array.from({ length: random(most + 1) }, () => random(256)));

// message TYPE ENTITY COMPONENT TIMESTAMP NETWORK DATA BYTES
for (let i = 0; i < 70; i++) {
    const type = 1 + i % 7, e = uint(), c = uint(), t = uint(), n = uint(), d = data(60), bytes = unhex(d);
    const write = {
        1: (out) => PutComponentOperation.write(e, t, c, bytes, out),
        2: (out) => DeleteComponent.write(e, c, t, out),
        3: (out) => DeleteEntity.write(e, out),
        4: (out) => crdt.AppendValueOperation.write(e, t, c, bytes, out),
        5: (out) => PutNetworkComponentOperation.write(e, t, c, n, bytes, out),
        6: (out) => crdt.DeleteComponentNetwork.write(e, c, t, n, out),
        7: (out) => crdt.DeleteEntityNetwork.write(e, n, out)
    }[type];
    row('message', type, e, c, t, n, d, written(write));
}

// lww MESSAGE VERDICT ... , then what the component holds; "-" where it is gone
const raw = {
    serialize: (value, out) => out.writeBuffer(unhex(value), false),
    deserialize: (input) => hex(input.buffer().subarray(input.currentReadOffset(), input.currentWriteOffset())),
    create: () => ''
};
for (let i = 0; i < 200; i++) {
    const component = createComponentDefinitionFromSchema('raw', 1, raw);
    const columns = [];
    for (let step = 0; step < 8; step++) {
        const timestamp = random(3), deletes = random(4) === 0, d = data(2);
        const [correction] = component.updateFromCrdt(deletes
            ? { type: 2, entityId: 512, componentId: 1, timestamp }
            : { type: 1, entityId: 512, componentId: 1, timestamp, data: unhex(d) });
        columns.push(deletes ? `delete e512 c1@${timestamp}` : `put e512 c1@${timestamp} ${d}`.trim());
        columns.push(!correction ? '' : correction.type === 2
            ? `delete e512 c1@${correction.timestamp}` : `put e512 c1@${correction.timestamp} ${hex(correction.data)}`.trim());
    }
    const value = component.getOrNull(512);
    row('lww', ...columns, value === null ? '-' : value);
}

// entity NUMBER VERSION ID
for (const [number, version] of [[0, 0], [512, 0], [512, 1], [65535, 65535], [600, 3], [65534, 65535]]) {
    row('entity', number, version, EntityUtils.toEntityId(number, version));
}

// book STEP ... : what the SDK's book of entities answers; "+" gives one out, "u" notes, "r" removes, "?" asks
const states = ['unknown', 'used', 'removed', 'reserved'];
for (let i = 0; i < 60; i++) {
    const book = createEntityContainer();
    const columns = [];
    for (let step = 0; step < 25; step++) {
        const entity = EntityUtils.toEntityId([511, 512, 513, 514, 515][random(5)], random(3));
        switch (random(5)) {
            case 0: case 1: columns.push(`+ ${book.generateEntity()}`); break;
            case 2: book.updateUsedEntity(entity); columns.push(`u ${entity}`); break;
            case 3: book.removeEntity(entity); book.releaseRemovedEntities(); columns.push(`r ${entity}`); break;
            default: columns.push(`? ${entity} ${states[book.getEntityState(entity)]}`);
        }
    }
    row('book', ...columns);
}
