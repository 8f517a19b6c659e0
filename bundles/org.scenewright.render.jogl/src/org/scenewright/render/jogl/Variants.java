// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL3;

import java.util.HashMap;
import java.util.Map;

/** The programs made from one shader file, each compiled when it is first needed. */
final class Variants implements AutoCloseable {
    private final GL3 gl;
    private final String file;
    private final Map<Integer, Program> programs = new HashMap<>();

    Variants(GL3 gl, String file) {
        this.gl = gl;
        this.file = file;
    }

    Program of(int flags) {
        return programs.computeIfAbsent(flags, f -> Program.link(gl, file, Variant.definitions(f)));
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
    }
}
