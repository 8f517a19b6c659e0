// SPDX-License-Identifier: EPL-2.0
// A soft edge, two pixels wide, around whatever the mask covers.
#ifdef VERTEX
void main() {
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
uniform sampler2D baseMap;
uniform vec4 base;
out vec4 result;

float at(vec2 pixel) {
    return texture(baseMap, pixel / vec2(textureSize(baseMap, 0))).r;
}

void main() {
    vec2 p = gl_FragCoord.xy;
    // Each of the eight samples lies between four pixels and so averages them: a ring of 24 pixels.
    float ring = at(p + vec2(1.5, 0.5)) + at(p + vec2(1.5, -0.5)) + at(p + vec2(-1.5, 0.5)) + at(p + vec2(-1.5, -0.5))
        + at(p + vec2(0.5, 1.5)) + at(p + vec2(-0.5, 1.5)) + at(p + vec2(0.5, -1.5)) + at(p + vec2(-0.5, -1.5));
    float near = smoothstep(0.0, 2.6, ring);
    result = vec4(base.rgb, base.a * near * (1.0 - at(p)));
}
#endif
