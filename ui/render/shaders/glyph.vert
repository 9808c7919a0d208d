// One instance a glyph of the atlas.

uniform vec2 viewSize;
uniform vec2 atlasSize;
uniform float inset; // pixels that are left out about each glyph

layout(location = 0) in vec4 box;   // left, top, width, height, in pixels of the device
layout(location = 1) in vec2 texel; // left, top
layout(location = 2) in vec4 text;
layout(location = 3) in vec4 ground;

out vec2 texel_;
flat out vec4 textColour;
flat out vec4 haloColour;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 within = mix(vec2(inset), box.zw - inset, corner);
    vec2 pixel = box.xy + within;
    gl_Position = vec4(pixel.x / viewSize.x * 2.0 - 1.0, 1.0 - pixel.y / viewSize.y * 2.0, 0.0, 1.0);
    texel_ = (texel + within) / atlasSize;
    textColour = text;
    haloColour = ground;
}
