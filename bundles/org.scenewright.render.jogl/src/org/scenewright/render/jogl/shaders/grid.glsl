// SPDX-License-Identifier: EPL-2.0
// The ground: a line per metre and a stronger one per parcel of 16 metres, each fading where it gets too fine to be seen.
uniform vec4 reach;  // x half the side of the quad, y metres at which metre lines and z at which parcel lines are gone

#ifdef VERTEX
out vec2 place;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    place = eye.xz + corner * reach.x;
    gl_Position = viewProjection * vec4(place.x, 0.0, place.y, 1.0);
}
#endif

#ifdef FRAGMENT
uniform vec4 metre;
uniform vec4 parcel;
in vec2 place;
out vec4 result;

// How much of the pixel a line covers; gone before lines come closer than three pixels.
float cover(vec2 at, vec2 step, float pixels) {
    vec2 away = abs(fract(at - 0.5) - 0.5) / step;
    vec2 on = clamp(pixels * 0.5 + 0.5 - away, 0.0, 1.0) * clamp(1.45 - step * 4.0, 0.0, 1.0);
    return max(on.x, on.y);
}

void main() {
    vec2 step = fwidth(place);
    float far = length(vec3(place - eye.xz, eye.y));
    float fine = cover(place, step, 1.0) * metre.a * clamp(1.0 - far / reach.y, 0.0, 1.0);
    float strong = cover(place / 16.0, step / 16.0, 1.6) * parcel.a * clamp(1.0 - far / reach.z, 0.0, 1.0);
    float all = max(fine, strong);
    result = vec4(mix(metre.rgb, parcel.rgb, clamp(strong / max(all, 1e-4), 0.0, 1.0)), all);
}
#endif
