// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import com.jogamp.opengl.GL3;

import org.scenewright.assets.Texture;

/** Where the pictures of a material lie on its surface, as shaders want to know it. */
final class Places {
    private final GL3 gl;
    private final float[] places = new float[Slot.ALL.length * 4];
    private final float[] turns = new float[Slot.ALL.length * 3];

    Places(GL3 gl) {
        this.gl = gl;
    }

    /** Whether more has to be known of a picture than its scale and offset. */
    static boolean isTurned(Texture texture) {
        return texture.turn() != 0 || texture.set() != 0;
    }

    void put(Slot slot, Texture texture) {
        float sin = (float) Math.sin(texture.turn());
        float cos = (float) Math.cos(texture.turn());
        int at = slot.ordinal() * 4;
        places[at] = cos * texture.scaleU();
        places[at + 1] = cos * texture.scaleV();
        places[at + 2] = texture.offsetU();
        places[at + 3] = texture.offsetV();
        int turn = slot.ordinal() * 3;
        turns[turn] = sin * texture.scaleV();
        turns[turn + 1] = -sin * texture.scaleU();
        turns[turn + 2] = texture.set();
    }

    /** Tells the program that is in use. */
    void load(Program program) {
        gl.glUniform4fv(program.at(Uniform.PLACES), Slot.ALL.length, places, 0);
        gl.glUniform3fv(program.at(Uniform.TURNS), Slot.ALL.length, turns, 0);
    }
}
