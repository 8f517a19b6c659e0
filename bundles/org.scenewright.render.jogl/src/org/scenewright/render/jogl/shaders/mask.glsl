// SPDX-License-Identifier: EPL-2.0
// Where the selection is. Variants: MASK, whose holes are left out, and TURNED as in surface.glsl.
#ifdef VERTEX
layout(location = 0) in vec3 position;
layout(location = 2) in vec2 texel;
layout(location = 4) in vec4 row0;
layout(location = 5) in vec4 row1;
layout(location = 6) in vec4 row2;
layout(location = 8) in vec2 texel2;
#ifdef MASK
#ifdef TURNED
out vec4 uv;
#else
out vec2 uv;
#endif
#endif

void main() {
    vec4 p = vec4(position, 1.0);
    gl_Position = viewProjection * vec4(dot(row0, p), dot(row1, p), dot(row2, p), 1.0);
#ifdef TURNED
    uv = vec4(texel, texel2);
#elif defined(MASK)
    uv = texel;
#endif
}
#endif

#ifdef FRAGMENT
#ifdef MASK
uniform vec4 base;
uniform vec2 cutoff;
uniform vec4 places[5];
uniform sampler2D baseMap;
#ifdef TURNED
uniform vec3 turns[5];
in vec4 uv;

vec2 at(int slot) {
    vec2 from = turns[slot].z > 0.5 ? uv.zw : uv.xy;
    return from * places[slot].xy + from.yx * turns[slot].xy + places[slot].zw;
}
#else
in vec2 uv;

vec2 at(int slot) {
    return uv * places[slot].xy + places[slot].zw;
}
#endif
#endif
out vec4 result;

void main() {
#ifdef MASK
    if (texture(baseMap, at(0)).a * base.a < cutoff.x) {
        discard;
    }
#endif
    result = vec4(1.0);
}
#endif
