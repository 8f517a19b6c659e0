// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Accessor;
import de.javagl.jgltf.impl.v2.AccessorSparse;
import de.javagl.jgltf.impl.v2.GlTF;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Numbers out of the buffers of a glTF file: any component type, normalized or not, sparse or not;
 * nothing is allocated before it is known to be there. One thread.
 */
final class GltfAccessors {
    private static final Map<String, Integer> COMPONENTS =
            Map.of("SCALAR", 1, "VEC2", 2, "VEC3", 3, "VEC4", 4, "MAT2", 4, "MAT3", 9, "MAT4", 16);

    /** All accessors together; the largest file we read, all of it two-byte numbers, has more. */
    private static final long MOST_VALUES = 32_000_000;

    private final GlTF gltf;
    private final GltfBuffers buffers;
    private final Map<Integer, float[]> given = new HashMap<>();
    private final Map<Integer, int[]> givenIndices = new HashMap<>();
    private long left = MOST_VALUES;

    /** What an accessor says that its bytes are. */
    private record Elements(int count, int components, Numbers type, boolean normalized) {
        static Elements of(Accessor accessor) {
            return new Elements(
                    Gltf.or(accessor.getCount(), 0),
                    GltfAccessors.components(accessor),
                    Numbers.of(accessor.getComponentType()),
                    Gltf.isTrue(accessor.isNormalized()));
        }

        Elements some(int fewer) {
            return new Elements(fewer, components, type, normalized);
        }

        int size() {
            return components * type.size();
        }

        int values() {
            return count * components;
        }
    }

    /**
     * Where elements lie.
     *
     * @param stride bytes from element to element
     */
    private record Layout(Elements elements, ByteBuffer bytes, int offset, int stride) {
        float value(int index) {
            var type = elements.type;
            int component = index % elements.components;
            int at = offset + index / elements.components * stride + component * type.size();
            return elements.normalized ? type.normalized(bytes, at) : type.plain(bytes, at);
        }

        int index(int element) {
            return (int) elements.type.whole(bytes, offset + element * stride);
        }
    }

    GltfAccessors(GlTF gltf, GltfBuffers buffers) {
        this.gltf = gltf;
        this.buffers = buffers;
    }

    int components(int index) {
        return components(accessor(index));
    }

    /** How many elements an accessor promises. */
    int count(int index) {
        return Gltf.or(accessor(index).getCount(), 0);
    }

    /** Takes numbers in place of those that the accessor locates, not yet normalized. */
    void put(int index, float[] values) {
        var elements = Elements.of(accessor(index));
        checkCount(index, elements.count, values.length / elements.components);
        if (elements.normalized) {
            for (int i = 0; i < values.length; i++) {
                values[i] = elements.type.normalized(values[i]);
            }
        }
        given.put(index, values);
    }

    /** Takes indices in place of those that the accessor locates. */
    void putIndices(int index, int[] indices) {
        checkCount(index, count(index), indices.length);
        givenIndices.put(index, indices);
    }

    private static void checkCount(int index, int promised, int found) {
        if (promised != found) {
            throw new AssetException(
                    "accessor %d promises %d elements, but %d are compressed"
                            .formatted(index, promised, found));
        }
    }

    /** All components of all elements, one element after the other. */
    float[] floats(int index) {
        var accessor = accessor(index);
        var elements = claim(index, Elements.of(accessor));
        float[] values;
        if (given.containsKey(index)) {
            values = given.get(index).clone();
        } else if (accessor.getBufferView() != null) {
            values = copy(locate(accessor.getBufferView(), accessor.getByteOffset(), elements));
        } else if (accessor.getSparse() != null) {
            values = new float[elements.values()];
        } else {
            throw new AssetException("accessor " + index + " has no bufferView");
        }
        Gltf.maybe(accessor.getSparse()).ifPresent(sparse -> overlay(sparse, elements, values));
        return values;
    }

    /** Whole numbers of a scalar accessor, all of which pass a test. */
    int[] indices(int index, IntPredicate test) {
        var accessor = accessor(index);
        var elements = claim(index, Elements.of(accessor));
        if (elements.components != 1 || elements.type == Numbers.FLOAT) {
            throw new AssetException("accessor " + index + " holds no indices");
        }
        var known = givenIndices.get(index);
        if (known != null) {
            // Other vertices may be meant than those that they were compressed with.
            for (int each : known) {
                checked(each, test);
            }
            return known;
        }
        var layout = locate(accessor.getBufferView(), accessor.getByteOffset(), elements);
        var indices = new int[elements.count];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = checked(layout.index(i), test);
        }
        return indices;
    }

    private static int checked(int index, IntPredicate test) {
        if (!test.test(index)) {
            throw new AssetException(
                    "index " + Integer.toUnsignedString(index) + " points to nothing");
        }
        return index;
    }

    private Accessor accessor(int index) {
        return Gltf.at(gltf.getAccessors(), index, "accessor");
    }

    private static int components(Accessor accessor) {
        var components = COMPONENTS.get(String.valueOf(accessor.getType()));
        if (components == null) {
            throw new AssetException("an accessor has no type that is known");
        }
        return components;
    }

    /** Refuses more values than are left for this file. */
    private Elements claim(int index, Elements elements) {
        long values = (long) elements.count * elements.components;
        if (values < 1 || values > left) {
            throw new AssetException("accessor " + index + " has " + values + " values");
        }
        left -= values;
        return elements;
    }

    private Layout locate(@Nullable Integer view, @Nullable Integer byteOffset, Elements elements) {
        var slice = buffers.view(Gltf.or(view, -1));
        int offset = Gltf.or(byteOffset, 0);
        int stride = slice.stride() == 0 ? elements.size() : slice.stride();
        long end = offset + (long) stride * (elements.count - 1) + elements.size();
        if (offset < 0 || stride < elements.size() || end > slice.bytes().limit()) {
            throw new AssetException(
                    "an accessor needs %d bytes of bufferView %d, which has %d"
                            .formatted(end, view, slice.bytes().limit()));
        }
        return new Layout(elements, slice.bytes(), offset, stride);
    }

    private static float[] copy(Layout layout) {
        var values = new float[layout.elements.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.value(i);
        }
        return values;
    }

    /** A sparse accessor names the elements that differ from its base, which may be all zeros. */
    private void overlay(AccessorSparse sparse, Elements elements, float[] values) {
        int count = Gltf.or(sparse.getCount(), 0);
        if (count < 1 || count > elements.count) {
            throw new AssetException("a sparse accessor changes " + count + " elements");
        }
        var places = places(sparse, count);
        var changed = changed(sparse, elements.some(count));
        for (int i = 0; i < count * elements.components; i++) {
            int element =
                    checked(
                            places.index(i / elements.components),
                            place -> place >= 0 && place < elements.count);
            values[element * elements.components + i % elements.components] = changed.value(i);
        }
    }

    private Layout places(AccessorSparse sparse, int count) {
        var indices = Gltf.maybe(sparse.getIndices()).orElseThrow(GltfAccessors::incomplete);
        var elements = new Elements(count, 1, Numbers.of(indices.getComponentType()), false);
        return locate(indices.getBufferView(), indices.getByteOffset(), elements);
    }

    private Layout changed(AccessorSparse sparse, Elements elements) {
        var values = Gltf.maybe(sparse.getValues()).orElseThrow(GltfAccessors::incomplete);
        return locate(values.getBufferView(), values.getByteOffset(), elements);
    }

    private static AssetException incomplete() {
        return new AssetException("a sparse accessor is incomplete");
    }
}
