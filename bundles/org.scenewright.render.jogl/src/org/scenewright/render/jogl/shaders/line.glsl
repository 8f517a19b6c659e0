// SPDX-License-Identifier: EPL-2.0
// Line segments, each widened on the screen to a strip of so many pixels plus half a pixel of soft edge.
uniform vec4 screen;  // xy half the size in pixels, z half the width in pixels

#ifdef VERTEX
layout(location = 0) in vec3 startPoint;
layout(location = 1) in vec4 startColor;
layout(location = 2) in vec3 endPoint;
layout(location = 3) in vec4 endColor;
out vec4 color;
out vec2 across;  // pixels from the middle times depth, and depth: their quotient runs evenly over the screen

// Moves a clip-space point behind the near plane along the segment onto it.
vec4 clipped(vec4 p, vec4 other) {
    float depth = p.z + p.w;
    float there = other.z + other.w;
    return depth < 0.0 && there > 0.0 ? mix(p, other, depth / (depth - there) + 1e-5) : p;
}

void main() {
    vec4 a = viewProjection * vec4(startPoint, 1.0);
    vec4 b = viewProjection * vec4(endPoint, 1.0);
    vec4 from = clipped(a, b);
    vec4 to = clipped(b, a);
    vec2 way = (to.xy / max(to.w, 1e-6) - from.xy / max(from.w, 1e-6)) * screen.xy;
    vec2 along = dot(way, way) > 1e-12 ? normalize(way) : vec2(1.0, 0.0);
    float side = float(gl_VertexID & 1) * 2.0 - 1.0;
    bool last = gl_VertexID > 1;
    float reach = screen.z + 0.5;
    vec2 offset = vec2(-along.y, along.x) * side * reach;
    vec4 at = last ? to : from;
    gl_Position = vec4(at.xy + offset / screen.xy * at.w, at.zw);
    across = vec2(side * reach, 1.0) * at.w;
    vec4 paint = last ? endColor : startColor;
    color = vec4(fromSrgb(paint.rgb), paint.a);
}
#endif

#ifdef FRAGMENT
in vec4 color;
in vec2 across;
out vec4 result;

void main() {
    result = vec4(color.rgb, color.a * clamp(screen.z + 0.5 - abs(across.x / across.y), 0.0, 1.0));
}
#endif
