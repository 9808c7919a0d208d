// Signed distances to the shapes: negative within. Polygons after Inigo Quilez,
// "2D distance functions".

in vec2 at;
flat in float radius;
flat in vec4 fill;
flat in vec3 outline;
flat in float outlineWidth;
flat in float opacity;

uniform float selected;

out vec4 fragment;

float toBox(vec2 p, vec2 half_) {
    vec2 d = abs(p) - half_;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float toSegment(vec2 p, vec2 a, vec2 b) {
    vec2 ab = b - a;
    return length(p - a - ab * clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0));
}

#if SHAPE == 8
// Not a mark but the drawing pin that is stuck into one, from the upper right.
void main() {
    float size = clamp(radius * 0.3, 3.2 * pixelRatio, 4.5 * pixelRatio);
    vec2 tip = vec2(radius, -radius) * 0.74;
    vec2 head = tip + vec2(1.5, -1.5) * size;
    float needle = clamp(0.5 + 0.7 * pixelRatio - toSegment(at, tip, head), 0.0, 1.0);
    float toHead = length(at - head) - size;
    float filled = clamp(0.5 - toHead, 0.0, 1.0);
    float rim = clamp(0.5 + 0.6 * pixelRatio - abs(toHead), 0.0, 1.0);
    vec3 colour = mix(outline * max(needle, filled), fill.rgb, rim);
    float alpha = max(max(needle, filled), rim);
    fragment = vec4(rim > 0.0 ? colour : outline * alpha, alpha);
}
#else
float toShape(vec2 p) {
#if SHAPE == 0
    return length(p) - radius;
#elif SHAPE == 5
    return length(p) - radius * 0.7;
#elif SHAPE == 1
    float half_ = radius * 0.89;
    float corner = half_ * 0.45;
    return toBox(p, vec2(half_ - corner)) - corner;
#elif SHAPE == 2
    const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
    float apothem = radius * 0.952627944;
    p = abs(p);
    p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
    p -= vec2(clamp(p.x, -k.z * apothem, k.z * apothem), apothem);
    return length(p) * sign(p.y);
#elif SHAPE == 3
    const float r = 0.707106781;
    return toBox(vec2(p.x + p.y, p.x - p.y) * r, vec2(radius * 1.25 * r));
#elif SHAPE == 4
    return toBox(p, vec2(radius * 1.12, radius * 0.72));
#elif SHAPE == 7
    const float k = 1.732050808;
    float halfSide = radius * 1.4 * 0.866025404;
    p.y = -p.y;
    p.x = abs(p.x) - halfSide;
    p.y = p.y + halfSide / k;
    if (p.x + k * p.y > 0.0) {
        p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
    }
    p.x -= clamp(p.x, -2.0 * halfSide, 0.0);
    return -length(p) * sign(p.y);
#else
    float w = radius * 0.78;
    float h = radius;
    float fold = radius * 0.5;
    float within = max(max(abs(p.x) - w, abs(p.y) - h), (p.x - p.y - (w + h - fold)) * 0.707106781);
    if (within <= 0.0) {
        return within;
    }
    float d = toSegment(p, vec2(-w, -h), vec2(w - fold, -h));
    d = min(d, toSegment(p, vec2(w - fold, -h), vec2(w, -h + fold)));
    d = min(d, toSegment(p, vec2(w, -h + fold), vec2(w, h)));
    d = min(d, toSegment(p, vec2(w, h), vec2(-w, h)));
    return min(d, toSegment(p, vec2(-w, h), vec2(-w, -h)));
#endif
}

void main() {
    float d = toShape(at);
    float half_ = outlineWidth / 2.0;
    float edge = abs(d);
#if SHAPE == 6
    float w = radius * 0.78;
    float fold = radius * 0.5;
    vec2 inner = vec2(w - fold, -radius + fold);
    edge = min(edge, min(toSegment(at, vec2(w - fold, -radius), inner),
                         toSegment(at, inner, vec2(w, -radius + fold))));
#endif
    float filled = clamp(0.5 - d, 0.0, 1.0);
    float lined = clamp(0.5 + half_ - edge, 0.0, 1.0) - clamp(0.5 - half_ - edge, 0.0, 1.0);
    float alpha = filled + lined * (1.0 - filled);
    fragment = vec4(mix(fill.rgb * filled, outline, lined), alpha) * opacity;
    if (selected > 0.0) {
        float glow = 0.35 * clamp(0.5 + 4.0 * pixelRatio - abs(d), 0.0, 1.0) * (1.0 - alpha);
        fragment += vec4(outline * glow, glow);
    }
}
#endif
