in vec2 at;
flat in vec4 colour;
flat in vec4 casing;
flat in vec4 measures;

out vec4 fragment;

void main() {
    float outside;
    if (measures.w == 0.0) {
        vec2 beyond = abs(at) - measures.xy;
        outside = max(beyond.x, beyond.y);
    } else {
        // A triangle with its tip at the origin that opens backwards.
        vec2 side = normalize(vec2(measures.y, measures.x));
        outside = max(dot(vec2(at.x, abs(at.y)), side), -measures.x - at.x);
    }
    float inner = clamp(0.5 - outside, 0.0, 1.0) * colour.a;
    fragment = vec4(colour.rgb * inner, inner);
    if (casing.a > 0.0) {
        float outer = clamp(0.5 + measures.z - abs(outside), 0.0, 1.0) * casing.a;
        fragment = fragment * (1.0 - outer) + vec4(casing.rgb * outer, outer);
    }
}
