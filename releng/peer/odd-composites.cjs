// SPDX-License-Identifier: EPL-2.0
// Scenes that are odd on purpose: what composites refer to, leave out and get wrong. See composites.cjs.
const plain = (type, serializationType) => ({ type, serializationType });
const entity = plain('integer', 'entity'), int8 = plain('integer', 'int8'), int64 = plain('integer', 'int64');
const float = plain('number', 'float32'), text = plain('string', 'utf8-string'), flag = plain('boolean', 'boolean');
const list = (items) => ({ type: 'array', items, serializationType: 'array' });
const map = (properties) => ({ type: 'object', properties, serializationType: 'map' });
const oneOf = (properties) => ({ type: 'object', properties, serializationType: 'one-of' });
const maybe = (inner) => ({ type: inner.type, serializationType: 'optional', optionalJsonSchema: inner });
const number = { type: 'integer', enum: [0, 7], default: 7, serializationType: 'enum-int', enumObject: { 0: 'A', 7: 'B', A: 0, B: 7 } };
const word = { type: 'string', enum: ['a', 'b'], default: 'b', serializationType: 'enum-string', enumObject: { A: 'a', B: 'b' } };
const vector = plain('object', 'vector3'), colour = plain('object', 'color4');
const pair = map({ src: entity, dest: entity });

const main = 'assets/scene/main.composite';
const json = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { json: value }]));
const part = (name, jsonSchema, values) => ({ name, jsonSchema, data: json(values) });
const core = (name, value) => ({ [main]: file({ name: `core::${name}`, data: json({ 513: value }) }) });
const pose = (values) => part('core::Transform', {}, values);
const nest = (values) => part('composite::root', map({ src: text, entities: list(pair) }),
    Object.fromEntries(Object.entries(values).map(([key, src]) => [key, { src, entities: [] }])));
const file = (...components) => ({ version: 1, components });
/** A component in the scene itself, and one that is nested. */
const both = (part) => [{ [main]: file(part) }, { [main]: file(nest({ 600: '../../a.composite' })), 'a.composite': file(part) }];
const field = (schema, value) => both(part('my::C', map({ a: schema }), { 5000: { a: value } }));
const whole = (schema, value) => both(part('my::C', schema, { 5000: value }));
const at = (src) => ({ [main]: file(nest({ 600: src })), 'a.composite': file(pose({ 5000: {} })),
    'assets/a.composite': file(pose({ 5001: {} })), 'assets/scene/.a.composite': file(pose({ 5002: {} })) });
const all = oneOf({ x: entity, y: list(entity), z: map({ q: entity }), w: int8, o: maybe(entity), n: oneOf({ r: entity }), t: text });

module.exports = [
    // Nested: three deep, twice, in a ring, in itself, in a diamond, at the root.
    { [main]: file(nest({ 600: '../a.composite' }), pose({ 600: {}, 601: { parent: 600 } })),
        'assets/a.composite': file(nest({ 520: './sub/b.composite' }), pose({ 1000: {} })),
        'assets/sub/b.composite': file(nest({ 530: '/c.composite' }), pose({ 1100: { parent: 530 } })),
        'c.composite': file(pose({ 1200: { parent: 0 }, 1201: { parent: 1200 } })) },
    { [main]: file(nest({ 600: '/a.composite', 601: 'a.composite' })), 'a.composite': file(part('my::L', list(entity), { 2000: [2001, 0] })) },
    { [main]: file(nest({ 600: '/a.composite' })), 'a.composite': file(nest({ 600: '/b.composite' })),
        'b.composite': file(nest({ 600: '/a.composite' })) },
    { [main]: file(nest({ 600: '../scene/../scene/main.composite' })) },
    { [main]: file(nest({ 600: '/a.composite', 601: '/b.composite' })), 'a.composite': file(nest({ 700: '/c.composite' })),
        'b.composite': file(nest({ 800: '/c.composite' })), 'c.composite': file(part('my::E', entity, { 900: 900 })) },
    { [main]: file(nest({ 0: '/a.composite' }), pose({ 513: {} })), 'a.composite': file(pose({ 5000: {} }), part('my::E', entity, { 5001: 0, 0: 5000 })) },
    { [main]: file(nest({ 600: '/a.composite' })), 'a.composite': file() },
    // Listed, but empty; listed twice; of another schema.
    { [main]: file(nest({}), pose({ 513: {} })) },
    { [main]: file(nest({ 600: '/a.composite' }), nest({ 601: '/b.composite' })), 'a.composite': file(pose({ 5000: {} })),
        'b.composite': file(pose({ 5000: {} })) },
    { [main]: file({ ...nest({ 600: '/a.composite' }), jsonSchema: map({ z: int8 }) }), 'a.composite': file(pose({ 900: {} })) },
    ...['', '.', '..', '/', '\\a.composite', '..\\..\\a.composite', '//a.composite', '/../../a.composite', '../../../../a.composite', 'a.composite/',
        '.../a.composite', '.a.composite', './.a.composite', 'A.composite', 'assets//a.composite', '../a.composite/../../a.composite',
        'constructor', '__proto__'].map(at),
    // What an entity can be.
    ...[0, -1, 65535, 131071, 4294967295, 2147484160, 70536].flatMap((value) => field(entity, value)),
    ...[[700, 701, 700], [], [-1, -1, 4294967295]].flatMap((value) => field(list(entity), value)),
    ...[{}, { q: 700 }, { q: -1 }].flatMap((value) => field(map({ q: entity }), value)),
    ...field(list(list(entity)), [[700], [], [701, 700]]), ...field(list(map({ q: entity })), [{ q: 1 }, {}, { q: 700 }, {}]),
    ...field(maybe(map({ q: entity })), { q: 700 }), ...field(maybe(entity), 700), ...field(maybe(maybe(entity)), 700),
    ...[-1, 65535, 4294967295, '', null, 0, 5000].flatMap((parent) => both(pose({ 5000: { parent } }))),
    // One-ofs, alone and in other parts.
    ...[{ $case: 'x', value: 700 }, { $case: 'y', value: [700] }, { $case: 'z', value: { q: 700 } }, { $case: 'w', value: 3 }, { $case: 'o', value: 700 },
        { $case: 'o' }, { $case: 'n', value: { $case: 'r', value: 700 } }, {}, { $case: 'none', value: 1 }, { $case: '' }, { $case: 'x' }, { $case: 'y' },
        { $case: 'z' }, { $case: 't' }, { $case: 'n' }].flatMap((value) => [...field(all, value), ...whole(all, value),
        ...field(list(all), [value, { $case: 'w', value: 1 }]), ...field(maybe(all), value), ...field(oneOf({ k: all }), { $case: 'k', value }),
        ...field(oneOf({ k: map({ m: all }) }), { $case: 'k', value: { m: value } })]),
    // What is left out inside of structs.
    ...[int8, int64, float, text, flag, number, word, vector, colour, list(int8), map({}), map({ r: text }), all, maybe(text), entity]
        .flatMap((schema) => [...field(map({ q: schema }), {}), ...whole(map({ q: schema }), {})]),
    ...[{}, { x: 1 }, { x: 1, y: 2, z: 3 }].flatMap((value) => [...field(vector, value), ...whole(vector, value), ...field(maybe(vector), value)]),
    ...[{ position: {} }, { position: { x: 1 } }, { position: null }, { rotation: {} }, {}].flatMap((value) => both(pose({ 5000: value }))),
    // What is left out of core components.
    ...[['GltfContainer', {}], ['GltfContainer', { src: null }], ['GltfContainer', { src: '', visibleMeshesCollisionMask: null }], ['Animator', {}],
        ['Animator', { states: [{}] }], ['Animator', { states: null }], ['Animator', { states: [{ clip: 'a' }] }], ['MeshRenderer', {}],
        ['MeshRenderer', { mesh: {} }], ['MeshRenderer', { mesh: null }], ['MeshRenderer', { mesh: { $case: 'box' } }],
        ['MeshRenderer', { mesh: { $case: 'box', box: {} } }], ['MeshRenderer', { mesh: { $case: 'box', box: { uvs: [] } } }],
        ['MeshRenderer', { mesh: { $case: 'sphere', sphere: {} } }], ['MeshRenderer', { mesh: { $case: 'cylinder', cylinder: {} } }],
        ['VisibilityComponent', { visible: null }], ['VisibilityComponent', {}], ['TextShape', {}], ['TextShape', { text: 'a', textColor: { r: 1 } }],
        ['TextShape', { text: 'a', fontSize: null }], ['TextShape', { text: 'a', textColor: null }], ['AudioAnalysis', { mode: 0 }],
        ['AudioSource', { audioClipUrl: 'a', currentTime: null }], ['PointerEvents', {}], ['TweenSequence', {}],
        ['PointerEvents', { pointerEvents: [{ eventType: 1 }] }], ['Material', { material: { $case: 'pbr', pbr: {} } }], ['Material', { material: { $case: 'pbr' } }],
        ['Material', { material: { $case: 'unlit', unlit: { texture: { tex: { $case: 'texture', texture: {} } } } } }],
        ['Material', { material: { $case: 'unlit', unlit: { diffuseColor: { r: 1 } } } }], ['Billboard', { billboardMode: null }]]
        .map(([name, value]) => core(name, value)),
    // Components that are none.
    ...[null, 5, [], {}, { name: null }, { name: 5, data: {} }, { data: json({ 513: {} }) }].map((component) => ({ [main]: file(component) })),
    ...[plain('object', 'transform'), list(plain('object', 'transform')), plain('object', 'protocol-buffer'), plain('object', 'unknown'), {}]
        .map((schema) => ({ [main]: file(part('my::C', schema, {})) })),
    // What libraries bring along.
    { [main]: file(pose({ 513: {} })), 'node_modules/lib/a.composite': file(pose({ 5000: {} })), '.git/b.composite': file(pose({ 5001: {} })) }
];
