// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL3;

import org.scenewright.render.DrawList;

import java.time.Duration;
import java.util.function.Function;

/**
 * A graphics card that turns draw lists into pictures, for any number of viewports.
 *
 * <p>Belongs to the thread that opened it; every method throws {@link IllegalStateException} on
 * another one, and {@link GlException} when the driver fails.
 */
public final class JoglDevice implements AutoCloseable {
    private final Context context;
    private final Painter painter;
    private final String description;

    private JoglDevice(Context context, Painter painter) {
        this.context = context;
        this.painter = painter;
        this.description = context.description();
    }

    /** Opens the graphics card; the first time in a process takes up to two seconds. */
    public static JoglDevice open() throws GlUnavailableException {
        return open(Context.open(DisplayServer.ofThisMachine()), Painter::new);
    }

    static JoglDevice open(Context context, Function<GL3, Painter> painters) {
        try {
            return new JoglDevice(context, context.use(painters));
        } catch (GlException failure) {
            context.close();
            throw new GlUnavailableException(
                    "The graphics driver cannot draw scenes, update it: " + failure.getMessage(),
                    failure);
        }
    }

    /**
     * Sends what a picture needs to the graphics card, as much as goes within one frame.
     *
     * @return whether all is there by now
     */
    public boolean prepare(DrawList list) {
        return context.use(gl -> painter.prepare(list));
    }

    /** Draws at full resolution with so many samples per pixel. */
    public Frame render(DrawList list, int samples) {
        return render(list, new Quality(samples, 1));
    }

    /** Draws a picture of the size that the list's view has. */
    public Frame render(DrawList list, Quality quality) {
        return context.use(gl -> painter.paint(list, quality));
    }

    /**
     * Frees what no picture needed since the last but one call; to be called now and then, say
     * twice a minute.
     */
    public void sweep() {
        context.run(gl -> painter.stock().sweep());
    }

    /** The graphics card and its OpenGL version, for an about box or a log. */
    public String description() {
        return description;
    }

    /**
     * How much meshes and textures load the graphics card.
     *
     * @param bytes that they take by now, smaller versions of textures not counted
     * @param inSight those of them that the last picture shows
     * @param most how many bytes may stay of what no picture of the moment shows
     * @param uploading how long the last picture sent what it needs there
     */
    public record Load(long bytes, long inSight, long most, Duration uploading) {}

    /** How much they load it after the last picture. */
    public Load load() {
        return painter.stock().load();
    }

    /** How many meshes and textures are on the graphics card. */
    int residents() {
        return painter.stock().size();
    }

    /** How much room meshes and textures take on the graphics card. */
    long residentBytes() {
        return painter.stock().bytes();
    }

    /** How many targets of whatever size are kept for the next frames. */
    int targets() {
        return painter.targets().size();
    }

    /** Frees everything on the graphics card. */
    @Override
    public void close() {
        try {
            context.run(gl -> painter.close());
        } finally {
            context.close();
        }
    }
}
