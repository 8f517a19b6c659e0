// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.common.nio.Buffers;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.render.DrawList;
import org.scenewright.render.Lighting.Lamp;

import java.nio.FloatBuffer;

/** Camera and light of a frame as the uniform block of {@code shaders/frame.glsl}. */
final class FrameBlock implements AutoCloseable {
    static final int MOST_LAMPS = 16;
    private static final int FLOATS = 16 + 6 * 4 + MOST_LAMPS * 12;

    private final GL3 gl;
    private final int[] buffer = new int[1];
    private final FloatBuffer values = Buffers.newDirectFloatBuffer(FLOATS);

    FrameBlock(GL3 gl) {
        this.gl = gl;
        gl.glGenBuffers(1, buffer, 0);
    }

    /**
     * Uploads and binds the block; the picture is turned upside down, as rows are read back bottom
     * first.
     */
    void load(DrawList list) {
        var light = list.lighting();
        values.clear();
        upsideDown(list).get(values);
        values.position(16);
        put(list.view().eye(), 1);
        put(towards(light.sunDirection()), 0);
        put(light.sun(), 0);
        put(light.sky().add(light.ground(), new Vector3f()).mul(0.5f), 0);
        put(light.sky().sub(light.ground(), new Vector3f()).mul(0.5f), 0);
        int lamps = Math.min(light.lamps().size(), MOST_LAMPS);
        values.put(lamps).put(0).put(0).put(0);
        light.lamps().stream().limit(MOST_LAMPS).forEach(this::put);
        values.position(0).limit(FLOATS);
        gl.glBindBufferBase(GL2ES3.GL_UNIFORM_BUFFER, Program.FRAME_BINDING, buffer[0]);
        gl.glBufferData(GL2ES3.GL_UNIFORM_BUFFER, FLOATS * 4L, values, GL2ES3.GL_STREAM_DRAW);
    }

    static Matrix4f upsideDown(DrawList list) {
        return list.view().viewProjection().scaleLocal(1, -1, 1);
    }

    private static Vector3f towards(Vector3fc direction) {
        return direction.lengthSquared() > 0
                ? direction.negate(new Vector3f()).normalize()
                : new Vector3f(0, 1, 0);
    }

    @Override
    public void close() {
        gl.glDeleteBuffers(1, buffer, 0);
    }

    private void put(Lamp lamp) {
        put(lamp.position(), 1 / Math.max(lamp.range() * lamp.range(), 1e-6f));
        boolean spot = lamp.cosOuter() > -1;
        // No direction is outside of a cone of cosine -2, nor in its soft edge: that makes a point
        // light.
        put(lamp.direction(), spot ? lamp.cosOuter() : -2);
        put(lamp.color(), spot ? 1 / Math.max(lamp.cosInner() - lamp.cosOuter(), 1e-3f) : 1);
    }

    private void put(Vector3fc v, float w) {
        values.put(v.x()).put(v.y()).put(v.z()).put(w);
    }
}
