// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.Accessor;
import de.javagl.jgltf.impl.v2.AccessorSparse;
import de.javagl.jgltf.impl.v2.GlTF;

import java.nio.ByteBuffer;
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
    private long left = MOST_VALUES;

    GltfAccessors(GlTF gltf, GltfBuffers buffers) {
        this.gltf = gltf;
        this.buffers = buffers;
    }

    /**
     * How the elements of an accessor lie in their bytes.
     *
     * @param stride bytes from element to element
     */
    private record Layout(ByteBuffer bytes, int offset, int stride, Numbers type) {
        float get(int element, int component, boolean normalized) {
            int at = offset + element * stride + component * type.size();
            return normalized ? type.normalized(bytes, at) : type.plain(bytes, at);
        }

        int index(int element) {
            return (int) type.whole(bytes, offset + element * stride);
        }
    }

    int components(int index) {
        return components(accessor(index));
    }

    int count(int index) {
        return Gltf.or(accessor(index).getCount(), 0);
    }

    /** All components of all elements, one element after the other. */
    float[] floats(int index) {
        var accessor = accessor(index);
        var values = new float[claim(index, accessor)];
        if (accessor.getBufferView() != null) {
            int offset = Gltf.or(accessor.getByteOffset(), 0);
            var layout = layout(accessor.getBufferView(), offset, values.length, accessor);
            copy(layout, accessor, values);
        } else if (accessor.getSparse() == null) {
            throw new AssetException("accessor " + index + " has no bufferView");
        }
        Gltf.maybe(accessor.getSparse()).ifPresent(sparse -> overlay(sparse, accessor, values));
        return values;
    }

    /** Whole numbers of a scalar accessor, all of which pass a test. */
    int[] indices(int index, IntPredicate test) {
        var accessor = accessor(index);
        boolean whole = Numbers.of(accessor.getComponentType()) != Numbers.FLOAT;
        if (accessor.getBufferView() == null || components(accessor) != 1 || !whole) {
            throw new AssetException("accessor " + index + " holds no indices");
        }
        var values = new int[claim(index, accessor)];
        int offset = Gltf.or(accessor.getByteOffset(), 0);
        var layout = layout(accessor.getBufferView(), offset, values.length, accessor);
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.index(i);
            if (!test.test(values[i])) {
                throw new AssetException(
                        "index " + Integer.toUnsignedString(values[i]) + " points to no vertex");
            }
        }
        return values;
    }

    private Accessor accessor(int index) {
        return Gltf.at(gltf.getAccessors(), index, "accessor");
    }

    /** How many values the accessor has, checked against what is left for this file. */
    private int claim(int index, Accessor accessor) {
        long values = (long) Gltf.or(accessor.getCount(), 0) * components(accessor);
        if (values < 1 || values > left) {
            throw new AssetException("accessor " + index + " has " + values + " values");
        }
        left -= values;
        return (int) values;
    }

    private static int components(Accessor accessor) {
        var components = COMPONENTS.get(String.valueOf(accessor.getType()));
        if (components == null) {
            throw new AssetException("the accessor type " + accessor.getType() + " is unknown");
        }
        return components;
    }

    private Layout layout(int view, int offset, int values, Accessor accessor) {
        return layout(
                view,
                offset,
                accessor.getCount(),
                values / accessor.getCount(),
                Numbers.of(accessor.getComponentType()));
    }

    private Layout layout(int view, int offset, int count, int components, Numbers type) {
        var slice = buffers.view(view);
        int size = components * type.size();
        int stride = slice.stride() == 0 ? size : slice.stride();
        long end = offset + (long) stride * (count - 1) + size;
        if (offset < 0 || stride < size || end > slice.bytes().limit()) {
            throw new AssetException(
                    "an accessor needs %d bytes of bufferView %d, which has %d"
                            .formatted(end, view, slice.bytes().limit()));
        }
        return new Layout(slice.bytes(), offset, stride, type);
    }

    private static void copy(Layout layout, Accessor accessor, float[] values) {
        int components = components(accessor);
        boolean normalized = Gltf.isTrue(accessor.isNormalized());
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.get(i / components, i % components, normalized);
        }
    }

    private void overlay(AccessorSparse sparse, Accessor accessor, float[] values) {
        int components = components(accessor);
        int count = Gltf.or(sparse.getCount(), 0);
        if (count < 0
                || count > accessor.getCount()
                || sparse.getIndices() == null
                || sparse.getValues() == null) {
            throw new AssetException("a sparse accessor is incomplete");
        }
        if (count == 0) {
            return;
        }
        boolean normalized = Gltf.isTrue(accessor.isNormalized());
        var places = places(sparse, count);
        var changed = changed(sparse, accessor, count);
        for (int i = 0; i < count * components; i++) {
            int element = places.index(i / components);
            if (element < 0 || element >= accessor.getCount()) {
                throw new AssetException("a sparse accessor changes an element that is not there");
            }
            values[element * components + i % components] =
                    changed.get(i / components, i % components, normalized);
        }
    }

    private Layout places(AccessorSparse sparse, int count) {
        var indices = sparse.getIndices();
        int offset = Gltf.or(indices.getByteOffset(), 0);
        return layout(
                Gltf.or(indices.getBufferView(), -1),
                offset,
                count,
                1,
                Numbers.of(indices.getComponentType()));
    }

    private Layout changed(AccessorSparse sparse, Accessor accessor, int count) {
        var values = sparse.getValues();
        int offset = Gltf.or(values.getByteOffset(), 0);
        var type = Numbers.of(accessor.getComponentType());
        return layout(
                Gltf.or(values.getBufferView(), -1), offset, count, components(accessor), type);
    }
}
