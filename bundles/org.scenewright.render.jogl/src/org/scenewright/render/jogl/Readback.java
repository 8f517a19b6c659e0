// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.common.nio.Buffers;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings finished pictures into main memory, into two alternating arrays for each of the sizes used
 * last.
 */
final class Readback {
    private static final int SIZES = 4;

    private final GL3 gl;
    private final Map<Long, Arrays> arrays = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Arrays {
        final ByteBuffer transfer;
        byte[] next;
        byte[] other;

        Arrays(int bytes) {
            transfer = Buffers.newDirectByteBuffer(bytes);
            next = new byte[bytes];
            other = new byte[bytes];
        }

        byte[] take() {
            byte[] taken = next;
            next = other;
            other = taken;
            transfer.get(0, taken);
            return taken;
        }
    }

    Readback(GL3 gl) {
        this.gl = gl;
    }

    /** The bytes of the bound target. */
    byte[] read(int width, int height) {
        var pair =
                arrays.computeIfAbsent(
                        (long) width << 32 | height, size -> new Arrays(width * height * 4));
        if (arrays.size() > SIZES) {
            arrays.remove(arrays.keySet().iterator().next());
        }
        gl.glReadPixels(0, 0, width, height, GL.GL_BGRA, GL.GL_UNSIGNED_BYTE, pair.transfer);
        return pair.take();
    }
}
