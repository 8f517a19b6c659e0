// SPDX-License-Identifier: EPL-2.0
// composites.cjs DIR FILE: writes main.crdt of the scene in DIR as `sdk-commands build` of 7.28.0 does.
// composites.cjs: prints random scenes with what that build makes of them, a line of JSON each, which the tests of
// org.scenewright.scene hold Scenewright against. The same every time, until the package changes.
// composites.cjs odd: the same of scenes that are odd on purpose.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { Composite, Engine, EntityMappingMode, PutComponentOperation } = require('@dcl/ecs/dist-cjs');
const { ReadWriteByteBuffer } = require('@dcl/ecs/dist-cjs/serialization/ByteBuffer');

function build(dir) {
    const composites = {};
    for (const file of fs.globSync('**/*.composite', { cwd: dir })) {
        const text = new TextDecoder().decode(fs.readFileSync(path.join(dir, file)));
        composites[file] = Composite.fromJson(JSON.parse(text));
    }
    const provider = { getCompositeOrNull: (src) => src in composites ? { src, composite: composites[src] } : null };
    const engine = Engine();
    const entityMapping = { type: EntityMappingMode.EMM_DIRECT_MAPPING, getCompositeEntity: (entity) => entity };
    for (const src in composites) {
        Composite.instance(engine, provider.getCompositeOrNull(src), provider, { entityMapping });
    }
    const data = new ReadWriteByteBuffer(), out = new ReadWriteByteBuffer();
    for (const component of engine.componentsIter()) {
        for (const [entity, value] of engine.getEntitiesWith(component)) {
            if (value) {
                data.resetBuffer();
                component.schema.serialize(value, data);
                PutComponentOperation.write(entity, 0, component.componentId, data.toBinary(), out);
            }
        }
    }
    return out.toBinary();
}

if (process.argv.length > 3) {
    fs.writeFileSync(process.argv[3], build(process.argv[2]));
    process.exit(0);
}

console.warn = () => {};
let seed = Number(process.env.SEED || 4711);
const random = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) % n; };
const pick = (...list) => list[random(list.length)];
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const objectOf = (entries) => Object.fromEntries(entries);

const simple = {
    boolean: ['boolean', () => random(2) === 1], 'utf8-string': ['string', () => pick('', 'a', 'Hé€😀', '\ud800')],
    float32: ['number', () => pick(0, -1.1, 16777217, 1e39)], float64: ['number', () => pick(0.1, -2)],
    int8: ['integer', () => random(200) - 100], int16: ['integer', () => random(9999)], int32: ['integer', () => -random(99999)],
    int64: ['integer', () => pick(0, 9007199254740991)], entity: ['integer', () => pick(0, 512, 513, 514, 700, 66049)],
    vector3: ['object', () => ({ x: 1, y: random(9), z: 0.1 })], quaternion: ['object', () => ({ x: 0, y: 1, z: 0, w: random(3) })],
    color3: ['object', () => ({ r: 1, g: 0.3, b: 0 })], color4: ['object', () => ({ r: 1, g: 0.3, b: 0, a: 0.5 })]
};
function schema(depth) {
    const kind = depth > 2 ? 0 : random(9);
    if (kind < 5) { const type = pick(...Object.keys(simple), 'entity'); return { type: simple[type][0], serializationType: type }; }
    if (kind === 5) return { type: 'array', items: schema(depth + 1), serializationType: 'array' };
    if (kind === 6) { const inner = schema(depth + 1); return { type: inner.type, serializationType: 'optional', optionalJsonSchema: inner }; }
    if (kind === 7) return struct(depth);
    return pick(
        { ...struct(depth), serializationType: 'one-of' },
        { type: 'integer', enum: [0, 7], default: 7, serializationType: 'enum-int', enumObject: { 0: 'A', 7: 'B', A: 0, B: 7 } },
        { type: 'string', enum: ['a', 'b'], default: 'b', serializationType: 'enum-string', enumObject: { A: 'a', B: 'b' } });
}
function struct(depth) {
    const names = ['b', 'a', '10', '9', 'z'].slice(random(3), 3 + random(3));
    return { type: 'object', properties: objectOf(names.map((name) => [name, schema(depth + 1)])), serializationType: 'map' };
}
function value(of) {
    switch (of.serializationType) {
        case 'array': return times(random(3), () => value(of.items));
        case 'optional': return random(2) ? value(of.optionalJsonSchema) : null;
        case 'map': return objectOf(Object.keys(of.properties).map((name) => [name, value(of.properties[name])]));
        case 'one-of': {
            const name = pick(...Object.keys(of.properties));
            return random(4) ? { $case: name, value: value(of.properties[name]) } : {};
        }
        case 'enum-int': case 'enum-string': return pick(...of.enum);
        default: return simple[of.serializationType][1]();
    }
}
const rootSchema = { type: 'object', serializationType: 'map', properties: {
    src: { type: 'string', serializationType: 'utf8-string' },
    entities: { type: 'array', serializationType: 'array', items: { type: 'object', serializationType: 'map', properties: {
        src: { type: 'integer', serializationType: 'entity' }, dest: { type: 'integer', serializationType: 'entity' } } } } } };
const known = [
    ['core::MeshRenderer', () => pick({}, { mesh: { $case: 'box', box: { uvs: [0, 1.1] } } }, { mesh: { $case: 'sphere', sphere: {} } })],
    ['core::VisibilityComponent', () => pick({}, { visible: false }, { visible: true })],
    ['core::Transform', () => pick({}, { parent: pick(0, 512, 513, 900) }, { position: { x: 1, y: 0.1, z: 3 }, parent: 512 },
        { scale: { x: 2, y: 2, z: 2 } })],
    ['core-schema::Name', () => pick({ value: 'name' }, {}, { value: '' }),
        { type: 'object', properties: { value: { type: 'string', serializationType: 'utf8-string' } }, serializationType: 'map' }]
];
function component(custom, first) {
    const [name, make, jsonSchema] = random(2) ? pick(...known) : (() => {
        const i = random(custom.length);
        return [`my::C${i}`, () => {
            const whole = value(custom[i]);
            // The loader fills in what is missing at the top.
            if (custom[i].serializationType === 'map' && random(4) === 0) for (const key in custom[i].properties)
                if (custom[i].properties[key].serializationType !== 'one-of' && random(3) === 0) delete whole[key];
            return whole;
        }, custom[i]];
    })();
    const data = objectOf(times(random(4), () => [first + random(5), random(12) || name === 'core::Transform'
        ? { json: make() } : name === 'core::VisibilityComponent' ? { binary: pick('', 'CAE=') } : { json: make() }]));
    return jsonSchema ? { name, jsonSchema, data } : { name, data };
}
function scene() {
    const custom = times(3, () => random(5) ? struct(0) : schema(0));
    const names = ['assets/scene/main.composite', 'assets/tree.composite', 'other/b.composite', 'other/x/a.composite', 'zoo.composite'];
    const files = {};
    times(1 + random(3), (i) => {
        const src = pick(...names);
        const components = [];
        const seen = new Set();
        for (const c of times(random(5), () => component(custom, 512 + 100 * (names.indexOf(src) + 3 * random(2) * random(2) * i)))) {
            if (!seen.has(c.name)) components.push(c);
            seen.add(c.name);
        }
        if (random(2)) {
            const nested = pick('../tree.composite', './main.composite', '/assets/tree.composite', 'zoo.composite', '../../zoo.composite',
                'other/x/a.composite', './x/a.composite', 'missing.composite', '../b.composite');
            const data = random(5) ? { [2000 + random(99)]: { json: { src: nested, entities: [] } } } : {};
            components.splice(random(components.length + 1), 0, { name: 'composite::root', jsonSchema: rootSchema, data });
        }
        files[src] = { version: 1, components };
    });
    return files;
}
function print(files) {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'scene-'));
    for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
        fs.writeFileSync(path.join(dir, name), JSON.stringify(content));
    }
    let result;
    try {
        result = { crdt: Buffer.from(build(dir)).toString('hex') };
    } catch (failure) {
        result = { error: failure.message };
    }
    fs.rmSync(dir, { recursive: true });
    console.log(JSON.stringify({ files, ...result }));
}
const odd = process.argv[2] === 'odd';
for (const files of odd ? require('./odd-composites.cjs') : times(Number(process.argv[2] || 150), scene)) print(files);
