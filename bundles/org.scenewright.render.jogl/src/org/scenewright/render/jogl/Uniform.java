// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

/** What a draw call can tell a shader, by its name in GLSL. */
enum Uniform {
    BASE("base"),
    METAL_ROUGH("metalRough"),
    GLOSS("gloss"),
    EMISSIVE("emissive"),
    CUTOFF("cutoff"),
    STRENGTHS("strengths"),
    PLACES("places"),
    TURNS("turns"),
    RAYS("rays"),
    TOP("top"),
    HORIZON("horizon"),
    BOTTOM("bottom"),
    REACH("reach"),
    FADE("fade"),
    SCREEN("screen");

    private final String glsl;

    Uniform(String glsl) {
        this.glsl = glsl;
    }

    String glsl() {
        return glsl;
    }
}
