// SPDX-License-Identifier: EPL-2.0
// Meshes: metallic-roughness or unlit. Variants: UNLIT, BASE_MAP, EMISSIVE_MAP, NORMAL_MAP, ROUGHNESS_MAP, MASK, LAMPS,
// VERTEX_COLORS, GLOW, OCCLUSION_MAP, and TURNED where a picture is turned or takes the second set of texture coordinates.
// Writes linear colours that are already compressed into 0..1, so that unlit colours arrive unchanged.
#if defined(NORMAL_MAP) || defined(ROUGHNESS_MAP) || defined(BASE_MAP) || defined(EMISSIVE_MAP) || defined(OCCLUSION_MAP)
#define MAPPED
#endif
#ifdef TURNED
#define COORDINATES vec4
#else
#define COORDINATES vec2
#endif
#ifdef VERTEX_COLORS
#define COLOR_VARIES
#else
#define COLOR_VARIES flat
#endif

uniform vec4 base;

#ifdef VERTEX
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec2 texel;
layout(location = 3) in vec4 paint;
layout(location = 4) in vec4 row0;
layout(location = 5) in vec4 row1;
layout(location = 6) in vec4 row2;
layout(location = 7) in vec4 tint;
layout(location = 8) in vec2 texel2;

COLOR_VARIES out vec4 color;
#ifdef MAPPED
out COORDINATES uv;
#endif
#ifndef UNLIT
out vec3 facing;
out vec3 toEye;
#endif

void main() {
    vec4 p = vec4(position, 1.0);
    vec3 world = vec3(dot(row0, p), dot(row1, p), dot(row2, p));
    gl_Position = viewProjection * vec4(world, 1.0);
    color = base * tint;
#ifdef VERTEX_COLORS
    color *= paint;
#endif
#ifdef TURNED
    uv = vec4(texel, texel2);
#elif defined(MAPPED)
    uv = texel;
#endif
#ifndef UNLIT
    // The matrix of cofactors carries normals through any scaling or shearing; its sign is that of the mirroring.
    vec3 turned = vec3(
        dot(cross(row1.xyz, row2.xyz), normal),
        dot(cross(row2.xyz, row0.xyz), normal),
        dot(cross(row0.xyz, row1.xyz), normal));
    facing = dot(row0.xyz, cross(row1.xyz, row2.xyz)) < 0.0 ? -turned : turned;
    toEye = eye.xyz - world;
#endif
}
#endif

#ifdef FRAGMENT
uniform vec2 metalRough;
uniform vec4 gloss;
uniform vec3 emissive;
uniform vec2 cutoff;  // x alpha below which nothing is, y what survives of the softened edge
uniform vec2 strengths;  // x how steep bumps are, y how much occlusion counts
uniform vec4 places[5];  // of base, emission, normals, roughness, occlusion: scale and offset
uniform vec3 turns[5];  // x what v adds to u, y what u adds to v, z the set of coordinates
uniform sampler2D baseMap;
uniform sampler2D emissiveMap;
uniform sampler2D normalMap;
uniform sampler2D roughnessMap;
uniform sampler2D occlusionMap;

COLOR_VARIES in vec4 color;
#ifdef MAPPED
in COORDINATES uv;
#endif
#ifndef UNLIT
in vec3 facing;
in vec3 toEye;
#endif
out vec4 result;

#ifdef MAPPED
vec2 at(int slot) {
#ifdef TURNED
    vec2 from = turns[slot].z > 0.5 ? uv.zw : uv.xy;
    return from * places[slot].xy + from.yx * turns[slot].xy + places[slot].zw;
#else
    return uv * places[slot].xy + places[slot].zw;
#endif
}
#endif

#ifndef UNLIT
struct Surface {
    vec3 n;
    vec3 v;
    float nv;
    vec3 diffuse;
    vec3 mirror;
    vec4 gloss;  // what follows from roughness r: r^4, 1 / (4r + 2), 1 / (r^2 + 1), 1 - r
};

vec3 normalHere(vec3 n) {
#ifdef NORMAL_MAP
    vec2 here = at(2);
    vec3 bump = texture(normalMap, here).xyz * 2.0 - 1.0;
    bump.xy *= strengths.x;
    vec3 px = dFdx(toEye), py = dFdy(toEye);
    vec2 ux = dFdx(here), uy = dFdy(here);
    // How the position changes along u and v, up to a common factor; v points down, bumps point up.
    float turn = ux.x * uy.y - uy.x * ux.y < 0.0 ? 1.0 : -1.0;
    vec3 t = (px * uy.y - py * ux.y) * turn;
    vec3 b = (px * uy.x - py * ux.x) * turn;
    float size = inversesqrt(max(max(dot(t, t), dot(b, b)), 1e-20));
    return normalize(n * bump.z + (t * bump.x + b * bump.y) * size);
#else
    return n;
#endif
}

// One light from direction l: Lambert plus the usual cheap fit of GGX with its visibility and Fresnel terms. The half
// vector appears in products only; those follow from l and v without any square root.
vec3 lit(Surface s, vec3 l) {
    float nl = dot(s.n, l);
    float k = max(2.0 + 2.0 * dot(l, s.v), 0.02);
    float nh = max(nl + s.nv, 0.0);
    float d = nh * nh * (s.gloss.x - 1.0) + k * 1.00001;
    float shine = s.gloss.x * s.gloss.y * k * k / (d * d * max(0.25 * k, 0.1));
    return (s.diffuse + s.mirror * min(shine, 60.0)) * clamp(nl, 0.0, 1.0);
}

// Light from everywhere; the rougher a surface is, the softer is the horizon it mirrors.
vec3 ambient(Surface s) {
    float nv = max(s.nv, 0.0);
    float rim = (1.0 - nv) * (1.0 - nv);
    vec3 reflectance = (s.mirror + rim * rim * s.gloss.w) * s.gloss.z;
    float up = clamp((2.0 * nv * s.n.y - s.v.y) * (1.0 + 6.0 * s.gloss.w), -1.0, 1.0);
    // A mirror shows more contrast than the light that comes from all directions at once.
    return s.diffuse * (around.rgb + upper.rgb * s.n.y) + reflectance * (around.rgb + upper.rgb * up) * (1.25 + 0.45 * up);
}

#ifdef LAMPS
vec3 lampLight(Surface s) {
    vec3 sum = vec3(0.0);
    vec3 world = eye.xyz - toEye;
    for (int i = 0; i < int(counts.x); i++) {
        vec3 way = lamps[i].place.xyz - world;
        float far = dot(way, way);
        float reach = clamp(1.0 - far * far * lamps[i].place.w * lamps[i].place.w, 0.0, 1.0);
        vec3 l = way * inversesqrt(max(far, 1e-6));
        float cone = clamp((dot(-l, lamps[i].aim.xyz) - lamps[i].aim.w) * lamps[i].glow.w, 0.0, 1.0);
        sum += lit(s, l) * lamps[i].glow.rgb * (reach * reach * cone * cone / max(far, 0.01));
    }
    return sum;
}
#endif

// Leaves everything up to 0.8 as it is; from there to 1.2 channels bend towards 1, so that highlights turn white.
vec3 compress(vec3 c) {
    vec3 over = clamp(c - 0.8, 0.0, 0.4);
    return min(c, 0.8) + over - over * over * 1.25;
}

vec3 shade(vec3 albedo) {
    Surface s;
    float metal = metalRough.x;
    s.gloss = gloss;
#ifdef ROUGHNESS_MAP
    vec2 mr = metalRough * texture(roughnessMap, at(3)).bg;
    metal = mr.x;
    float r = clamp(mr.y, 0.06, 1.0);
    s.gloss = vec4(r * r * r * r, 1.0 / (4.0 * r + 2.0), 1.0 / (r * r + 1.0), 1.0 - r);
#endif
    s.diffuse = albedo * (0.96 - 0.96 * metal);
    s.mirror = mix(vec3(0.04), albedo, metal);
    s.v = normalize(toEye);
    vec3 n = normalize(facing);
    s.n = normalHere(gl_FrontFacing ? n : -n);
    s.nv = dot(s.n, s.v);
    vec3 soft = ambient(s);
#ifdef OCCLUSION_MAP
    soft *= 1.0 + strengths.y * (texture(occlusionMap, at(4)).r - 1.0);
#endif
    vec3 light = lit(s, toSun.xyz) * sun.rgb + soft;
#ifdef LAMPS
    light += lampLight(s);
#endif
#ifdef EMISSIVE_MAP
    light += emissive * texture(emissiveMap, at(1)).rgb;
#elif defined(GLOW)
    light += emissive;
#endif
    return compress(light);
}
#endif

void main() {
    vec4 c = color;
#ifdef BASE_MAP
    c *= texture(baseMap, at(0));
#endif
#ifdef MASK
    c.a = clamp((c.a - cutoff.x) / max(fwidth(c.a), 1e-4) + 0.5, 0.0, 1.0);
    if (c.a < cutoff.y) {
        discard;
    }
#endif
#ifdef UNLIT
    result = c;
#else
    result = vec4(shade(c.rgb), c.a);
#endif
}
#endif
