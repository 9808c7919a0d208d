// What all programs of the network share: ui/scene/network_geometry.cpp in the shading language.
// Lengths are pixels of the device; y runs down.

uniform vec2 viewSize;
uniform vec2 origin;         // of the layout plane
uniform float pixelsPerUnit; // of the layout plane
uniform float pixelRatio;
uniform float markScale;     // device pixels a planned pixel of radius
uniform float strandWidth;   // logical pixels, of strength 1
uniform samplerBuffer places; // x, y (layout units), radius (0: not drawn), shape
uniform samplerBuffer bends;  // where edges bend to (layout units); read where `curved`
uniform bool curved;

const int circle = 0, roundedSquare = 1, hexagon = 2, diamond = 3, rectangle = 4, dot_ = 5, sheet = 6,
          triangle = 7;

vec4 toClip(vec2 pixel) {
    return vec4(pixel.x / viewSize.x * 2.0 - 1.0, 1.0 - pixel.y / viewSize.y * 2.0, 0.0, 1.0);
}

vec2 toPixel(vec2 place) { return place * pixelsPerUnit + origin; }

// How far a shape reaches from its centre in a direction; its outline seen as planes.
float shapeReach(int shape, float r, vec2 d) {
    vec2 a = abs(d);
    if (shape == circle) {
        return r;
    }
    if (shape == dot_) {
        return 0.7 * r;
    }
    if (shape == roundedSquare) {
        return 0.89 * r / max(a.x, a.y);
    }
    if (shape == rectangle) {
        return r / max(a.x / 1.12, a.y / 0.72);
    }
    if (shape == diamond) {
        return 1.25 * r / (a.x + a.y);
    }
    if (shape == hexagon) {
        return 0.952628 * r / max(a.y, 0.866025 * a.x + 0.5 * a.y);
    }
    if (shape == triangle) {
        return 0.7 * r / max(d.y, 0.866025 * a.x - 0.5 * d.y);
    }
    return r / max(max(a.x / 0.78, a.y), (d.x - d.y) / 1.28);
}

float reachAside(int shape, float r, vec2 direction, vec2 aside) {
    float reach = shapeReach(shape, r, direction);
    float squared = dot(aside, aside);
    if (shape == circle || shape == dot_) {
        return sqrt(max(0.0, reach * reach - squared));
    }
    if (squared > 1e-6) {
        for (int round = 0; round < 3; ++round) {
            float outline = shapeReach(shape, r, normalize(direction * reach + aside));
            reach = sqrt(max(0.0, outline * outline - squared));
        }
    }
    return reach;
}

struct PlacedStrand {
    vec2 from;
    vec2 control;
    vec2 to;
    float width;
    float spacing;
    bool drawn;
};

float widthOf(uint strength) {
    return max(0.6, strandWidth * float(strength) / 200.0) * pixelRatio;
}

vec2 unitOf(vec2 way) {
    float size = length(way);
    return size > 1e-9 ? way / size : vec2(1.0, 0.0);
}

vec2 across(vec2 along) { return vec2(-along.y, along.x); }

// A strand as planned, 24 bytes (PlannedStrand).
struct StrandRecord {
    uvec2 ends;  // the dossier's rows
    uint edge;   // network edge
    ivec3 slots; // slot, places, span
    uvec4 looks; // strength, widest, colour, form
    uvec2 line;  // dash, arrow
};

int lowHalf(uint word) { return int(word << 16) >> 16; }

int highHalf(uint word) { return int(word) >> 16; }

StrandRecord strandRecord(usamplerBuffer records, int row) {
    uvec2 ends = texelFetch(records, 3 * row).xy;
    uvec2 middle = texelFetch(records, 3 * row + 1).xy;
    uvec2 last = texelFetch(records, 3 * row + 2).xy;
    StrandRecord record;
    record.ends = ends;
    record.edge = middle.x;
    record.slots = ivec3(lowHalf(middle.y), highHalf(middle.y), lowHalf(last.x));
    record.looks = uvec4(last.x >> 16 & 255u, last.x >> 24, last.y & 255u, last.y >> 8 & 255u);
    record.line = uvec2(last.y >> 16 & 255u, last.y >> 24);
    return record;
}

PlacedStrand placeStrand(StrandRecord record) {
    ivec3 slots = record.slots;
    vec4 a = texelFetch(places, int(record.ends.x));
    vec4 b = texelFetch(places, int(record.ends.y));
    vec2 from = toPixel(a.xy);
    vec2 to = toPixel(b.xy);
    float fromRadius = a.z * markScale;
    float toRadius = b.z * markScale;
    vec2 way = to - from;
    PlacedStrand placed;
    placed.drawn = fromRadius > 0.0 && toRadius > 0.0 && dot(way, way) > 1e-12;
    float widestWidth = widthOf(record.looks.y);
    float bundle = float(slots.y) / 20.0;
    float room = 1.7 * min(fromRadius, toRadius);
    float wanted = widestWidth + max(0.6 * pixelRatio, 0.55 * widestWidth);
    placed.spacing =
        bundle > 0.0 ? min(wanted, max(0.4 * pixelRatio, (room - widestWidth) / bundle)) : wanted;
    placed.width = min(widthOf(record.looks.x), max(0.6 * pixelRatio, placed.spacing * 0.8));
    vec2 control = curved ? toPixel(texelFetch(bends, int(record.edge)).xy) : (from + to) / 2.0;
    vec2 begin = unitOf(control - from);
    vec2 end = unitOf(to - control);
    float offset = placed.spacing * float(slots.x) / 20.0;
    vec2 besideBegin = across(begin) * offset;
    vec2 besideEnd = across(end) * offset;
    placed.from = from + besideBegin + begin * reachAside(int(a.w), fromRadius, begin, besideBegin);
    placed.to = to + besideEnd - end * reachAside(int(b.w), toRadius, -end, besideEnd);
    placed.drawn = placed.drawn && dot(placed.to - placed.from, way) > 0.0;
    placed.control =
        curved ? control + across(unitOf(way)) * offset : (placed.from + placed.to) / 2.0;
    return placed;
}
