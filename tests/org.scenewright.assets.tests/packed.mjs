// SPDX-License-Identifier: EPL-2.0
// Made the files in src/org/scenewright/assets/packed with the official encoders, and with the official decoders what they
// should become:  npm install meshoptimizer@1.3.0 gltfpack@1.3.0 draco3dgltf@1.5.7 && node packed.mjs MODELS OUT
// (MODELS is the folder of the sample scene's models). The pictures: cwebp and gif2webp's equal in ImageMagick, see the end.
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';

const require = createRequire(path.join(process.cwd(), 'x.js'));
const load = (file) => import(pathToFileURL(path.join(process.cwd(), 'node_modules', file)));
const { MeshoptEncoder } = await load('meshoptimizer/meshopt_encoder.js');
const { MeshoptDecoder } = await load('meshoptimizer/meshopt_decoder.mjs');
const { MeshoptDecoder: Exact } = await load('meshoptimizer/meshopt_decoder_reference.js');
const draco = require('draco3dgltf');
await MeshoptEncoder.ready;
await MeshoptDecoder.ready;
const [models, out] = process.argv.slice(2);

let state = 42;
const random = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) / (1 << 24);

const table = Array.from({ length: 256 }, (_, i) => {
    for (let k = 0; k < 8; k++) i = i & 1 ? (i >>> 1) ^ 0xedb88320 : i >>> 1;
    return i >>> 0;
});
function crc(bytes) {
    let sum = 0xffffffff;
    for (const b of bytes) sum = table[(sum ^ b) & 255] ^ (sum >>> 8);
    return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
const bytesOf = (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

// ---- meshopt: MODE FILTER COUNT STRIDE CRC BASE64

const lines = [];
function packed(mode, filter, source, count, stride, version) {
    const encoded = MeshoptEncoder.encodeGltfBuffer(source, count, stride, mode, version);
    const decoded = new Uint8Array(count * stride);
    // The fast decoder rounds differently here and there.
    if (filter === 'NONE') MeshoptDecoder.decodeGltfBuffer(decoded, count, stride, encoded, mode);
    else Exact.decodeGltfBuffer(decoded, count, stride, encoded, mode, filter);
    lines.push([mode, filter, count, stride, crc(decoded), Buffer.from(encoded).toString('base64')].join(' '));
}
const kinds = {
    constant: () => 7,
    smooth: (i, k) => (i * (k + 1)) >> 2,
    bits: () => (random() < 0.2 ? 1 : 0),
    random: () => random() * 256,
    mixed: (i, k) => (k % 3 === 0 ? random() * 256 : k % 3 === 1 ? i >> 3 : (i * 37) & 255),
};
for (const version of [0, 1])
    for (const [kind, value] of Object.entries(kinds))
        for (const [count, stride] of [[1, 4], [15, 8], [16, 12], [17, 4], [256, 16], [300, 20], [700, 12], [130, 64]]) {
            const source = new Uint8Array(count * stride);
            for (let i = 0; i < source.length; i++) source[i] = value(Math.floor(i / stride), i % stride);
            if (kind !== 'random' || count < 300) packed('ATTRIBUTES', 'NONE', source, count, stride, version);
        }
{
    // Whole floats and shorts, which version 1 takes apart in its own ways.
    const floats = new Float32Array(600).map((_, i) => Math.sin(i / 20) * 10 + random() / 100);
    packed('ATTRIBUTES', 'NONE', bytesOf(floats), 200, 12, 1);
    const shorts = new Uint16Array(800).map((_, i) => 20000 + i * 150 + random() * 40);
    packed('ATTRIBUTES', 'NONE', bytesOf(shorts), 200, 8, 1);
}
function grid(size) {
    const indices = [];
    for (let y = 0; y + 1 < size; y++)
        for (let x = 0; x + 1 < size; x++) {
            const a = y * size + x;
            indices.push(a, a + 1, a + size, a + size, a + 1, a + size + 1);
        }
    return indices;
}
for (const indices of [grid(2), grid(12), grid(20).map((i) => (random() < 0.1 ? Math.floor(random() * 400) : i))]) {
    packed('TRIANGLES', 'NONE', bytesOf(new Uint32Array(indices)), indices.length, 4);
    packed('TRIANGLES', 'NONE', bytesOf(new Uint16Array(indices)), indices.length, 2);
    packed('INDICES', 'NONE', bytesOf(new Uint32Array(indices)), indices.length, 4);
    packed('INDICES', 'NONE', bytesOf(new Uint16Array(indices)), indices.length, 2);
}
const vectors = (count, unit) => {
    const all = new Float32Array(count * 4);
    for (let i = 0; i < count; i++) {
        const v = [0, 1, 2, 3].map(() => random() * 2 - 1);
        const length = Math.hypot(...(unit === 3 ? v.slice(0, 3) : v));
        for (let k = 0; k < 4; k++) all[i * 4 + k] = unit === 3 && k === 3 ? Math.sign(v[3]) : v[k] / length;
    }
    return all;
};
for (const [stride, bits] of [[4, 8], [8, 12], [8, 16]])
    packed('ATTRIBUTES', 'OCTAHEDRAL', MeshoptEncoder.encodeFilterOct(vectors(100, 3), 100, stride, bits), 100, stride, 0);
for (const bits of [6, 12, 16])
    packed('ATTRIBUTES', 'QUATERNION', MeshoptEncoder.encodeFilterQuat(vectors(100, 4), 100, 8, bits), 100, 8, 0);
for (const bits of [4, 15, 24]) {
    const floats = new Float32Array(300).map(() => (random() - 0.5) * Math.pow(2, random() * 40 - 20));
    packed('ATTRIBUTES', 'EXPONENTIAL', MeshoptEncoder.encodeFilterExp(floats, 100, 12, bits), 100, 12, 0);
}
for (const [stride, bits] of [[4, 8], [4, 5], [8, 12], [8, 16]]) {
    const colors = new Float32Array(400).map(() => random());
    packed('ATTRIBUTES', 'COLOR', MeshoptEncoder.encodeFilterColor(colors, 100, stride, bits), 100, stride, 1);
}
fs.writeFileSync(path.join(out, 'meshopt.txt'), lines.join('\n') + '\n');

// ---- Draco: FACES (ID COMPONENTS SUM)... BASE64; the sum goes over all corners, as points may have another order

const encoderModule = await draco.createEncoderModule({});
const decoderModule = await draco.createDecoderModule({});
const METHODS = ['POSITION', 'NORMAL', 'COLOR', 'TEX_COORD', 'GENERIC'];

// attributes: [{ kind, size, values: typed array }], indices: Uint32Array
function encodeDraco(attributes, indices, method, speed, quantize) {
    const encoder = new encoderModule.Encoder();
    const builder = new encoderModule.MeshBuilder();
    const mesh = new encoderModule.Mesh();
    builder.AddFacesToMesh(mesh, indices.length / 3, indices);
    const ids = attributes.map(({ kind, size, values }) => {
        const add = {
            Float32Array: 'AddFloatAttribute',
            Uint8Array: 'AddUInt8Attribute',
            Int8Array: 'AddInt8Attribute',
            Uint16Array: 'AddUInt16Attribute',
        }[values.constructor.name];
        return builder[add](mesh, encoderModule[kind], values.length / size, size, values);
    });
    encoder.SetSpeedOptions(speed, speed);
    encoder.SetEncodingMethod(encoderModule[method]);
    if (quantize) METHODS.forEach((kind) => encoder.SetAttributeQuantization(encoderModule[kind], kind === 'POSITION' ? 14 : 10));
    const bytes = new encoderModule.DracoInt8Array();
    const length = encoder.EncodeMeshToDracoBuffer(mesh, bytes);
    const encoded = new Uint8Array(length);
    for (let i = 0; i < length; i++) encoded[i] = bytes.GetValue(i);
    return { ids, encoded };
}
function decodeDraco(encoded) {
    const decoder = new decoderModule.Decoder();
    const buffer = new decoderModule.DecoderBuffer();
    buffer.Init(encoded, encoded.length);
    const mesh = new decoderModule.Mesh();
    const status = decoder.DecodeBufferToMesh(buffer, mesh);
    if (!status.ok()) throw new Error(status.error_msg());
    const indices = new Uint32Array(mesh.num_faces() * 3);
    const face = new decoderModule.DracoInt32Array();
    for (let i = 0; i < mesh.num_faces(); i++) {
        decoder.GetFaceFromMesh(mesh, i, face);
        for (let k = 0; k < 3; k++) indices[i * 3 + k] = face.GetValue(k);
    }
    const floats = (id) => {
        const attribute = decoder.GetAttributeByUniqueId(mesh, id);
        const values = new decoderModule.DracoFloat32Array();
        decoder.GetAttributeFloatForAllPoints(mesh, attribute, values);
        return {
            size: attribute.num_components(),
            type: attribute.data_type(),
            values: new Float32Array(values.size()).map((_, i) => values.GetValue(i)),
        };
    };
    return { faces: mesh.num_faces(), points: mesh.num_points(), indices, floats };
}
function sphere(rows, columns) {
    const position = [], normal = [], uv = [], indices = [];
    for (let y = 0; y <= rows; y++)
        for (let x = 0; x <= columns; x++) {
            const a = (y / rows) * Math.PI, b = (x / columns) * 2 * Math.PI;
            const n = [Math.sin(a) * Math.cos(b), Math.cos(a), Math.sin(a) * Math.sin(b)];
            normal.push(...n);
            position.push(...n.map((v) => v * 2 + 1));
            uv.push(x / columns, y / rows);
            if (y < rows && x < columns) {
                const i = y * (columns + 1) + x;
                indices.push(i, i + columns + 1, i + 1, i + 1, i + columns + 1, i + columns + 2);
            }
        }
    const count = position.length / 3;
    return {
        indices: new Uint32Array(indices),
        all: [
            { kind: 'POSITION', size: 3, values: new Float32Array(position) },
            { kind: 'NORMAL', size: 3, values: new Float32Array(normal) },
            { kind: 'TEX_COORD', size: 2, values: new Float32Array(uv) },
            { kind: 'COLOR', size: 4, values: new Uint8Array(count * 4).map((_, i) => (i * 7) & 255) },
            { kind: 'GENERIC', size: 4, values: new Uint16Array(count * 4).map((_, i) => i % 5) },
        ],
    };
}
const streams = [];
for (const [rows, columns] of [[2, 3], [9, 14]])
    for (const method of ['MESH_EDGEBREAKER_ENCODING', 'MESH_SEQUENTIAL_ENCODING'])
        for (const speed of [0, 1, 3, 5, 7, 10]) {
            for (const quantize of rows === 2 ? [true, false] : [true]) {
                const { all, indices } = sphere(rows, columns);
                const { ids, encoded } = encodeDraco(all, indices, method, speed, quantize);
                const decoded = decodeDraco(encoded);
                const parts = ids.map((id) => {
                    const { size, values } = decoded.floats(id);
                    let sum = 0;
                    decoded.indices.forEach((point, i) => {
                        for (let k = 0; k < size; k++) sum += values[point * size + k] * (((i * size + k) * 31) % 97);
                    });
                    return `${id} ${size} ${sum.toFixed(3)}`;
                });
                streams.push([decoded.faces, ...parts,
                    Buffer.from(encoded).toString('base64')].join(' '));
            }
        }
fs.writeFileSync(path.join(out, 'draco.txt'), streams.join('\n') + '\n');

// ---- whole models

for (const [name, ...options] of [['flag', '-cc'], ['flag', '-cz'], ['flag', '-c', '-vpf', '-vtf']])
    execFileSync(process.execPath, ['node_modules/gltfpack/cli.js', '-i', path.join(models, name + '.glb'), '-kn', '-o',
        path.join(out, name + options.join('') + '.glb'), ...options]);

const TYPES = { 5121: Uint8Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array };
const SIZES = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
function dracoModel(file) {
    const glb = fs.readFileSync(file);
    const length = glb.readUInt32LE(12);
    const json = JSON.parse(glb.subarray(20, 20 + length));
    const bin = glb.subarray(20 + length + 8);
    const numbers = (index) => {
        const a = json.accessors[index], v = json.bufferViews[a.bufferView];
        const at = (v.byteOffset || 0) + (a.byteOffset || 0), size = a.count * SIZES[a.type];
        const copy = Uint8Array.from(bin.subarray(at, at + size * TYPES[a.componentType].BYTES_PER_ELEMENT));
        return new TYPES[a.componentType](copy.buffer);
    };
    const chunks = [bin];
    let end = bin.length;
    const freed = new Set();
    const kinds = { POSITION: 'POSITION', NORMAL: 'NORMAL', TEXCOORD_0: 'TEX_COORD', JOINTS_0: 'GENERIC', WEIGHTS_0: 'GENERIC' };
    for (const primitive of json.meshes.flatMap((mesh) => mesh.primitives)) {
        const names = Object.keys(primitive.attributes);
        const attributes = names.map((name) => {
            const accessor = primitive.attributes[name];
            freed.add(accessor);
            return { kind: kinds[name], size: SIZES[json.accessors[accessor].type], values: numbers(accessor) };
        });
        freed.add(primitive.indices);
        const { ids, encoded } = encodeDraco(attributes, Uint32Array.from(numbers(primitive.indices)), 'MESH_EDGEBREAKER_ENCODING', 3, true);
        const decoded = decodeDraco(encoded);
        names.forEach((name) => (json.accessors[primitive.attributes[name]].count = decoded.points));
        json.accessors[primitive.indices].count = decoded.faces * 3;
        json.bufferViews.push({ buffer: 0, byteOffset: end, byteLength: encoded.length });
        primitive.extensions = { KHR_draco_mesh_compression: {
            bufferView: json.bufferViews.length - 1,
            attributes: Object.fromEntries(names.map((name, i) => [name, ids[i]])) } };
        const padded = Buffer.alloc((encoded.length + 3) & ~3);
        padded.set(encoded);
        chunks.push(padded);
        end += padded.length;
    }
    for (const accessor of freed) delete json.accessors[accessor].bufferView;
    json.extensionsUsed = json.extensionsRequired = ['KHR_draco_mesh_compression'];
    // What is left of the old bytes.
    const kept = Buffer.concat(chunks), used = [];
    let size = 0;
    const still = new Set(json.accessors.filter((a) => a.bufferView !== undefined).map((a) => a.bufferView));
    (json.images || []).forEach((i) => still.add(i.bufferView));
    json.meshes.flatMap((m) => m.primitives).forEach((p) => still.add(p.extensions.KHR_draco_mesh_compression.bufferView));
    json.bufferViews.forEach((view, i) => {
        const part = still.has(i) ? kept.subarray(view.byteOffset || 0, (view.byteOffset || 0) + view.byteLength) : kept.subarray(0, 0);
        view.byteOffset = size;
        view.byteLength = Math.max(part.length, 1);
        const padded = Buffer.alloc((Math.max(part.length, 1) + 3) & ~3);
        padded.set(part);
        used.push(padded);
        size += padded.length;
    });
    json.buffers = [{ byteLength: size }];
    let text = Buffer.from(JSON.stringify(json));
    text = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 32)]);
    const head = Buffer.alloc(20), middle = Buffer.alloc(8);
    head.writeUInt32LE(0x46546c67, 0);
    head.writeUInt32LE(2, 4);
    head.writeUInt32LE(28 + text.length + size, 8);
    head.writeUInt32LE(text.length, 12);
    head.writeUInt32LE(0x4e4f534a, 16);
    middle.writeUInt32LE(size, 0);
    middle.writeUInt32LE(0x004e4942, 4);
    return Buffer.concat([head, text, middle, ...used]);
}
fs.writeFileSync(path.join(out, 'flag-draco.glb'), dracoModel(path.join(models, 'flag.glb')));
fs.writeFileSync(path.join(out, 'crate-draco.glb'), dracoModel(path.join(models, 'crate.glb')));

// ---- pictures: the left half red, the right half half-transparent blue (lossy ones are near that only)

const two = ['-size', '16x16', 'xc:#ff0000ff', 'xc:#0000ff80', '+append'];
execFileSync('convert', [...two, '-define', 'webp:lossless=true', '-define', 'webp:exact=true', path.join(out, 'lossless.webp')]);
execFileSync('convert', [...two, '-quality', '90', path.join(out, 'lossy.webp')]);
execFileSync('convert', [...two, '-alpha', 'off', '-quality', '90', path.join(out, 'opaque.webp')]);
