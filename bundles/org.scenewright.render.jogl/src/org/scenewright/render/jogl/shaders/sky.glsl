// SPDX-License-Identifier: EPL-2.0
// The gradient behind everything, on a mesh over the whole screen: the colour is found at its corners only.
#ifdef VERTEX
uniform vec3 rays[3];  // where the lower left, the lower right and the upper left corner of the screen look
uniform vec3 top;
uniform vec3 horizon;
uniform vec3 bottom;
uniform vec4 reach;  // xy the columns and rows of the mesh
out vec3 color;

void main() {
    int cell = gl_VertexID / 6;
    int corner = gl_VertexID % 6;
    ivec2 step = ivec2(corner == 1 || corner == 2 || corner == 4 ? 1 : 0, corner == 2 || corner > 3 ? 1 : 0);
    int columns = int(reach.x);
    vec2 at = vec2(ivec2(cell % columns, cell / columns) + step) / reach.xy;
    vec3 ray = rays[0] + (rays[1] - rays[0]) * at.x + (rays[2] - rays[0]) * at.y;
    float up = ray.y * inversesqrt(dot(ray, ray));
    float high = 1.0 - clamp(up, 0.0, 1.0);
    float low = clamp(up * -7.0, 0.0, 1.0);
    color = up > 0.0 ? mix(top, horizon, high * high * high) : mix(horizon, bottom, low * (2.0 - low));
    gl_Position = vec4(at * 2.0 - 1.0, 0.0, 1.0);
}
#endif

#ifdef FRAGMENT
uniform vec4 base;  // x how much darker or brighter a pixel may be
in vec3 color;
out vec4 result;

void main() {
    // Noise of one step of the 256 hides the bands of a slow gradient; these numbers spread it evenly over the plane.
    float noise = fract(dot(gl_FragCoord.xy, vec2(0.75487766, 0.56984029)));
    result = vec4(color + (noise - 0.5) * base.x, 1.0);
}
#endif
