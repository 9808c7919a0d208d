// One instance a conflict bar or an arrowhead, on the strand that it belongs to.

uniform vec4 colours[67];
uniform vec4 casings[67];
uniform float opacity;
uniform vec4 fade;

uniform usamplerBuffer records;
uniform bool listed; // the instance's record is in the list, else the instance's number is it

layout(location = 0) in uint listedRecord;
layout(location = 1) in uint listedEdge;

out vec2 at;            // from the sign's middle (bar) or tip (head), along and across
flat out vec4 colour;
flat out vec4 casing;
flat out vec4 measures; // half the extent along and across; rim; 1: a head

void main() {
    StrandRecord record = strandRecord(records, listed ? int(listedRecord) : gl_InstanceID);
    record.edge = listed ? listedEdge : record.edge;
    uvec4 looks = record.looks;
    PlacedStrand placed = placeStrand(record);
    if (!placed.drawn) {
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }
    float halfSpan = placed.spacing * float(record.slots.z) / 40.0 + placed.width / 2.0;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec2 middle;
    vec2 along;
    casing = vec4(0.0);
    float rim = 0.0;
    if (looks.w == 1u) {
        middle = (placed.from + placed.to) / 4.0 + placed.control / 2.0;
        along = unitOf(placed.to - placed.from);
        measures = vec4(clamp(strandWidth, 1.2, 2.5) * pixelRatio / 2.0,
                        halfSpan + 1.2 * pixelRatio + 1.7 * placed.width, 0.0, 0.0);
        at = corner * (measures.xy + 1.0);
    } else {
        bool own = looks.w == 0u;
        float width = own ? placed.width
                          : min(4.5 * pixelRatio, (2.0 * halfSpan + 3.0 * pixelRatio) / 2.8);
        float size = max(7.0 * pixelRatio, width * 3.4);
        size = min(size, own ? length(placed.to - placed.from) : 0.9 * size);
        middle = placed.to;
        along = unitOf(placed.to - placed.control);
        rim = own && casings[looks.z].a > 0.0 && fade.a == 0.0
                  ? clamp(0.28 * width / pixelRatio, 0.35, 0.65) * pixelRatio / 2.0 : 0.0;
        casing = rim > 0.0 ? casings[looks.z] * vec4(1.0, 1.0, 1.0, opacity) : vec4(0.0);
        measures = vec4(size, size * 0.42, rim, 1.0);
        at = vec2(corner.x * (size / 2.0 + rim + 1.0) - size / 2.0,
                  corner.y * (measures.y + rim + 1.0));
    }
    gl_Position = toClip(middle + along * at.x + across(along) * at.y);
    colour = mix(colours[looks.z], vec4(fade.rgb, 1.0), fade.a);
    colour.a *= opacity;
}
