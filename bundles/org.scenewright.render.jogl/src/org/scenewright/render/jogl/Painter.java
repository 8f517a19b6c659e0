// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL2ES3;
import com.jogamp.opengl.GL3;

import org.scenewright.render.DrawList;
import org.scenewright.render.View;

import java.util.List;

/**
 * Draws a frame: opaque surfaces, sky and grid, see-through surfaces, lines; then, at full
 * resolution, the outline of the selection and whatever shows through everything.
 */
final class Painter implements AutoCloseable {
    private final GL3 gl;
    private final Capabilities capabilities;
    private final Tally tally = new Tally();
    private final Stock stock;
    private final Instances instances;
    private final FrameBlock block;
    private final SurfacePass surfaces;
    private final BackdropPass backdrop;
    private final LinePass lines;
    private final OutlinePass outline;
    private final Targets targets;
    private final Readback readback;

    /** The surfaces of a frame, ready to be drawn. */
    private record Cast(
            List<Draw> opaque, List<Draw> blended, List<Draw> outlined, List<Draw> onTop) {}

    Painter(GL3 gl) {
        this(gl, Stock.USUAL_BYTES);
    }

    /**
     * @param mostBytes to keep of meshes and textures that no picture of the moment shows
     */
    Painter(GL3 gl, long mostBytes) {
        this.gl = gl;
        capabilities = Capabilities.of(gl);
        stock = new Stock(gl, capabilities, mostBytes);
        instances = new Instances(gl);
        block = new FrameBlock(gl);
        surfaces = new SurfacePass(gl, stock, instances, tally);
        backdrop = new BackdropPass(gl, tally);
        lines = new LinePass(gl, tally);
        outline = new OutlinePass(gl, stock, instances, tally);
        targets = new Targets(gl);
        readback = new Readback(gl);
        if (capabilities.software()) {
            keepFreedMemory();
        }
        GpuMesh.setAbsentAttributes(gl);
        gl.glEnable(GL3.GL_FRAMEBUFFER_SRGB);
        gl.glBlendFuncSeparate(
                GL.GL_SRC_ALPHA, GL.GL_ONE_MINUS_SRC_ALPHA, GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA);
    }

    /** Whether the graphics card has all that a picture needs, after one frame's share of it. */
    boolean prepare(DrawList list) {
        cast(list);
        stock.trim();
        return !stock.incomplete();
    }

    Frame paint(DrawList list, Quality quality) {
        long start = System.nanoTime();
        requireRoom(list.view());
        tally.clear();
        var cast = cast(list);
        block.load(list);
        lines.load(list.lines(), quality.scale());
        var stage = scene(list, cast, quality);
        overlay(list, cast, stage);
        byte[] bytes = finish(stage);
        targets.trim();
        stock.trim();
        int error = gl.glGetError();
        if (error != GL.GL_NO_ERROR) {
            throw new GlException("The graphics driver reports error 0x%x".formatted(error));
        }
        long nanos = System.nanoTime() - start;
        stock.endFrame(nanos);
        return new Frame(
                stage.width(),
                stage.height(),
                bytes,
                stock.incomplete(),
                tally.drawCalls(),
                tally.triangles(),
                nanos);
    }

    Stock stock() {
        return stock;
    }

    Targets targets() {
        return targets;
    }

    @Override
    public void close() {
        surfaces.close();
        backdrop.close();
        lines.close();
        outline.close();
        targets.close();
        instances.close();
        block.close();
        stock.close();
    }

    /**
     * Frees one large block, after which glibc keeps what Mesa allocates for each frame instead of
     * returning it to the kernel and having it cleared again: up to 5 ms of every frame.
     */
    private void keepFreedMemory() {
        int[] buffer = new int[1];
        gl.glGenBuffers(1, buffer, 0);
        gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffer[0]);
        gl.glBufferData(GL.GL_ARRAY_BUFFER, 30L << 20, null, GL.GL_STATIC_DRAW);
        gl.glDeleteBuffers(1, buffer, 0);
    }

    private void requireRoom(View view) {
        int most = capabilities.pictureSide();
        if (view.width() > most || view.height() > most) {
            throw new GlException(
                    "A picture of %d x %d pixels is too large, the graphics card draws up to %d."
                            .formatted(view.width(), view.height(), most));
        }
    }

    private Cast cast(DrawList list) {
        stock.beginFrame();
        instances.clear();
        var casting = new Casting(stock, instances, list);
        var cast =
                new Cast(
                        casting.nearestFirst(list.opaque()),
                        casting.asGiven(list.blended()),
                        casting.asGiven(list.outlined()),
                        casting.asGiven(list.onTop()));
        instances.upload();
        return cast;
    }

    /** Draws the scene at its own resolution and returns it at full resolution. */
    private Target scene(DrawList list, Cast cast, Quality quality) {
        int samples = Math.min(quality.samples(), capabilities.samples());
        var full = list.view();
        if (quality.scale() == 1) {
            var stage = picture(full.width(), full.height(), samples);
            draw(list, cast, stage);
            return stage;
        }
        int width = Math.max(Math.round(full.width() * quality.scale()), 1);
        int height = Math.max(Math.round(full.height() * quality.scale()), 1);
        var small = picture(width, height, samples);
        draw(list, cast, small);
        var resolved = picture(width, height, 1);
        if (small != resolved) {
            small.copyTo(resolved);
        }
        var stage = picture(full.width(), full.height(), 1);
        resolved.copyTo(stage);
        return stage;
    }

    private void draw(DrawList list, Cast cast, Target target) {
        target.bind();
        gl.glClearBufferfv(GL2ES3.GL_DEPTH, 0, new float[] {1}, 0);
        backdrop.drawSky(list);
        surfaces.draw(cast.opaque, target.samples());
        backdrop.drawGrid(list);
        surfaces.draw(cast.blended, target.samples());
        lines.draw(list.lines(), false, target);
    }

    private void overlay(DrawList list, Cast cast, Target stage) {
        drawOutline(list, cast, stage);
        stage.bind();
        lines.draw(list.lines(), true, stage);
        if (!cast.onTop.isEmpty()) {
            gl.glClearBufferfv(GL2ES3.GL_DEPTH, 0, new float[] {1}, 0);
            surfaces.draw(cast.onTop, stage.samples());
        }
    }

    private void drawOutline(DrawList list, Cast cast, Target stage) {
        int reach = OutlinePass.reach(list.outlinePixels());
        var edge =
                ScreenBox.of(list.outlined(), FrameBlock.upsideDown(list), stage.format())
                        .widened(reach, stage.format());
        if (cast.outlined.isEmpty() || edge.isEmpty()) {
            return;
        }
        var mask = mask(stage, stage.samples());
        var flat = mask(stage, 1);
        // The edge looks at the mask around it, where there may be something of the last frame.
        outline.drawMask(cast.outlined, mask, edge.widened(reach, stage.format()));
        if (mask != flat) {
            mask.copyTo(flat);
        }
        stage.bind();
        outline.drawEdge(flat, edge, list.outlinePixels());
    }

    private byte[] finish(Target stage) {
        var flat = picture(stage.width(), stage.height(), 1);
        if (stage != flat) {
            stage.copyTo(flat);
        }
        flat.bind();
        return readback.read(flat.width(), flat.height());
    }

    private Target picture(int width, int height, int samples) {
        return targets.of(new Target.Format(width, height, samples, false));
    }

    private Target mask(Target stage, int samples) {
        return targets.of(new Target.Format(stage.width(), stage.height(), samples, true));
    }
}
