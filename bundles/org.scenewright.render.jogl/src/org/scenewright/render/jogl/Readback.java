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
    private final Map<Size, Pair> pairs = new LinkedHashMap<>(16, 0.75f, true);
    private ByteBuffer transfer = Buffers.newDirectByteBuffer(0);

    private record Size(int width, int height) {
        int bytes() {
            return width * height * 4;
        }
    }

    private static final class Pair {
        private byte[] next;
        private byte[] other;

        Pair(int bytes) {
            next = new byte[bytes];
            other = new byte[bytes];
        }

        byte[] take() {
            byte[] taken = next;
            next = other;
            other = taken;
            return taken;
        }
    }

    Readback(GL3 gl) {
        this.gl = gl;
    }

    /** The bytes of the bound target, blue, green, red and alpha. */
    byte[] read(int width, int height) {
        var size = new Size(width, height);
        byte[] to = pairs.computeIfAbsent(size, wanted -> new Pair(wanted.bytes())).take();
        if (pairs.size() > SIZES) {
            pairs.remove(pairs.keySet().iterator().next());
        }
        if (transfer.capacity() < to.length) {
            transfer = Buffers.newDirectByteBuffer(to.length);
        }
        gl.glReadPixels(0, 0, width, height, GL.GL_BGRA, GL.GL_UNSIGNED_BYTE, transfer.clear());
        transfer.get(0, to);
        return to;
    }
}
