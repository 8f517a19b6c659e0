// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL;
import com.jogamp.opengl.GL3;

import org.scenewright.assets.Mesh;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** The vertices and indices of a mesh on the graphics card. */
final class GpuMesh extends GpuObject {
    private static final System.Logger LOG = System.getLogger(GpuMesh.class.getName());
    private static final int FIRST_ROW = 4;
    private static final int TINT = 7;
    private static final int MORE_UVS = 8;

    private final GL3 gl;
    private final int[] vertexArray = new int[1];
    private final int[] buffers = new int[2];
    private final int indices;
    private final int positions;
    private final boolean hasNormals;
    private final boolean colored;

    GpuMesh(GL3 gl, Mesh mesh) {
        this.gl = gl;
        indices = isSound(mesh) ? mesh.indices().length : 0;
        positions = mesh.positions().length;
        hasNormals = isPerVertex(mesh, mesh.normals(), 3);
        colored = isPerVertex(mesh, mesh.colors(), 4);
        gl.glGenVertexArrays(1, vertexArray, 0);
        gl.glBindVertexArray(vertexArray[0]);
        gl.glGenBuffers(2, buffers, 0);
        gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffers[0]);
        gl.glBufferData(GL.GL_ARRAY_BUFFER, vertexBytes(mesh), null, GL.GL_STATIC_DRAW);
        loadVertices(mesh);
        gl.glBindBuffer(GL.GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
        gl.glBufferData(
                GL.GL_ELEMENT_ARRAY_BUFFER,
                indices * 4L,
                IntBuffer.wrap(mesh.indices()),
                GL.GL_STATIC_DRAW);
        for (int place = FIRST_ROW; place < TINT; place++) {
            gl.glEnableVertexAttribArray(place);
            gl.glVertexAttribDivisor(place, 1);
        }
        gl.glVertexAttribDivisor(TINT, 1);
    }

    static long bytes(Mesh mesh) {
        return vertexBytes(mesh) + mesh.indices().length * 4L;
    }

    /** The value that a vertex has where its mesh says nothing. */
    static void setAbsentAttributes(GL3 gl) {
        gl.glVertexAttrib4f(1, 0, 1, 0, 0);
        gl.glVertexAttrib4f(2, 0, 0, 0, 0);
        gl.glVertexAttrib4f(3, 1, 1, 1, 1);
        gl.glVertexAttrib4f(TINT, 1, 1, 1, 1);
        gl.glVertexAttrib4f(MORE_UVS, 0, 0, 0, 0);
    }

    boolean colored() {
        return colored;
    }

    int triangles() {
        return indices / 3;
    }

    void bind() {
        gl.glBindVertexArray(vertexArray[0]);
    }

    /** Draws instances of the mesh that is bound, while the buffer of their matrices is, too. */
    void draw(Instances.Run run, Instances instances) {
        if (run.form() < 0) {
            draw(run);
        } else {
            shape(run.form());
            draw(run);
            gl.glBindBuffer(GL.GL_ARRAY_BUFFER, buffers[0]);
            shape(0);
            instances.bind();
        }
    }

    /** Takes positions and normals from a place in the bound buffer. */
    private void shape(int offset) {
        gl.glVertexAttribPointer(0, 3, GL.GL_FLOAT, false, 0, offset * 4L);
        if (hasNormals) {
            gl.glVertexAttribPointer(1, 3, GL.GL_FLOAT, false, 0, (offset + positions) * 4L);
        }
    }

    private void draw(Instances.Run run) {
        int stride = run.stride() * 4;
        for (int row = 0; row < 3; row++) {
            gl.glVertexAttribPointer(
                    FIRST_ROW + row, 4, GL.GL_FLOAT, false, stride, run.offset() * 4L + row * 16L);
        }
        if (run.tinted()) {
            gl.glEnableVertexAttribArray(TINT);
            gl.glVertexAttribPointer(TINT, 4, GL.GL_FLOAT, false, stride, run.offset() * 4L + 48);
        } else {
            gl.glDisableVertexAttribArray(TINT);
        }
        gl.glDrawElementsInstanced(GL.GL_TRIANGLES, indices, GL.GL_UNSIGNED_INT, 0, run.count());
    }

    @Override
    boolean free() {
        gl.glDeleteVertexArrays(1, vertexArray, 0);
        gl.glDeleteBuffers(2, buffers, 0);
        return true;
    }

    private void loadVertices(Mesh mesh) {
        long at = load(0, 3, mesh.positions(), 0);
        if (hasNormals) {
            at = load(1, 3, mesh.normals(), at);
        }
        if (isPerVertex(mesh, mesh.uvs(), 2)) {
            at = load(2, 2, mesh.uvs(), at);
        }
        if (isPerVertex(mesh, mesh.moreUvs(), 2)) {
            at = load(MORE_UVS, 2, mesh.moreUvs(), at);
        }
        if (colored) {
            load(3, 4, mesh.colors(), at);
        }
    }

    private long load(int place, int size, float[] values, long at) {
        gl.glBufferSubData(GL.GL_ARRAY_BUFFER, at, values.length * 4L, FloatBuffer.wrap(values));
        gl.glEnableVertexAttribArray(place);
        gl.glVertexAttribPointer(place, size, GL.GL_FLOAT, false, 0, at);
        return at + values.length * 4L;
    }

    private static long vertexBytes(Mesh mesh) {
        return 4L
                * (mesh.positions().length
                        + mesh.normals().length
                        + mesh.uvs().length
                        + mesh.moreUvs().length
                        + mesh.colors().length);
    }

    private static boolean isPerVertex(Mesh mesh, float[] values, int size) {
        return values.length > 0 && values.length / size == mesh.positions().length / 3;
    }

    /** Whether all indices lie within the vertices; drivers may read anything where they do not. */
    private static boolean isSound(Mesh mesh) {
        int vertices = mesh.positions().length / 3;
        for (int index : mesh.indices()) {
            if (index < 0 || index >= vertices) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A mesh of {0} vertices names vertex {1}",
                        vertices,
                        index);
                return false;
            }
        }
        return true;
    }
}
