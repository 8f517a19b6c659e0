// SPDX-License-Identifier: EPL-2.0
// The ground: a line per metre and a stronger one per parcel of 16 metres, each fading where it gets too fine to be seen.
#ifdef VERTEX
uniform vec4 reach;  // x half the side of the quad
out vec2 place;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    place = eye.xz + corner * reach.x;
    gl_Position = viewProjection * vec4(place.x, 0.0, place.y, 1.0);
}
#endif

#ifdef FRAGMENT
uniform vec4 base;  // rgb the colour of the lines, a how strong those between parcels' are
uniform vec4 fade;  // metres at which x metre lines and y parcel lines are gone, and z, w how soon before
in vec2 place;
out vec4 result;

// How much of the pixel a line every metre covers, given how many pixels a metre has along each axis; nothing where lines
// come closer than three pixels.
float cover(vec2 at, vec2 pixels, float width) {
    vec2 on = clamp(width - abs(fract(at - 0.5) - 0.5) * pixels, 0.0, 1.0) * clamp(pixels * 0.25 - 0.6, 0.0, 1.0);
    return max(on.x, on.y);
}

void main() {
    vec2 pixels = 1.0 / fwidth(place);
    vec2 left = clamp((fade.xy * gl_FragCoord.w - 1.0) * fade.zw, 0.0, 1.0);
    float fine = cover(place, pixels, 1.0) * left.x * base.a;
    // At the horizon a pixel sees so far that its derivatives mean nothing.
    float sure = clamp(min(pixels.x, pixels.y) * 60.0 - 0.5, 0.0, 1.0);
    float strong = cover(place * 0.0625, pixels * 16.0, 1.3) * left.y * sure;
    result = vec4(base.rgb, max(fine, strong));
}
#endif
