// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Texture;

import java.util.Optional;

/**
 * All meshes and textures that are on the graphics card, shared by all viewports: those that are in
 * the pictures of the moment, and others within a limit.
 */
final class Stock implements AutoCloseable {
    static final long USUAL_BYTES = 384L << 20;

    /** Several viewports draw by turns; what one of them shows is not freed for another. */
    private static final int NOW_FRAMES = 8;

    private static final int LONG_AGO_FRAMES = 1 << 12;

    private final long most;
    private final Uploads uploads = new Uploads();
    private final Residents<Mesh, GpuMesh> meshes;
    private final Residents<Bitmap, GpuTexture> colors;
    private final Residents<Bitmap, GpuTexture> numbers;
    private final Samplers samplers;

    /**
     * @param most bytes to keep of what no picture of the moment shows
     */
    Stock(GL3 gl, Capabilities capabilities, long most) {
        this.most = most;
        int side = capabilities.textureSide();
        meshes = new Residents<>(uploads, mesh -> new GpuMesh(gl, mesh));
        colors =
                new Residents<>(
                        uploads,
                        b -> new GpuTexture(gl, GpuTexture.within(b, side), GL.GL_SRGB8_ALPHA8));
        numbers =
                new Residents<>(
                        uploads, b -> new GpuTexture(gl, GpuTexture.within(b, side), GL.GL_RGBA8));
        samplers = new Samplers(gl, capabilities);
    }

    void beginFrame() {
        uploads.begin();
    }

    /** Tells how long this frame took. */
    void endFrame(long nanos) {
        uploads.drew(nanos);
    }

    /** Whether something that this frame asked for has to wait for another one. */
    boolean incomplete() {
        return uploads.refused();
    }

    Optional<GpuMesh> find(Mesh mesh) {
        return meshes.find(mesh, GpuMesh.bytes(mesh), () -> true);
    }

    Optional<GpuTexture> find(Slot slot, Texture texture) {
        var bitmap = texture.bitmap();
        return (slot.color() ? colors : numbers).find(bitmap, bitmap.size(), bitmap::isAtHand);
    }

    /** Makes a texture that was found in this frame the one that its slot's shader samples. */
    void bind(Slot slot, Texture texture) {
        find(slot, texture).ifPresent(found -> found.bind(slot.ordinal()));
        samplers.bind(slot.ordinal(), texture);
    }

    void sweep() {
        meshes.sweep();
        colors.sweep();
        numbers.sweep();
    }

    /** Frees what was not shown for the longest time where all takes more room than it may. */
    void trim() {
        for (int age = LONG_AGO_FRAMES; age >= NOW_FRAMES && bytes() > most; age /= 2) {
            int frame = uploads.frame() - age;
            meshes.freeBefore(frame);
            colors.freeBefore(frame);
            numbers.freeBefore(frame);
        }
    }

    /** How much room meshes and textures take. */
    long bytes() {
        return meshes.bytes() + colors.bytes() + numbers.bytes();
    }

    JoglDevice.Load load() {
        int now = uploads.frame();
        long inSight = meshes.bytesSince(now) + colors.bytesSince(now) + numbers.bytesSince(now);
        return new JoglDevice.Load(bytes(), inSight, most, uploads.spent());
    }

    /** How many meshes and textures are on the graphics card. */
    int size() {
        return meshes.size() + colors.size() + numbers.size();
    }

    @Override
    public void close() {
        meshes.close();
        colors.close();
        numbers.close();
        samplers.close();
    }
}
