// SPDX-License-Identifier: EPL-2.0
// Stands in for the SDK while files that define components are loaded: it keeps what they define and tells what else they do.
(function (host, realm, Schemas, math, enums) {
    'use strict';

    // A file may put others in their places.
    const { stringify } = JSON;
    const { hasOwn, keys } = Object;
    const { ownKeys } = Reflect;
    const RealError = Error;
    const RealTypeError = TypeError;
    const text = String;
    const stack = () => text(new RealError().stack);
    const happen = (what) => host.effect(what, stack());

    /** A value of which nothing is known: it can be read, called and made at will, and says so. */
    function poison(name) {
        return new Proxy(function () {}, {
            get(target, key) {
                if (key === Symbol.toPrimitive) return () => name;
                if (key === Symbol.iterator) return function* () {};
                if (typeof key === 'symbol' || key === 'then' || key === 'prototype') return undefined;
                return poison(`${name}.${key}`);
            },
            has: () => true,
            set(target, key) {
                happen(`${name}.${text(key)} is set`);
                return true;
            },
            apply() {
                happen(`${name}() is called`);
                return poison(`${name}()`);
            },
            construct() {
                happen(`new ${name}() is made`);
                return poison(name);
            }
        });
    }

    /** An object with some known members, whose others are unknown. */
    function partly(name, known) {
        return new Proxy(known, {
            get(target, key) {
                if (typeof key === 'symbol' || key === 'then' || hasOwn(target, key)) return target[key];
                return poison(`${name}.${key}`);
            },
            set(target, key) {
                happen(`${name}.${text(key)} is set`);
                return true;
            },
            defineProperty(target, key) {
                happen(`${name}.${text(key)} is set`);
                return true;
            },
            deleteProperty(target, key) {
                happen(`${name}.${text(key)} is deleted`);
                return true;
            },
            setPrototypeOf: () => false,
            preventExtensions: () => false
        });
    }

    const components = new WeakMap();

    function define(name, schema) {
        const json = schema && stringify(schema.jsonSchema);
        if (!json || json[0] !== '{') {
            throw new RealTypeError(`The schema of component '${name}' cannot be read without running the scene`);
        }
        let initial = null;
        try {
            initial = stringify(schema.create()) ?? null;
        } catch (error) {
            happen(`the initial value of '${name}' cannot be made: ${error}`);
        }
        const id = host.define(name, json, initial, stack());
        // What the generated file does to a declaration gives a name that is known already.
        const known = { componentName: name, schema, define: () => component };
        const component = partly(name || 'component', known);
        components.set(component, id);
        return component;
    }

    const isSchema = (value) => typeof value?.create === 'function' && typeof value.jsonSchema === 'object';

    function named(name) {
        if (typeof name !== 'string') throw new RealTypeError('A component is named by a string');
        return name;
    }

    const defineComponentFromSchema = (name, schema) => define(named(name), schema);
    const defineComponent = (name, spec, initial) => define(named(name), Schemas.Map(spec, initial));
    const declared = (name, spec, initial) => define(name, isSchema(spec) ? spec : Schemas.Map(spec, initial));
    /** With a name, or without one as the default export of a file that is named like the component. */
    const declareComponent = (first, ...rest) =>
        typeof first === 'string' ? declared(first, ...rest) : declared('', first, ...rest);

    const addComponent = (declaration) => declaration;
    const engine = partly('engine', {
        defineComponent,
        defineComponentFromSchema,
        RootEntity: 0,
        PlayerEntity: 1,
        CameraEntity: 2,
        // What the generated file does to a declaration.
        addComponent
    });
    const ecs = { ...enums, engine, Schemas, declareComponent };
    const sdk = { '@dcl/ecs': ecs, '@dcl/sdk/ecs': ecs, '@dcl/sdk/math': math, '@dcl/ecs-math': math };
    const known = (module) => sdk[module.replace(/\/dist(\/index)?$/, '')] ?? {};

    const commonJs = new Map();
    const link = {
        get(module, name) {
            if (name === 'declareComponent') return declareComponent;
            const members = known(module);
            return hasOwn(members, name) ? members[name] : poison(name === 'default' ? module : name);
        },
        namespace: (module) => partly(module, { ...known(module), declareComponent }),
        commonJs(module) {
            if (!commonJs.has(module)) commonJs.set(module, { exports: {} });
            return commonJs.get(module);
        },
        required: (module, namespace) => (commonJs.has(module) ? commonJs.get(module).exports : namespace()),
        require: (table) => (name) => (hasOwn(table, name) ? table[name]() : link.namespace(name)),
        defaultOf: (exports) => (exports?.__esModule ? exports.default : exports),
        exported(module, namespace) {
            const exports = commonJs.has(module) ? commonJs.get(module).exports : namespace;
            for (const name of keys(exports)) {
                const id = components.get(exports[name]);
                if (id !== undefined) host.exported(module, name, id);
            }
        },
        /** The names of globals that came since the last call. */
        newGlobals() {
            const fresh = ownKeys(globalThis).filter((key) => typeof key === 'string' && !globals.has(key));
            fresh.forEach((key) => globals.add(key));
            return fresh.join(', ');
        },
        isChanged: () => evaluated || isChanged()
    };
    Object.defineProperty(globalThis, '$sdk', { value: link });
    for (const shared of [link, Schemas, math, enums, declareComponent, defineComponent, defineComponentFromSchema, addComponent]) {
        realm.deepFreeze(shared);
    }

    for (const name of ['Java', 'Graal', 'load', 'quit', 'exit', 'FinalizationRegistry']) delete globalThis[name];
    for (const name of ['fetch', 'WebSocket', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate', 'queueMicrotask']) {
        globalThis[name] = poison(name);
    }
    globalThis.console = partly('console', {});
    globalThis.process = { env: { NODE_ENV: 'production' } };
    globalThis.declareComponent = declareComponent;
    globalThis.Schemas = Schemas;
    Math.random = () => {
        happen('Math.random() is called');
        return 0.5;
    };
    const RealDate = Date;
    globalThis.Date = new Proxy(RealDate, {
        get(target, key) {
            if (key !== 'now') return target[key];
            return () => {
                happen('Date.now() is called');
                return 0;
            };
        },
        construct(target, parts) {
            if (parts.length === 0) happen('new Date() is made');
            return new RealDate(...(parts.length === 0 ? [0] : parts));
        }
    });
    // What is evaluated from a text can make global names that no object has.
    let evaluated = false;
    const { eval: evaluate } = globalThis;
    Object.defineProperty(globalThis, 'eval', {
        configurable: true,
        get() {
            evaluated = true;
            return evaluate;
        },
        set(value) {
            Object.defineProperty(globalThis, 'eval', { value, configurable: true, writable: true });
        }
    });
    const isChanged = realm.watch();
    const globals = new Set(ownKeys(globalThis));
})
