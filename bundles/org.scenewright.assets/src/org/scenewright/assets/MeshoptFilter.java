// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.nio.ByteBuffer;

/** The ways in which EXT_meshopt_compression rewrites vertices so that they compress better. */
enum MeshoptFilter {
    NONE(0, 0) {
        @Override
        void undo(ByteBuffer bytes, int at, int stride) {}
    },

    /** Directions as points of an octahedron that was folded open. */
    OCTAHEDRAL(4, 8) {
        @Override
        void undo(ByteBuffer bytes, int at, int stride) {
            int size = stride / 4;
            double one = signed(bytes, at + 2 * size, size);
            double x = signed(bytes, at, size) / one;
            double y = signed(bytes, at + size, size) / one;
            double z = 1 - Math.abs(x) - Math.abs(y);
            double fold = Math.max(-z, 0);
            x -= x >= 0 ? fold : -fold;
            y -= y >= 0 ? fold : -fold;
            double scale = (mask(size) >> 1) / Math.sqrt(x * x + y * y + z * z);
            put(bytes, at, size, x * scale);
            put(bytes, at + size, size, y * scale);
            put(bytes, at + 2 * size, size, z * scale);
        }
    },

    /** Rotations without their largest number. */
    QUATERNION(8, 8) {
        @Override
        void undo(ByteBuffer bytes, int at, int stride) {
            int rest = bytes.getShort(at + 6);
            double scale = Math.sqrt(0.5) / (rest | 3);
            double[] parts = new double[3];
            double sum = 1;
            for (int i = 0; i < 3; i++) {
                parts[i] = bytes.getShort(at + i * 2) * scale;
                sum -= parts[i] * parts[i];
            }
            for (int i = 0; i < 3; i++) {
                put(bytes, at + ((rest & 3) + 1 + i) % 4 * 2, 2, parts[i] * 32767);
            }
            put(bytes, at + (rest & 3) * 2, 2, Math.sqrt(Math.max(0, sum)) * 32767);
        }
    },

    /** Floats as 24 bits and a power of two. */
    EXPONENTIAL(4, 256) {
        @Override
        void undo(ByteBuffer bytes, int at, int stride) {
            for (int i = at; i < at + stride; i += 4) {
                int value = bytes.getInt(i);
                bytes.putFloat(i, Math.scalb((float) (value << 8 >> 8), value >> 24));
            }
        }
    },

    /** Colours as brightness and two differences. */
    COLOR(4, 8) {
        @Override
        void undo(ByteBuffer bytes, int at, int stride) {
            int size = stride / 4;
            double bright = signed(bytes, at, size) & mask(size);
            double orange = signed(bytes, at + size, size);
            double green = signed(bytes, at + 2 * size, size);
            int opacity = signed(bytes, at + 3 * size, size) & mask(size);
            // The highest bit of opacity says how many bits all four have.
            int range = opacity == 0 ? 1 : Integer.highestOneBit(opacity) * 2 - 1;
            int alpha = opacity & range >> 1;
            double scale = (double) mask(size) / range;
            put(bytes, at, size, (bright + orange - green) * scale);
            put(bytes, at + size, size, (bright + green) * scale);
            put(bytes, at + 2 * size, size, (bright - orange - green) * scale);
            put(bytes, at + 3 * size, size, (alpha << 1 | alpha & 1) * scale);
        }
    };

    private final int least;
    private final int most;

    /**
     * @param least the smallest stride in bytes that it knows
     * @param most the largest one
     */
    MeshoptFilter(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static MeshoptFilter of(String name) {
        for (var filter : values()) {
            if (filter.name().equals(name)) {
                return filter;
            }
        }
        throw new AssetException("its filter " + name + " is unknown");
    }

    /** Undoes it for one element. */
    abstract void undo(ByteBuffer bytes, int at, int stride);

    /** Undoes it for all elements, in place. */
    void apply(ByteBuffer bytes, int stride) {
        if (this == NONE) {
            return;
        }
        boolean isAny = this == EXPONENTIAL && stride % 4 == 0;
        if (!isAny && stride != least && stride != most) {
            throw new AssetException("%s is not for %d bytes".formatted(name(), stride));
        }
        for (int at = 0; at < bytes.limit(); at += stride) {
            undo(bytes, at, stride);
        }
    }

    private static int mask(int size) {
        return (1 << size * 8) - 1;
    }

    private static int signed(ByteBuffer bytes, int at, int size) {
        return size == 1 ? bytes.get(at) : bytes.getShort(at);
    }

    private static void put(ByteBuffer bytes, int at, int size, double value) {
        int whole = (int) Math.round(value);
        if (size == 1) {
            bytes.put(at, (byte) whole);
        } else {
            bytes.putShort(at, (short) whole);
        }
    }
}
