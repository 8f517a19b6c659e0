// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * A picture of a glTF file before it is decoded.
 *
 * @param again reads the same bytes once more
 */
record GltfPicture(byte[] bytes, PixelCache.Encoded again) {

    /** One whose bytes are nowhere but here. */
    GltfPicture(byte[] bytes) {
        this(bytes, () -> bytes);
    }
}
