// One instance a strand: a ribbon of `segments` pieces along the line or curve. PLAIN: all strands
// are solid and without casing, which the processor draws twice as fast where it has to.

uniform int segments;
uniform vec4 colours[67];
uniform vec4 casings[67];
uniform float opacity;
uniform vec4 fade;      // colour of the ground, share of it
uniform float glow;     // half width of the selection's glow; 0: the strand itself

uniform usamplerBuffer records;
uniform bool listed; // the instance's record is in the list, else the instance's number is it

layout(location = 0) in uint listedRecord;
layout(location = 1) in uint listedEdge;

flat out vec4 colour;
#ifdef PLAIN
out vec2 at; // across, and half the width, in pixels
#else
out vec2 at; // along and across, in pixels
flat out vec4 casing;
flat out vec4 measures; // half the width, rim of the casing, length that is drawn, unit of dashes
flat out uint dash;
#endif

const vec4 nowhere = vec4(2.0, 2.0, 2.0, 1.0);

// The way along the curve up to t: four points of Gauss and Legendre's quadrature.
float wayTo(PlacedStrand placed, float t) {
    if (!curved) {
        return t * length(placed.to - placed.from);
    }
    const vec4 points = vec4(0.069431844, 0.330009478, 0.669990522, 0.930568156);
    const vec4 weights = vec4(0.173927423, 0.326072577, 0.326072577, 0.173927423);
    vec2 begin = 2.0 * (placed.control - placed.from);
    vec2 end = 2.0 * (placed.to - placed.control);
    float sum = 0.0;
    for (int i = 0; i < 4; ++i) {
        sum += weights[i] * length(mix(begin, end, points[i] * t));
    }
    return sum * t;
}

void main() {
    StrandRecord record = strandRecord(records, listed ? int(listedRecord) : gl_InstanceID);
    record.edge = listed ? listedEdge : record.edge;
    uvec4 looks = record.looks;
    PlacedStrand placed = placeStrand(record);
    if (!placed.drawn) {
        gl_Position = nowhere;
        return;
    }
    float whole = wayTo(placed, 1.0);
    float drawn = 1.0;
    if (record.line.y != 0u && glow == 0.0) {
        // An arrowhead takes the place of the end.
        float head = max(7.0 * pixelRatio, placed.width * 3.4) * 0.8;
        float speed = curved ? 2.0 * length(placed.to - placed.control) : whole;
        drawn = whole > head ? 1.0 - head / max(speed, head) : 1.0;
    }
    float logical = placed.width / pixelRatio;
    float rim = 0.0;
#ifndef PLAIN
    bool cased = casings[looks.z].a > 0.0 && fade.a == 0.0;
    rim = cased ? clamp(0.28 * logical, 0.35, 0.65) * pixelRatio : 0.0;
#endif
    float halfWidth = placed.width / 2.0 + glow;
    float t = float(gl_VertexID >> 1) / float(segments) * drawn;
    float side = float(gl_VertexID & 1) * 2.0 - 1.0;
    vec2 point = mix(mix(placed.from, placed.control, t), mix(placed.control, placed.to, t), t);
    vec2 along = unitOf(mix(placed.control - placed.from, placed.to - placed.control, t));
    float reach = halfWidth + rim + 0.6;
    gl_Position = toClip(point + across(along) * side * reach);
    colour = mix(colours[looks.z], vec4(fade.rgb, 1.0), fade.a);
    colour.a *= opacity;
#ifdef PLAIN
    at = vec2(side * reach, halfWidth);
#else
    at = vec2(wayTo(placed, t), side * reach);
    casing = casings[looks.z];
    casing.a = cased ? casing.a * opacity : 0.0;
    measures = vec4(halfWidth, rim, wayTo(placed, drawn), max(logical, 1.4) * pixelRatio);
    dash = glow > 0.0 ? 0u : record.line.x;
#endif
}
