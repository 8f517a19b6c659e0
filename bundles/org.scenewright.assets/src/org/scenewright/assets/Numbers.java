// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/** The component types of glTF. */
enum Numbers {
    BYTE(5120, 1, 127),
    UNSIGNED_BYTE(5121, 1, 255),
    SHORT(5122, 2, 32767),
    UNSIGNED_SHORT(5123, 2, 65535),
    UNSIGNED_INT(5125, 4, 4294967295f),
    FLOAT(5126, 4, 1);

    private final int code;
    private final int size;
    private final float most;

    Numbers(int code, int size, float most) {
        this.code = code;
        this.size = size;
        this.most = most;
    }

    static Numbers of(@Nullable Integer code) {
        for (var type : values()) {
            if (code != null && type.code == code) {
                return type;
            }
        }
        throw new AssetException("the component type " + code + " is unknown");
    }

    /** In bytes. */
    int size() {
        return size;
    }

    float plain(ByteBuffer bytes, int at) {
        return this == FLOAT ? bytes.getFloat(at) : whole(bytes, at);
    }

    /** From -1 or 0 to 1, as glTF spreads whole numbers. */
    float normalized(ByteBuffer bytes, int at) {
        return normalized(plain(bytes, at));
    }

    /** The same of a number that was read already. */
    float normalized(float plain) {
        return this == FLOAT ? plain : Math.max(-1, plain / most);
    }

    long whole(ByteBuffer bytes, int at) {
        return switch (this) {
            case BYTE -> bytes.get(at);
            case UNSIGNED_BYTE -> bytes.get(at) & 0xFF;
            case SHORT -> bytes.getShort(at);
            case UNSIGNED_SHORT -> bytes.getShort(at) & 0xFFFF;
            case UNSIGNED_INT -> bytes.getInt(at) & 0xFFFFFFFFL;
            case FLOAT -> (long) bytes.getFloat(at);
        };
    }
}
