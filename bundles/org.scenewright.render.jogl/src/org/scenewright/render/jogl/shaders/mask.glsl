// SPDX-License-Identifier: EPL-2.0
// Where the selection is. Variant: MASK, whose holes are left out.
#ifdef VERTEX
layout(location = 0) in vec3 position;
layout(location = 2) in vec2 texel;
layout(location = 4) in vec4 row0;
layout(location = 5) in vec4 row1;
layout(location = 6) in vec4 row2;
#ifdef MASK
out vec2 uv;
#endif

void main() {
    vec4 p = vec4(position, 1.0);
    gl_Position = viewProjection * vec4(dot(row0, p), dot(row1, p), dot(row2, p), 1.0);
#ifdef MASK
    uv = texel;
#endif
}
#endif

#ifdef FRAGMENT
#ifdef MASK
uniform vec4 base;
uniform vec2 cutoff;
uniform vec4 baseUv;
uniform sampler2D baseMap;
in vec2 uv;
#endif
out vec4 result;

void main() {
#ifdef MASK
    if (texture(baseMap, uv * baseUv.xy + baseUv.zw).a * base.a < cutoff.x) {
        discard;
    }
#endif
    result = vec4(1.0);
}
#endif
