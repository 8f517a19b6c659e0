// SPDX-License-Identifier: EPL-2.0
// The functions of @dcl/sdk/math that initial values are made of.
(function () {
    'use strict';

    const DEG2RAD = Math.PI / 180;
    const RAD2DEG = 360 / (Math.PI * 2);
    const clampTo = (value, min, max) => Math.min(max, Math.max(min, value));
    const lerp = (from, to, amount) => from + (to - from) * amount;
    /** A function of numbers applied to each of the named parts of its arguments. */
    const each = (keys, apply) => (...values) =>
        Object.fromEntries(keys.map((key) => [key, apply(...values.map((v) => (typeof v === 'object' ? v[key] : v)))]));

    const xyz = ['x', 'y', 'z'];
    const vector = (x = 0, y = 0, z = 0) => ({ x, y, z });
    const dot = (a, b) => a.x * b.x + a.y * b.y + a.z * b.z;
    const length = (v) => Math.sqrt(dot(v, v));
    const subtract = each(xyz, (a, b) => a - b);
    const scale = each(xyz, (a, factor) => a * factor);
    const normalize = (v) => {
        const size = length(v);
        return size === 0 || size === 1 ? { ...v } : scale(v, 1 / size);
    };
    const cross = (a, b) => vector(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);

    const Vector3 = {
        create: vector,
        Zero: () => vector(),
        One: () => vector(1, 1, 1),
        Up: () => vector(0, 1, 0),
        Down: () => vector(0, -1, 0),
        Forward: () => vector(0, 0, 1),
        Backward: () => vector(0, 0, -1),
        Right: () => vector(1, 0, 0),
        Left: () => vector(-1, 0, 0),
        add: each(xyz, (a, b) => a + b),
        subtract,
        multiply: each(xyz, (a, b) => a * b),
        divide: each(xyz, (a, b) => a / b),
        negate: each(xyz, (a) => -a),
        floor: each(xyz, Math.floor),
        minimize: each(xyz, Math.min),
        maximize: each(xyz, Math.max),
        center: each(xyz, (a, b) => (a + b) * 0.5),
        lerp: each(xyz, lerp),
        clone: (v) => ({ ...v }),
        fromArray: (a, at = 0) => vector(a[at], a[at + 1], a[at + 2]),
        scale,
        dot,
        cross,
        length,
        lengthSquared: (v) => dot(v, v),
        normalize,
        distance: (a, b) => length(subtract(a, b)),
        distanceSquared: (a, b) => dot(subtract(a, b), subtract(a, b)),
        equals: (a, b) => xyz.every((key) => a[key] === b[key])
    };

    const quaternion = (x = 0, y = 0, z = 0, w = 1) => ({ x, y, z, w });

    function fromRotationYawPitchRoll(yaw, pitch, roll) {
        const [s1, s2, s3] = [pitch, yaw, roll].map((angle) => Math.sin(angle * 0.5));
        const [c1, c2, c3] = [pitch, yaw, roll].map((angle) => Math.cos(angle * 0.5));
        return quaternion(
            c2 * s1 * c3 + s2 * c1 * s3,
            s2 * c1 * c3 - c2 * s1 * s3,
            c2 * c1 * s3 - s2 * s1 * c3,
            c2 * c1 * c3 + s2 * s1 * s3);
    }

    function fromAngleAxis(degrees, axis) {
        if (dot(axis, axis) === 0) return quaternion();
        const half = degrees * DEG2RAD * 0.5;
        const to = scale(normalize(axis), Math.sin(half));
        return quaternion(to.x, to.y, to.z, Math.cos(half));
    }

    const Quaternion = {
        create: quaternion,
        Identity: () => quaternion(),
        Zero: () => quaternion(0, 0, 0, 0),
        add: each([...xyz, 'w'], (a, b) => a + b),
        dot: (a, b) => dot(a, b) + a.w * b.w,
        length: (q) => Math.sqrt(dot(q, q) + q.w * q.w),
        normalize: (q) => each([...xyz, 'w'], (part, factor) => part * factor)(q, 1 / Quaternion.length(q)),
        fromRotationYawPitchRoll,
        fromEulerDegrees: (x, y, z) => fromRotationYawPitchRoll(y * DEG2RAD, x * DEG2RAD, z * DEG2RAD),
        fromAngleAxis,
        multiply: (a, b) => quaternion(
            a.x * b.w + a.y * b.z - a.z * b.y + a.w * b.x,
            -a.x * b.z + a.y * b.w + a.z * b.x + a.w * b.y,
            a.x * b.y - a.y * b.x + a.z * b.w + a.w * b.z,
            -a.x * b.x - a.y * b.y - a.z * b.z + a.w * b.w)
    };

    const parts = (hex, from) => parseInt(hex.substring(from, from + 2), 16) / 255;
    const named = (make) => ({
        Red: () => make(1, 0, 0),
        Green: () => make(0, 1, 0),
        Blue: () => make(0, 0, 1),
        Black: () => make(0, 0, 0),
        White: () => make(1, 1, 1),
        Purple: () => make(0.5, 0, 0.5),
        Magenta: () => make(1, 0, 1),
        Yellow: () => make(1, 1, 0),
        Gray: () => make(0.5, 0.5, 0.5),
        Teal: () => make(0, 1, 1)
    });
    const arithmetic = (keys) => ({
        add: each(keys, (a, b) => a + b),
        subtract: each(keys, (a, b) => a - b),
        multiply: each(keys, (a, b) => a * b),
        scale: each(keys, (a, factor) => a * factor),
        lerp: each(keys, lerp),
        clone: each(keys, (part) => part)
    });

    const rgb = (r = 0, g = 0, b = 0) => ({ r, g, b });
    const Color3 = {
        create: rgb,
        ...named(rgb),
        ...arithmetic(['r', 'g', 'b']),
        fromInts: (r, g, b) => rgb(r / 255, g / 255, b / 255),
        fromArray: (a, at = 0) => rgb(a[at], a[at + 1], a[at + 2]),
        fromHexString: (hex) =>
            hex[0] === '#' && hex.length === 7 ? rgb(parts(hex, 1), parts(hex, 3), parts(hex, 5)) : rgb()
    };

    const rgba = (r = 0, g = 0, b = 0, a = 1) => ({ r, g, b, a });
    const Color4 = {
        create: rgba,
        ...named(rgba),
        ...arithmetic(['r', 'g', 'b', 'a']),
        Clear: () => rgba(0, 0, 0, 0),
        fromInts: (r, g, b, a) => rgba(r / 255, g / 255, b / 255, a / 255),
        fromArray: (a, at = 0) => rgba(a[at], a[at + 1], a[at + 2], a[at + 3]),
        fromHexString: (hex) =>
            hex[0] === '#' && (hex.length === 7 || hex.length === 9)
                ? rgba(parts(hex, 1), parts(hex, 3), parts(hex, 5), hex.length === 9 ? parts(hex, 7) : 1)
                : rgba()
    };

    const Scalar = {
        clamp: (value, min = 0, max = 1) => clampTo(value, min, max),
        lerp,
        inverseLerp: (a, b, value) => (a === b ? 0 : clampTo((value - a) / (b - a), 0, 1)),
        sign: Math.sign
    };
    const pair = (x = 0, y = 0) => ({ x, y });
    const Vector2 = { create: pair, Zero: () => pair(), One: () => pair(1, 1) };

    return { Vector2, Vector3, Quaternion, Color3, Color4, Scalar, DEG2RAD, RAD2DEG };
})()
