// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading of JglTF's plain objects, in which everything absent is null. */
final class Gltf {
    private Gltf() {}

    /** All entries; glTF allows null nowhere, and so do we. */
    static <T> List<T> all(@Nullable List<T> list) {
        if (list != null && list.contains(null)) {
            throw new AssetException("a list in its JSON holds null");
        }
        return list == null ? List.of() : list;
    }

    static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    static float or(@Nullable Float value, float otherwise) {
        return value == null ? otherwise : value;
    }

    static boolean isTrue(@Nullable Boolean value) {
        return value != null && value;
    }

    static Optional<Integer> index(@Nullable Integer value) {
        return value == null ? Optional.empty() : Optional.of(value);
    }

    static <T> Optional<T> maybe(@Nullable T value) {
        return value == null ? Optional.empty() : Optional.of(value);
    }

    /**
     * As many numbers as {@code otherwise} has, or that where they are absent or of another count.
     */
    static float[] numbers(float @Nullable [] values, float... otherwise) {
        return values == null || values.length != otherwise.length ? otherwise : values;
    }

    /** One entry of a top-level list. */
    static <T> T at(@Nullable List<T> list, int index, String what) {
        if (list == null || index < 0 || index >= list.size() || list.get(index) == null) {
            throw new AssetException("there is no " + what + " " + index);
        }
        return list.get(index);
    }

    /** The object of an extension, empty where that is absent or no object. */
    static Optional<Map<?, ?>> extension(@Nullable Map<String, Object> extensions, String name) {
        return extensions != null && extensions.get(name) instanceof Map<?, ?> found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** A number inside an extension. */
    static float number(Map<?, ?> extension, String name, float otherwise) {
        return extension.get(name) instanceof Number found ? found.floatValue() : otherwise;
    }

    /** A whole number inside an extension. */
    static int whole(Map<?, ?> extension, String name, int otherwise) {
        return extension.get(name) instanceof Integer found ? found : otherwise;
    }

    /** Numbers inside an extension. */
    static float[] numbers(Map<?, ?> extension, String name, float... otherwise) {
        if (!(extension.get(name) instanceof List<?> found) || found.size() != otherwise.length) {
            return otherwise;
        }
        var numbers = new float[otherwise.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = found.get(i) instanceof Number number ? number.floatValue() : otherwise[i];
        }
        return numbers;
    }
}
