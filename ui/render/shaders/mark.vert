// One instance a mark: a square around it. All marks of a draw have the same SHAPE.

uniform vec4 fade;
uniform vec3 outlineColour;
uniform vec3 dotColour;
uniform float dotShare; // 0: fills say so much that they are kept from far
uniform float selected; // 1: with the thicker outline and the glow
uniform float crowdShare; // 1: dots are fainter where they lie closely (ui/scene/crowding.cpp)

uniform usamplerBuffer fills;

layout(location = 0) in uint row; // the dossier's

out vec2 at;
flat out float radius;
flat out vec4 fill;
flat out vec3 outline;
flat out float outlineWidth;
flat out float opacity;

void main() {
    vec4 place = texelFetch(places, int(row));
    radius = place.z * markScale;
    if (!(radius > 0.0)) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    float logical = radius / pixelRatio;
    outlineWidth = min(clamp(logical * 0.09, 0.6, 1.8), logical / 2.0);
    outlineWidth = (selected > 0.0 ? max(outlineWidth, 2.2) : outlineWidth) * pixelRatio;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    float reach = radius * REACH + outlineWidth / 2.0 + 1.0 + selected * 4.0 * pixelRatio;
#if SHAPE == 8
    reach = radius + 16.0 * pixelRatio;
#endif
    at = corner * reach;
    vec2 centre = toPixel(place.xy);
    gl_Position = toClip(centre + at);
    // From far, marks are dots in the colour of their outline.
    uint colour = texelFetch(fills, int(row)).x;
    vec3 fillColour = vec3(colour >> 16 & 255u, colour >> 8 & 255u, colour & 255u) / 255.0;
    vec3 filled = mix(fillColour, dotColour, dotShare * clamp((3.2 - logical) / 2.0, 0.0, 1.0));
    float density = exp2(fract(place.w) * 16.0 - 8.0);
    float covered = density * 3.14159265 * radius * radius / (pixelsPerUnit * pixelsPerUnit);
    float faint = covered > 0.15 ? max(pow(0.15 / covered, 0.7), 0.04) : 1.0;
    opacity = 1.0 - crowdShare * clamp((3.2 - logical) / 2.0, 0.0, 1.0) * (1.0 - faint);
    fill = vec4(mix(filled, fade.rgb, fade.a), 1.0);
    outline = mix(outlineColour, fade.rgb, fade.a);
}
