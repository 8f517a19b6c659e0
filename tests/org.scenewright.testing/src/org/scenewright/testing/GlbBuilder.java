// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes glTF files, whole or deliberately wrong: bytes are appended, entries are plain maps that
 * may say anything. Adding returns the number of the new entry.
 */
public final class GlbBuilder {
    public static final int FLOAT = 5126;
    public static final int UNSIGNED_SHORT = 5123;
    public static final int UNSIGNED_BYTE = 5121;

    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final Map<String, List<Object>> lists = new LinkedHashMap<>();
    private final Map<String, Object> top = new LinkedHashMap<>();

    public GlbBuilder() {
        top.put("asset", ordered("version", "2.0", "generator", "Scenewright fixtures"));
    }

    /** Appends an entry to a top-level list such as {@code nodes}. */
    public int add(String list, Map<String, ?> entry) {
        var entries = lists.computeIfAbsent(list, key -> new ArrayList<>());
        entries.add(new LinkedHashMap<>(entry));
        return entries.size() - 1;
    }

    /** Replaces or adds something at the top, for example {@code extensionsRequired}. */
    public GlbBuilder top(String name, Object value) {
        top.put(name, value);
        return this;
    }

    /** An entry, to be changed. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> entry(String list, int index) {
        return (Map<String, Object>) lists.get(list).get(index);
    }

    /** A bufferView of these bytes, aligned to four. */
    public int view(byte[] bytes) {
        while (binary.size() % 4 != 0) {
            binary.write(0);
        }
        int offset = binary.size();
        binary.writeBytes(bytes);
        return add(
                "bufferViews",
                ordered("buffer", 0, "byteOffset", offset, "byteLength", bytes.length));
    }

    /** An accessor of floats with its bounds, as positions need them. */
    public int floats(String type, float... values) {
        int components = components(type);
        int view = view(bytes(values));
        return add(
                "accessors",
                ordered(
                        "bufferView",
                        view,
                        "componentType",
                        FLOAT,
                        "count",
                        values.length / components,
                        "type",
                        type,
                        "min",
                        extreme(values, components, false),
                        "max",
                        extreme(values, components, true)));
    }

    /** An accessor of unsigned 16-bit numbers. */
    public int shorts(String type, int... values) {
        var bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return accessor(type, UNSIGNED_SHORT, values.length / components(type), bytes.array());
    }

    /** An accessor of unsigned bytes. */
    public int bytes(String type, int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return accessor(type, UNSIGNED_BYTE, values.length / components(type), bytes);
    }

    /** An accessor of whatever these bytes are. */
    public int accessor(String type, int componentType, int count, byte[] bytes) {
        return add(
                "accessors",
                ordered(
                        "bufferView",
                        view(bytes),
                        "componentType",
                        componentType,
                        "count",
                        count,
                        "type",
                        type));
    }

    /** A texture of a picture inside the file. */
    public int texture(byte[] picture, String mimeType) {
        int image = add("images", ordered("bufferView", view(picture), "mimeType", mimeType));
        return add("textures", ordered("source", image));
    }

    /** A mesh of one primitive. */
    public int mesh(Map<String, ?> primitive) {
        return add("meshes", ordered("primitives", List.of(primitive)));
    }

    /** A scene of these nodes. */
    public GlbBuilder scene(Integer... nodes) {
        add("scenes", ordered("nodes", List.of(nodes)));
        return top("scene", 0);
    }

    /** The whole as a binary file. */
    public byte[] glb() {
        var json = padded(json(ordered("byteLength", binary.size())), (byte) ' ');
        var bin = padded(binary.toByteArray(), (byte) 0);
        int size = 12 + 8 + json.length + 8 + bin.length;
        var out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46546C67).putInt(2).putInt(size);
        out.putInt(json.length).putInt(0x4E4F534A).put(json);
        out.putInt(bin.length).putInt(0x004E4942).put(bin);
        return out.array();
    }

    /** The whole as text with its bytes embedded. */
    public byte[] gltf() {
        return gltf(
                "data:application/octet-stream;base64,"
                        + Base64.getEncoder().encodeToString(binary()));
    }

    /** The whole as text, its bytes being in another file. */
    public byte[] gltf(String bufferUri) {
        return json(ordered("uri", bufferUri, "byteLength", binary.size()));
    }

    /** What goes into that other file. */
    public byte[] binary() {
        return binary.toByteArray();
    }

    /** A map that keeps the order of its entries: name, value, name, value. */
    public static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Little-endian floats. */
    public static byte[] bytes(float... values) {
        var bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private byte[] json(Map<String, Object> buffer) {
        var all = new LinkedHashMap<>(top);
        all.putAll(lists);
        if (binary.size() > 0) {
            all.put("buffers", List.of(buffer));
        }
        return JsonWriter.write(all).getBytes(StandardCharsets.UTF_8);
    }

    private static int components(String type) {
        return switch (type) {
            case "SCALAR" -> 1;
            case "VEC2" -> 2;
            case "VEC3" -> 3;
            case "VEC4" -> 4;
            case "MAT4" -> 16;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static List<Float> extreme(float[] values, int components, boolean most) {
        var extreme = new ArrayList<Float>();
        for (int i = 0; i < components; i++) {
            float best = values[i];
            for (int at = i; at < values.length; at += components) {
                best = most ? Math.max(best, values[at]) : Math.min(best, values[at]);
            }
            extreme.add(best);
        }
        return extreme;
    }

    private static byte[] padded(byte[] bytes, byte filler) {
        var padded = Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
        Arrays.fill(padded, bytes.length, padded.length, filler);
        return padded;
    }
}
