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
        String source = definitions(definitions) + read("frame") + read(file);
        int vertex = compile(gl, GL2ES2.GL_VERTEX_SHADER, "#define VERTEX\n" + source);
        int fragment = compile(gl, GL2ES2.GL_FRAGMENT_SHADER, "#define FRAGMENT\n" + source);
        int id = gl.glCreateProgram();
        gl.glAttachShader(id, vertex);
        gl.glAttachShader(id, fragment);
        gl.glLinkProgram(id);
        boolean linked = isLinked(gl, id);
        String log = linked ? "" : shaderLog(gl, vertex) + shaderLog(gl, fragment) + log(gl, id);
        gl.glDeleteShader(vertex);
        gl.glDeleteShader(fragment);
        if (!linked) {
            gl.glDeleteProgram(id);
            throw new GlException(
                    "The shader %s %s does not compile: %s".formatted(file, definitions, log));
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

    /** Compiles a shader; that it failed shows when its program is linked. */
    private static int compile(GL3 gl, int stage, String source) {
        int shader = gl.glCreateShader(stage);
        gl.glShaderSource(shader, 1, new String[] {"#version 330 core\n" + source}, null, 0);
        gl.glCompileShader(shader);
        return shader;
    }

    private static boolean isLinked(GL3 gl, int program) {
        int[] linked = new int[1];
        gl.glGetProgramiv(program, GL2ES2.GL_LINK_STATUS, linked, 0);
        return linked[0] != 0;
    }

    private static String shaderLog(GL3 gl, int shader) {
        byte[] log = new byte[4096];
        int[] length = new int[1];
        gl.glGetShaderInfoLog(shader, log.length, length, 0, log, 0);
        return new String(log, 0, length[0], StandardCharsets.UTF_8);
    }

    private static String log(GL3 gl, int program) {
        byte[] log = new byte[4096];
        int[] length = new int[1];
        gl.glGetProgramInfoLog(program, log.length, length, 0, log, 0);
        return new String(log, 0, length[0], StandardCharsets.UTF_8);
    }
}
