// SPDX-License-Identifier: EPL-2.0
// The gradient behind everything, on one triangle at the far end of the depth range.
#ifdef VERTEX
uniform vec3 rays[3];  // where the corners of the triangle look
out vec3 ray;

void main() {
    ray = rays[gl_VertexID];
    gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 1.0, 1.0);
}
#endif

#ifdef FRAGMENT
uniform vec3 top;
uniform vec3 horizon;
uniform vec3 bottom;
in vec3 ray;
out vec4 result;

void main() {
    float up = ray.y * inversesqrt(dot(ray, ray));
    float high = 1.0 - clamp(up, 0.0, 1.0);
    float low = clamp(up * -7.0, 0.0, 1.0);
    vec3 c = up > 0.0 ? mix(top, horizon, high * high * high) : mix(horizon, bottom, low * (2.0 - low));
    // Noise of one step of the 256 hides the bands of a slow gradient.
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    result = vec4(c + noise * 0.0086 * sqrt(c), 1.0);
}
#endif
