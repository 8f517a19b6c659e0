// SPDX-License-Identifier: EPL-2.0
// A soft edge around whatever the mask covers.
#ifdef VERTEX
void main() {
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
uniform sampler2D baseMap;
uniform vec4 base;
uniform vec4 reach;  // x half the width in pixels
out vec4 result;

float at(vec2 pixel) {
    return texture(baseMap, pixel / vec2(textureSize(baseMap, 0))).r;
}

// Each of the eight samples lies between four pixels and so averages them: where r is 1, a ring of 24 pixels.
float ring(vec2 p, float r) {
    float far = 1.5 * r, side = 0.5 * r;
    return at(p + vec2(far, side)) + at(p + vec2(far, -side)) + at(p + vec2(-far, side)) + at(p + vec2(-far, -side))
        + at(p + vec2(side, far)) + at(p + vec2(-side, far)) + at(p + vec2(side, -far)) + at(p + vec2(-side, -far));
}

void main() {
    vec2 p = gl_FragCoord.xy;
    float rings = 0.0;
    for (float r = reach.x; r > 0.25; r -= 1.0) {
        rings += ring(p, r);
    }
    float near = smoothstep(0.0, 2.6, rings);
    result = vec4(base.rgb, base.a * near * (1.0 - at(p)));
}
#endif
