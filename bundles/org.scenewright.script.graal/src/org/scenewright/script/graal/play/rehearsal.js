// SPDX-License-Identifier: EPL-2.0
// A scene that is played before any real one, so that what runs code has run code like it: components in maps, changes in sets,
// generators over both, bytes written and read through views, messages as objects, frozen copies for reading, promises. Five hundred
// things fall and spin; a third of them changes its colour.
const wire = require('~system/EngineApi');
const things = 500;
const members = new WeakSet();

/** What classes with private methods become for older engines. */
function own(object, method) {
    if (!members.has(object)) throw new TypeError('This is of another class');
    return method;
}

class Block {
    constructor(bytes) {
        members.add(this);
        this.bytes = bytes || new Uint8Array(10240);
        this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
        this.end = bytes ? bytes.length : 0;
        this.at = 0;
    }
    reset() {
        this.end = 0;
        this.at = 0;
    }
    float(value) {
        const at = own(this, grow).call(this, 4);
        this.view.setFloat32(at, value, true);
    }
    word(value) {
        const at = own(this, grow).call(this, 4);
        this.view.setUint32(at, value, true);
    }
    byte(value) {
        const at = own(this, grow).call(this, 1);
        this.view.setUint8(at, value);
    }
    block(bytes, isCounted = true) {
        if (isCounted) this.word(bytes.byteLength);
        const at = own(this, grow).call(this, bytes.byteLength);
        this.bytes.set(bytes, at);
    }
    takeFloat() {
        return this.view.getFloat32(own(this, advance).call(this, 4), true);
    }
    takeWord() {
        return this.view.getUint32(own(this, advance).call(this, 4), true);
    }
    takeBlock() {
        const length = this.takeWord();
        const at = own(this, advance).call(this, length);
        return this.bytes.subarray(at, this.at);
    }
    written() {
        return this.bytes.subarray(0, this.end);
    }
    copied() {
        return new Uint8Array(this.written());
    }
}

function grow(size) {
    if (this.end + size > this.bytes.byteLength) {
        const before = this.bytes;
        this.bytes = new Uint8Array(Math.ceil((Math.max(2 * before.byteLength, this.end + size) + 1024) / 1024) * 1024);
        this.view = new DataView(this.bytes.buffer);
        this.bytes.set(before);
    }
    this.end += size;
    return this.end - size;
}

function advance(size) {
    if (this.at + size > this.end) throw new RangeError('There is no more to read');
    this.at += size;
    return this.at - size;
}

const place = {
    write(value, to) {
        const { position: p, rotation: r, scale: s } = value;
        to.float(p.x), to.float(p.y), to.float(p.z);
        to.float(r.x), to.float(r.y), to.float(r.z), to.float(r.w);
        to.float(s.x), to.float(s.y), to.float(s.z);
        to.word(value.parent ?? 0);
    },
    read(from) {
        const position = { x: from.takeFloat(), y: from.takeFloat(), z: from.takeFloat() };
        const rotation = { x: from.takeFloat(), y: from.takeFloat(), z: from.takeFloat(), w: from.takeFloat() };
        const scale = { x: from.takeFloat(), y: from.takeFloat(), z: from.takeFloat() };
        return { position, rotation, scale, parent: from.takeWord() };
    },
    make: (value) => ({
        position: { x: 0, y: 0, z: 0 },
        rotation: { x: 0, y: 0, z: 0, w: 1 },
        scale: { x: 1, y: 1, z: 1 },
        ...value
    })
};

// Fields by name, of parts that are themselves written so.
const number = { write: (value, to) => to.float(value), read: (from) => from.takeFloat(), make: () => 0 };
const fields = (parts) => ({
    write(value, to) {
        for (const key in parts) parts[key].write(value[key], to);
    },
    read(from) {
        const value = {};
        for (const key in parts) value[key] = parts[key].read(from);
        return value;
    },
    make(given) {
        const value = {};
        for (const key in parts) value[key] = parts[key].make();
        return { ...value, ...given };
    }
});
const triple = fields({ x: number, y: number, z: number });

// A chain of what is to be written, as writers of tagged fields have it.
class Chain {
    constructor() {
        this.length = 0;
        this.head = { put: () => {}, size: 0, next: null, value: 0 };
        this.tail = this.head;
    }
    push(put, size, value) {
        this.tail = this.tail.next = { put, size, next: null, value };
        this.length += size;
        return this;
    }
    varint(value) {
        const size = value < 128 ? 1 : value < 16384 ? 2 : value < 2097152 ? 3 : 5;
        return this.push(putVarint, size, value >>> 0);
    }
    float(value) {
        return this.push(putFloat, 4, value);
    }
    nested(chain) {
        this.varint(chain.length);
        this.tail.next = chain.head.next;
        this.tail = chain.tail;
        this.length += chain.length;
        return this;
    }
    finish() {
        const bytes = new Uint8Array(this.length);
        let at = 0;
        for (let part = this.head.next; part; part = part.next) {
            part.put(part.value, bytes, at);
            at += part.size;
        }
        return bytes;
    }
}
const floats = new Float32Array(1);
const raw = new Uint8Array(floats.buffer);
function putFloat(value, bytes, at) {
    floats[0] = value;
    for (let i = 0; i < 4; i++) bytes[at + i] = raw[i];
}
function putVarint(value, bytes, at) {
    while (value > 127) {
        bytes[at++] = (value & 127) | 128;
        value >>>= 7;
    }
    bytes[at] = value;
}
const colour = {
    write(value, to) {
        const inner = new Chain();
        if (value.r !== undefined) inner.varint(13).float(value.r);
        if (value.g !== undefined) inner.varint(21).float(value.g);
        if (value.b !== undefined) inner.varint(29).float(value.b);
        to.block(new Chain().varint(10).nested(inner).varint(16).varint(value.shade | 0).finish(), false);
    },
    read: (from) => ({ r: 1, g: 1, b: 1, shade: from.takeWord() }),
    make: (value) => ({ r: 1, g: 1, b: 1, shade: 0, ...value })
};

function readOnly(value) {
    if (value === null || typeof value !== 'object') return value;
    return Array.isArray(value) ? Object.freeze([...value]) : Object.freeze({ ...value });
}

function differs(a, b) {
    if (!(a instanceof Uint8Array && b instanceof Uint8Array)) return true;
    if (a.byteLength !== b.byteLength) return true;
    for (let i = 0; i < a.byteLength; i++) if (a[i] !== b[i]) return true;
    return false;
}

function component(id, schema) {
    const values = new Map();
    const changed = new Set();
    const times = new Map();
    const sent = new Map();
    return {
        id,
        has: (entity) => values.has(entity),
        get(entity) {
            if (!values.has(entity)) throw new Error(`Component ${id} of ${entity} is not there`);
            return readOnly(values.get(entity));
        },
        change(entity) {
            changed.add(entity);
            return values.get(entity);
        },
        create(entity, value) {
            const made = schema.make(value);
            values.set(entity, made);
            changed.add(entity);
            return made;
        },
        *all() {
            for (const [entity, value] of values) yield [entity, value];
        },
        *messages() {
            const block = new Block();
            for (const entity of changed) {
                if (!values.has(entity)) continue;
                block.reset();
                schema.write(values.get(entity), block);
                const before = sent.get(entity);
                if (before && !differs(block.written(), before)) continue;
                const data = block.copied();
                const time = (times.get(entity) ?? 0) + 1;
                times.set(entity, time);
                sent.set(entity, data);
                yield { type: 1, id, entity, data, time };
            }
            changed.clear();
        },
        hear({ entity, data, time }) {
            if (times.has(entity) && times.get(entity) >= time) return;
            times.set(entity, time);
            values.set(entity, schema.read(new Block(data)));
        }
    };
}

const Place = component(1, place);
const Colour = component(1017, colour);
const Fall = component(70000, fields({ speed: triple, spin: number }));
const components = new Map([Place, Colour, Fall].map((each) => [each.id, each]));
const roads = [{ takes: (message) => message.id < 2048, name: 'renderer' }];
const systems = [];
const heard = [];

function* group(...all) {
    const [first, ...others] = all;
    for (const [entity] of first.all()) {
        let matches = true;
        for (const other of others) {
            if (!other.has(entity)) {
                matches = false;
                break;
            }
        }
        if (matches) yield [entity, ...all];
    }
}

function* having(...all) {
    for (const [entity, ...found] of group(...all)) yield [entity, ...found.map((each) => each.get(entity))];
}

const plus = (a, b) => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z });
const times = (a, k) => ({ x: a.x * k, y: a.y * k, z: a.z * k });
const turned = (a, b) => ({
    x: a.x * b.w + a.y * b.z - a.z * b.y + a.w * b.x,
    y: -a.x * b.z + a.y * b.w + a.z * b.x + a.w * b.y,
    z: a.x * b.y - a.y * b.x + a.z * b.w + a.w * b.z,
    w: -a.x * b.x - a.y * b.y - a.z * b.z + a.w * b.w
});

systems.push({
    priority: 1,
    run(seconds) {
        for (const [entity, { spin }] of having(Fall, Place)) {
            const fall = Fall.change(entity);
            const where = Place.change(entity);
            if (where.position.y < 0) fall.speed.y = -fall.speed.y;
            where.position = plus(where.position, times(fall.speed, seconds + 0.01));
            const half = (spin * seconds) / 2;
            where.rotation = turned(where.rotation, { x: 0, y: Math.sin(half), z: 0, w: Math.cos(half) });
        }
    }
});
systems.push({
    priority: 2,
    run() {
        for (const [entity] of Colour.all()) {
            if (Place.get(entity).position.y > 1) Colour.change(entity).r = Math.random();
        }
    }
});

function take(bytes) {
    const block = new Block(bytes);
    while (block.at + 8 <= block.end) {
        const start = block.at;
        const length = block.takeWord();
        const type = block.takeWord();
        if (type === 1) {
            const entity = block.takeWord();
            const id = block.takeWord();
            const time = block.takeWord();
            heard.push({ type, entity, id, time, data: block.takeBlock() });
        }
        block.at = start + length;
    }
}

const listeners = new Map();

function told(entity, part, value) {
    const all = listeners.get(entity);
    if (all) for (const each of all) each(part, value);
}

async function send() {
    const messages = heard.splice(0).filter((message) => message.id > 100000);
    const block = new Block();
    for (const each of components.values()) {
        for (const message of each.messages()) {
            const start = block.end;
            if (roads.some((road) => road.takes(message))) {
                block.word(24 + message.data.byteLength);
                block.word(message.type);
                block.word(message.entity);
                block.word(message.id);
                block.word(message.time);
                block.block(message.data);
                messages.push({ ...message, bytes: block.bytes.subarray(start, block.end) });
            }
            told(message.entity, each, each.get(message.entity));
        }
    }
    for (const index in roads) {
        const out = new Block();
        for (const message of messages) {
            if (roads[Number(index)].takes(message)) out.block(message.bytes, false);
        }
        const { data } = await wire.crdtSendToRenderer({ data: out.written() });
        for (const bytes of data) take(bytes);
    }
}

exports.onStart = async () => {
    for (let i = 0; i < things; i++) {
        const entity = 512 + i;
        Place.create(entity, { position: { x: i % 32, y: i % 7, z: i / 32 } });
        if (i % 3 === 0) Colour.create(entity, { g: 0.5, shade: i });
        Fall.create(entity, { speed: { x: 0.01 * (i % 5), y: 0.1, z: 0.02 }, spin: i % 90 });
    }
    const { data } = await wire.crdtGetState({});
    for (const bytes of data) take(bytes);
};

exports.onUpdate = async (seconds) => {
    for (const message of heard) components.get(message.id)?.hear(message);
    for (const system of [...systems].sort((a, b) => a.priority - b.priority)) system.run(seconds);
    await send();
};
