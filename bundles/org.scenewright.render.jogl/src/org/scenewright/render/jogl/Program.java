// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL2ES2;
import com.jogamp.opengl.GL3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A linked pair of shaders, compiled from one file of {@code shaders/} with definitions. */
final class Program implements AutoCloseable {
    static final int FRAME_BINDING = 0;

    private final GL3 gl;
    private final int id;
    private final int[] places = new int[Uniform.values().length];

    private Program(GL3 gl, int id) {
        this.gl = gl;
        this.id = id;
        for (var uniform : Uniform.values()) {
            places[uniform.ordinal()] = gl.glGetUniformLocation(id, uniform.glsl());
        }
    }

    static Program link(GL3 gl, String file, List<String> definitions) {
        int id = gl.glCreateProgram();
        String source = definitions(definitions) + read("frame") + read(file);
        int vertex =
                compile(
                        gl,
                        GL2ES2.GL_VERTEX_SHADER,
                        "#version 330 core\n#define VERTEX\n" + source);
        int fragment =
                compile(
                        gl,
                        GL2ES2.GL_FRAGMENT_SHADER,
                        "#version 330 core\n#define FRAGMENT\n" + source);
        gl.glAttachShader(id, vertex);
        gl.glAttachShader(id, fragment);
        gl.glLinkProgram(id);
        gl.glDeleteShader(vertex);
        gl.glDeleteShader(fragment);
        int[] linked = new int[1];
        gl.glGetProgramiv(id, GL2ES2.GL_LINK_STATUS, linked, 0);
        if (linked[0] == 0) {
            throw new GlException(
                    "%s %s does not link: %s".formatted(file, definitions, programLog(gl, id)));
        }
        bind(gl, id);
        return new Program(gl, id);
    }

    void use() {
        gl.glUseProgram(id);
    }

    /** The location of a uniform, or -1, which OpenGL ignores, where this variant has none. */
    int at(Uniform uniform) {
        return places[uniform.ordinal()];
    }

    @Override
    public void close() {
        gl.glDeleteProgram(id);
    }

    private static void bind(GL3 gl, int id) {
        int block = gl.glGetUniformBlockIndex(id, "FrameBlock");
        if (block >= 0) {
            gl.glUniformBlockBinding(id, block, FRAME_BINDING);
        }
        gl.glUseProgram(id);
        for (var slot : Slot.ALL) {
            gl.glUniform1i(gl.glGetUniformLocation(id, slot.sampler()), slot.ordinal());
        }
    }

    private static String definitions(List<String> names) {
        var text = new StringBuilder();
        names.forEach(name -> text.append("#define ").append(name).append('\n'));
        return text.toString();
    }

    private static String read(String file) {
        try (var in = Program.class.getResourceAsStream("shaders/" + file + ".glsl")) {
            if (in == null) {
                throw new GlException("The shader " + file + " is missing from the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int compile(GL3 gl, int stage, String source) {
        int shader = gl.glCreateShader(stage);
        gl.glShaderSource(shader, 1, new String[] {source}, null, 0);
        gl.glCompileShader(shader);
        int[] compiled = new int[1];
        gl.glGetShaderiv(shader, GL2ES2.GL_COMPILE_STATUS, compiled, 0);
        if (compiled[0] == 0) {
            throw new GlException("A shader does not compile: " + shaderLog(gl, shader));
        }
        return shader;
    }

    private static String shaderLog(GL3 gl, int shader) {
        byte[] log = new byte[4096];
        int[] length = new int[1];
        gl.glGetShaderInfoLog(shader, log.length, length, 0, log, 0);
        return new String(log, 0, length[0], StandardCharsets.UTF_8);
    }

    private static String programLog(GL3 gl, int program) {
        byte[] log = new byte[4096];
        int[] length = new int[1];
        gl.glGetProgramInfoLog(program, log.length, length, 0, log, 0);
        return new String(log, 0, length[0], StandardCharsets.UTF_8);
    }
}
