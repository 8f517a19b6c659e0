// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.common.JogampRuntimeException;
import com.jogamp.nativewindow.NativeWindowException;
import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;
import com.jogamp.opengl.GLAutoDrawable;
import com.jogamp.opengl.GLCapabilities;
import com.jogamp.opengl.GLContext;
import com.jogamp.opengl.GLDrawableFactory;
import com.jogamp.opengl.GLException;
import com.jogamp.opengl.GLProfile;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** An OpenGL 3.3 core context without a window, used by the thread that opened it. */
final class Context implements AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final GLAutoDrawable drawable;

    private Context(GLAutoDrawable drawable) {
        this.drawable = drawable;
    }

    static Context open(DisplayServer server) {
        server.missing()
                .ifPresent(
                        sentence -> {
                            throw new GlUnavailableException(sentence);
                        });
        try {
            return create();
        } catch (NativeWindowException failure) {
            throw new GlUnavailableException(
                    "OpenGL needs a display, and none could be opened" + server.shown() + ".",
                    failure);
        } catch (GLException | JogampRuntimeException failure) {
            throw new GlUnavailableException(
                    "OpenGL 3.3 or newer is missing: update the graphics driver (on Linux, Mesa).",
                    failure);
        } catch (LinkageError failure) {
            throw new GlUnavailableException(
                    "The OpenGL libraries for %s on %s are missing."
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")),
                    failure);
        }
    }

    private static Context create() {
        var profile = GLProfile.get(GLProfile.GL3);
        var capabilities = new GLCapabilities(profile);
        capabilities.setOnscreen(false);
        capabilities.setFBO(true);
        capabilities.setDoubleBuffered(false);
        var factory = GLDrawableFactory.getFactory(profile);
        var drawable = factory.createOffscreenAutoDrawable(null, capabilities, null, 16, 16);
        drawable.display();
        return new Context(drawable);
    }

    /** Does some GL work with this context current, and leaves none current afterwards. */
    <T> T use(Function<GL3, T> work) {
        requireOwner();
        var context =
                Optional.ofNullable(drawable.getContext())
                        .orElseThrow(() -> new GlException("The OpenGL context was lost"));
        try {
            if (context.makeCurrent() == GLContext.CONTEXT_NOT_CURRENT) {
                throw new GlException("The OpenGL context was lost");
            }
            return work.apply(context.getGL().getGL3());
        } catch (GLException | JogampRuntimeException | NativeWindowException failure) {
            throw failed(failure);
        } finally {
            if (context.isCurrent()) {
                context.release();
            }
        }
    }

    /** As {@link #use}, for work without a result. */
    void run(Consumer<GL3> work) {
        use(
                gl -> {
                    work.accept(gl);
                    return gl;
                });
    }

    String description() {
        return use(
                gl -> gl.glGetString(GL.GL_RENDERER) + ", OpenGL " + gl.glGetString(GL.GL_VERSION));
    }

    @Override
    public void close() {
        requireOwner();
        try {
            drawable.destroy();
        } catch (GLException | JogampRuntimeException | NativeWindowException failure) {
            throw failed(failure);
        }
    }

    private static GlException failed(RuntimeException failure) {
        return new GlException("OpenGL failed: " + failure.getMessage(), failure);
    }

    private void requireOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "belongs to " + owner + ", not to " + Thread.currentThread());
        }
    }
}
