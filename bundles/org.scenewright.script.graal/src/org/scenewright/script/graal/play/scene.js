// SPDX-License-Identifier: EPL-2.0
// What the code of a scene finds around it: ~system/..., the console and a clock. All that this uses later is taken here, while it is
// still what it should be: a scene may change what is built in. For the same reason nothing below iterates, spreads or writes to what
// has a prototype.
(function (host, listed, web) {
    'use strict';

    const { begin, piece: hand, call: ask, send, inspect, state, hasEntities, wants, say: put, over, now } = host;
    const { Error, TypeError, Promise, Proxy, String, Uint8Array, ArrayBuffer } = globalThis;
    const { apply, getOwnPropertyDescriptor } = Reflect;
    const { create, prototype: plain, getPrototypeOf } = Object;
    const { parse, stringify } = JSON;
    const getter = (name) => getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), name).get;
    const kind = getter(Symbol.toStringTag);
    const buffer = getter('buffer');
    const offset = getter('byteOffset');
    const length = getter('byteLength');
    const { slice: part } = ArrayBuffer.prototype;
    const { slice: cut, startsWith } = String.prototype;
    const NOTHING = [];
    const MOST = 8192;

    const isBytes = (value) => apply(kind, value, NOTHING) === 'Uint8Array';
    /** Gives bytes to one of the functions of the host. */
    const give = (take, bytes) =>
        take(apply(buffer, bytes, NOTHING), apply(offset, bytes, NOTHING), apply(length, bytes, NOTHING));
    /** Bytes of the host as the scene's own. */
    const own = (block) => new Uint8Array(apply(part, new ArrayBuffer(block), [0]));
    const blocks = (block) => (block === null ? [] : [own(block)]);
    const refusal = (message) => new Promise((resolve, reject) => reject(new Error(message)));

    // ---- calls of what only the host can give

    const calls = create(null);
    let lastCall = 0;

    /** JSON in which {"$bytes": [offset, length]} stands for bytes, which are handed over one after the other. */
    function packed(body) {
        let first = null;
        let last = null;
        let size = 0;
        const json = stringify(body === undefined ? null : body, (key, value) => {
            if (!isBytes(value)) return value;
            const piece = { value, next: null };
            if (last === null) first = piece;
            else last.next = piece;
            last = piece;
            const at = size;
            size += apply(length, value, NOTHING);
            return { $bytes: [at, size - at] };
        });
        begin();
        for (let next = first; next !== null; next = next.next) give(hand, next.value);
        return json === undefined ? 'null' : json;
    }

    function unpacked(json, block) {
        if (block === null) return parse(json);
        const all = apply(part, new ArrayBuffer(block), [0]);
        return parse(json, (key, value) => {
            const place = typeof value === 'object' && value !== null ? value.$bytes : undefined;
            return place === undefined ? value : new Uint8Array(apply(part, all, [place[0], place[0] + place[1]]));
        });
    }

    const call = (module, name, body) =>
        new Promise((resolve, reject) => {
            const json = packed(body);
            const id = ++lastCall;
            const complaint = ask(id, module, name, json);
            if (complaint === null) calls[`call ${id}`] = { resolve, reject };
            else reject(new Error(complaint));
        });

    function answer(id, isFulfilled, json, block) {
        const name = `call ${id}`;
        const waiting = calls[name];
        if (waiting === undefined) return;
        delete calls[name];
        try {
            if (isFulfilled) waiting.resolve(unpacked(json, block));
            else waiting.reject(new Error(parse(json)));
        } catch (error) {
            waiting.reject(error);
        }
    }

    // ---- messages to and from the renderer

    let first = null;
    let last = null;

    const crdtSendToRenderer = (body) =>
        new Promise((resolve, reject) => {
            const { data } = body;
            if (!isBytes(data)) throw new TypeError('crdtSendToRenderer takes { data: Uint8Array }');
            const complaint = give(send, data);
            if (complaint !== null) {
                reject(new Error(complaint));
                return;
            }
            const waiting = { resolve, next: null };
            if (first === null) first = waiting;
            else last.next = waiting;
            last = waiting;
        });

    /** Answers what was sent first. */
    function reply(block) {
        if (first === null) return;
        const { resolve } = first;
        first = first.next;
        resolve({ data: blocks(block) });
    }

    const engineApi = {
        crdtSendToRenderer,
        crdtGetState: () =>
            new Promise((resolve) => resolve({ hasEntities: hasEntities(), data: blocks(state()) })),
        crdtGetMessageFromRenderer: async () => ({ data: [] }),
        sendBatch: async () => ({ events: [] }),
        subscribe: async () => ({}),
        unsubscribe: async () => ({}),
        isServer: async () => ({ isServer: false })
    };

    // ---- modules

    /** Stands behind a module, so that functions it does not have reject instead of not being there. */
    const behind = (module) =>
        new Proxy(plain, {
            get(target, name) {
                if (typeof name !== 'string' || name in target || name === 'then' || name === '__esModule') {
                    return target[name];
                }
                return () => refusal(`~system/${module} has no function ${name}`);
            }
        });

    function systemModule(name, functions) {
        const module = create(behind(name));
        for (const key in functions) module[key] = functions[key];
        return module;
    }

    function called(module, names) {
        const functions = create(null);
        for (const name of names) functions[name] = (body) => call(module, name, body);
        return functions;
    }

    const modules = create(null);
    const all = parse(listed);
    modules['~system/EngineApi'] = systemModule('EngineApi', engineApi);
    for (const name in all) modules[`~system/${name}`] = systemModule(name, called(name, all[name]));

    function require(name) {
        const module = modules[name];
        if (module !== undefined) return module;
        if (typeof name !== 'string' || !apply(startsWith, name, ['~system/'])) {
            throw new Error(`There is no module ${name}`);
        }
        modules[name] = create(behind(apply(cut, name, [8])));
        return modules[name];
    }

    // ---- the console

    const short = (text) =>
        text.length <= MOST ? text : `${apply(cut, text, [0, MOST])}... (${text.length - MOST} more characters)`;

    function stackOf(error) {
        try {
            const { stack } = error;
            return typeof stack === 'string' ? stack : '';
        } catch (worse) {
            return '';
        }
    }

    function textOf(value) {
        try {
            return String(value);
        } catch (worse) {
            return 'something that has no text';
        }
    }

    function shown(value) {
        if (typeof value !== 'object' || value === null) return textOf(value);
        try {
            return (value instanceof Error ? stackOf(value) : stringify(value)) || textOf(value);
        } catch (worse) {
            return textOf(value);
        }
    }

    function say(level, values) {
        if (!wants()) return;
        let line = '';
        for (let i = 0; i < values.length && line.length <= MOST; i++) line += (i === 0 ? '' : ' ') + shown(values[i]);
        put(level, short(line), short(stackOf(new Error())));
    }

    const log = (...values) => say(0, values);
    globalThis.console = {
        log,
        info: log,
        debug: log,
        trace: log,
        dir: log,
        table: log,
        group: log,
        groupCollapsed: log,
        groupEnd() {},
        time() {},
        timeEnd() {},
        warn: (...values) => say(1, values),
        error: (...values) => say(2, values),
        assert: (isTrue, ...values) => {
            if (!isTrue) say(2, ['Assertion failed:', shown(values.length === 0 ? '' : values[0])]);
        }
    };

    // ---- other globals

    const { Graal } = globalThis;
    Graal.setUnhandledPromiseRejectionHandler((error) => {
        if (wants()) put(2, short(`Unhandled rejection: ${shown(error)}`), short(stackOf(error)));
    });
    for (const name of ['Graal', 'Java', 'Polyglot', 'Packages', 'java']) delete globalThis[name];
    globalThis.global = globalThis;
    globalThis.self = globalThis;
    globalThis.performance = { now: () => now() };
    globalThis.__dclDebugTransport = (bytes) => {
        if (isBytes(bytes)) give(inspect, bytes);
    };
    web(call);

    // ---- the scene

    const module = { exports: {} };

    /** Says when something the scene does is over, be it at once or much later. */
    async function run(work) {
        try {
            await work();
        } catch (error) {
            over(false, short(textOf(error)), short(stackOf(error)));
            return;
        }
        over(true, '', '');
    }

    const isMissing = (name) => typeof module.exports[name] !== 'function';

    return {
        load: (make) =>
            run(() => {
                apply(make, globalThis, [globalThis, require, module, module.exports]);
                if (isMissing('onStart') && isMissing('onUpdate')) {
                    throw new Error('The file exports neither onStart nor onUpdate: it is no scene of SDK 7');
                }
            }),
        start: () => run(() => (isMissing('onStart') ? undefined : module.exports.onStart())),
        update: (seconds) => run(() => (isMissing('onUpdate') ? undefined : module.exports.onUpdate(seconds))),
        reply,
        answer
    };
})
