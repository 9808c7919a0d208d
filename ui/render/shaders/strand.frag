in vec2 at;
flat in vec4 colour;
#ifndef PLAIN
flat in vec4 casing;
flat in vec4 measures;
flat in uint dash;
#endif

out vec4 fragment;

// The share of a pixel, at a distance from the middle of a line, that the line covers.
float cover(float distance_, float halfWidth) {
    return clamp(0.5 + halfWidth - distance_, 0.0, 1.0) -
           clamp(0.5 - halfWidth - distance_, 0.0, 1.0);
}

#ifdef PLAIN
void main() {
    float alpha = cover(abs(at.x), at.y) * colour.a;
    fragment = vec4(colour.rgb * alpha, alpha);
}
#else
float dashCover(float rim) {
    float halfWidth = measures.x + rim;
    float across = cover(abs(at.y), halfWidth);
    if (dash == 0u) {
        return across;
    }
    if (dash == 2u) { // dotted
        float period = 2.2 * measures.w + 0.02 * measures.x;
        float x = at.x - period * floor(at.x / period + 0.5);
        return clamp(0.5 + halfWidth - length(vec2(x, at.y)), 0.0, 1.0);
    }
    float on = (dash == 1u ? 5.0 : 2.2) * measures.w;
    float period = on + (dash == 1u ? 2.0 : 1.6) * measures.w;
    float x = mod(at.x + period / 2.0 - on / 2.0, period) - period / 2.0;
    return across * cover(abs(x), on / 2.0 + rim);
}

void main() {
    if (at.x < -0.5 || at.x > measures.z + 0.5) {
        discard;
    }
    float inner = dashCover(0.0) * colour.a;
    fragment = vec4(colour.rgb * inner, inner);
    if (casing.a > 0.0) {
        float outer = dashCover(measures.y) * casing.a * (1.0 - inner);
        fragment += vec4(casing.rgb * outer, outer);
    }
}
#endif
