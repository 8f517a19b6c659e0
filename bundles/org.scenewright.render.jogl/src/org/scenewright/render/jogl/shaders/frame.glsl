// SPDX-License-Identifier: EPL-2.0
// What every shader of a frame knows. Pictures are drawn upside down, so that the first row read back is the top one.
struct Lamp {
    vec4 place;  // xyz position, w one over the range squared
    vec4 aim;    // xyz direction, w cosine of the outer angle
    vec4 glow;   // rgb colour, w one over the difference of the cosines
};

layout(std140) uniform FrameBlock {
    mat4 viewProjection;
    vec4 eye;
    vec4 toSun;
    vec4 sun;
    vec4 around;  // ambient light on an upright surface
    vec4 upper;   // how much more there is on one that looks up
    vec4 counts;  // x lamps
    Lamp lamps[16];
};

vec3 fromSrgb(vec3 c) {
    return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(vec3(0.04045), c));
}
