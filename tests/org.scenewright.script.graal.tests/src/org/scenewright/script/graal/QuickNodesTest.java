// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Object literals that copy objects, and objects that are frozen, as every other engine does it.
 */
@Timeout(60)
class QuickNodesTest {
    private static final SceneEngine ENGINE = new SceneEngine();
    private static final Context CONTEXT = ENGINE.context();
    private static final Context PLAIN = Context.newBuilder("js").build();

    /** What is shown of an object: all its keys in their order, and what they are. */
    private static final String SHOWN =
            """
            (make) => {
                'use strict';
                const shown = (o) => Reflect.ownKeys(o).map((key) => {
                    const { value, get, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(o, key);
                    const is = (yes, letter) => yes ? letter : '';
                    return String(key) + '=' + (get ? 'get' : String(value)) + is(writable, 'w') + is(enumerable, 'e') + is(configurable, 'c');
                }).join(' ') + (Object.isExtensible(o) ? '' : ' closed') + (Object.isFrozen(o) ? ' frozen' : '')
                    + (Object.getPrototypeOf(o) === Object.prototype ? '' : ' of another kind');
                const all = [];
                for (let time = 0; time < 12; time++) {
                    try {
                        all.push(shown(make(time)));
                    } catch (error) {
                        all.push(error.constructor.name);
                    }
                }
                return all.join(', ');
            }
            """;

    @AfterAll
    static void close() {
        CONTEXT.close();
        PLAIN.close();
    }

    private static String result(Context context, String code) {
        return context.eval("js", SHOWN).execute(context.eval("js", code)).asString();
    }

    /** Ours and that of the engine as it comes, for something that is made a dozen times. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(i) => ({...{a: i, b: 'two'}})",
                "(i) => ({c: 0, ...{a: i, b: 2}, b: 3})",
                "(i) => ({b: 0, a: 0, ...{a: i, b: i + 0.5}})",
                "(i) => ({...{a: i}, ...{['k' + i]: i}, ...{['k' + i % 2]: 0}})",
                "(i) => ({...{b: 1, 10: 1, a: 1, 2: 1, [Symbol.iterator]: 1}})",
                "(i) => ({...(i % 2 ? null : undefined), a: 1})",
                "(i) => ({...'text', ...5, ...true, ...[7, 8], ...new Uint8Array(2), ...new"
                        + " String('no')})",
                "(i) => ({...new Proxy({a: i}, {get: (o, k) => k})})",
                "(i) => ({...{get a() { return i }, b: 1}})",
                "(i) => { let n = 0; const o = {get a() { return n++ }}; return {...o, ...o} }",
                "(i) => ({...{get a() { throw new RangeError() }}})",
                "(i) => ({get a() { return 1 }, ...{a: i}})",
                "(i) => ({set a(v) { throw 1 }, ...{a: i}})",
                "(i) => ({...Object.defineProperty({a: 1}, 'b', {value: 2, enumerable: i % 2 ==="
                        + " 0})})",
                "(i) => ({...Object.defineProperty({}, '__proto__', {value: 2, enumerable:"
                        + " true})})",
                "(i) => ({__proto__: {z: 1}, ...{a: 1}})",
                "(i) => ({...Object.create({z: 1}, {a: {value: i, enumerable: true}})})",
                "(i) => ({...Object.freeze({a: i, b: {}})})",
                "(i) => { class A { #x = 1; y = i } return {...new A()} }",
                "(i) => { const o = {a: 1, b: 2}; o.c = i; o.a = 0.5; return {...o} }",
                "(i) => { const o = {}; for (let k = 0; k < 100; k++) o['k' + k] = k; return {...o}"
                        + " }",
                "(i) => { const { a, ...rest } = {a: 1, b: i, c: 3}; return rest }",
                "(i) => Object.freeze({a: i, b: 'two'})",
                "(i) => Object.freeze({...{a: i % 2 ? i : 'text'}})",
                "(i) => Object.freeze(Object.freeze({a: 1}))",
                "(i) => Object.freeze(Object.seal({a: 1}))",
                "(i) => Object.freeze({})",
                "(i) => Object.freeze({get a() { return i }, b: 1})",
                "(i) => Object.freeze(Object.defineProperty({a: 1}, 'b', {value: 2}))",
                "(i) => Object.freeze([1, 2, i])",
                "(i) => Object.freeze(new Uint8Array(i))",
                "(i) => Object.freeze(new Map([[1, 2]]))",
                "(i) => Object.freeze(() => 1)",
                "(i) => Object.freeze(new Proxy({a: i}, {}))",
                "(i) => { class A { #x = 1; y = i } return Object.freeze(new A()) }",
                "(i) => { const o = Object.freeze({a: 1}); o.a = 2; return o }",
                "(i) => { const o = Object.freeze({a: 1}); o.b = 2; return o }",
                "(i) => { const o = Object.freeze({['k' + i]: 1}); delete o['k' + i]; return o }",
                "(i) => { const p = {z: 1}; const o = Object.create(p); o.z = i; Object.freeze(p);"
                        + " const q = Object.create(p); q.z = 2; return q }",
                "(i) => { Object.freeze(5); Object.freeze('text'); Object.freeze(null); return"
                        + " Object.freeze(undefined) ?? {} }",
                "(i) => ({a: Object.freeze.name + Object.freeze.length, b: Object.freeze(), c:"
                        + " 'prototype' in Object.freeze})",
                "(i) => new Object.freeze({})",
                "(i) => Object.defineProperty({}, 'a', Object.getOwnPropertyDescriptor(Object,"
                        + " 'freeze')).a === Object.freeze && {}"
            })
    void isAsTheEngineHasIt(String code) {
        assertEquals(result(PLAIN, code), result(CONTEXT, code));
    }

    @Test
    void whatIsCopiedAndFrozenIsSeen() {
        var frozen = "c=0e a=1e closed frozen";
        assertEquals(
                frozen, result(CONTEXT, "() => Object.freeze({c: 0, ...{a: 1}})").split(", ")[0]);
        assertEquals("c=0wec a=1wec", result(CONTEXT, "() => ({c: 0, ...{a: 1}})").split(", ")[0]);
    }

    @Test
    void aSecondContextIsAsQuick() {
        try (var second = ENGINE.context()) {
            assertTrue(
                    second.eval("js", "Object.isFrozen(Object.freeze({...{a: 1}}))").asBoolean());
            assertEquals("1", second.eval("js", "String({...{a: 1}}.a)").asString());
        }
    }
}
