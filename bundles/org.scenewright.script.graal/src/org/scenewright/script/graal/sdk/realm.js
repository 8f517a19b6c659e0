// SPDX-License-Identifier: EPL-2.0
// Keeps what is built in as it is before any file is loaded, to tell afterwards whether a file has changed it. All that
// is used for that is taken here, once, and nothing iterates: a file may change what iterators are.
(function () {
    'use strict';

    const { ownKeys, getPrototypeOf, getOwnPropertyDescriptor: descriptor, isExtensible } = Reflect;
    const { freeze, is } = Object;
    const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

    function deepFreeze(value) {
        if (!isObject(value) || !isExtensible(value)) return value;
        freeze(value);
        for (const key of ownKeys(value)) deepFreeze(descriptor(value, key).value);
        return value;
    }

    /** What no property leads to. */
    const hidden = () => [
        function* () {}, async function () {}, async function* () {}, (async function* () {})(),
        [].values(), ''[Symbol.iterator](), new Map().values(), new Set().values(), ''.matchAll(/x/g)
    ];

    /** A function that has but a length and a name: frozen, as nobody writes to one, it needs no watching. */
    const isPlain = (object, keys) => typeof object === 'function' && keys.length === 2;

    function entry(object) {
        const keys = ownKeys(object);
        const whole = keys.map((key) => descriptor(object, key));
        return { object, keys, whole, parent: getPrototypeOf(object), extensible: isExtensible(object) };
    }

    function snapshot() {
        const entries = [];
        const seen = new Set();
        const open = [globalThis, ...hidden()];
        while (open.length > 0) {
            const object = open.pop();
            if (!isObject(object) || seen.has(object)) continue;
            seen.add(object);
            const made = entry(object);
            open.push(made.parent);
            if (isPlain(object, made.keys)) {
                freeze(object);
                continue;
            }
            entries.push(made);
            for (const { value, get, set } of made.whole) open.push(value, get, set);
        }
        return entries;
    }

    const differs = (a, b) =>
        b === undefined || !is(a.value, b.value) || a.get !== b.get || a.set !== b.set ||
        a.writable !== b.writable || a.enumerable !== b.enumerable;

    function isChanged({ object, keys, whole, parent, extensible }) {
        if (ownKeys(object).length !== keys.length) return true;
        if (getPrototypeOf(object) !== parent || isExtensible(object) !== extensible) return true;
        for (let i = 0; i < whole.length; i++) {
            if (differs(whole[i], descriptor(object, keys[i]))) return true;
        }
        return false;
    }

    /** Whether anything has changed that files share; to be called when all is as it shall be. */
    function watch() {
        const entries = snapshot();
        return () => {
            for (let i = 0; i < entries.length; i++) {
                if (isChanged(entries[i])) return true;
            }
            return false;
        };
    }

    return { deepFreeze, watch };
})()
