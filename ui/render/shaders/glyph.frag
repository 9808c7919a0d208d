in vec2 texel_;
flat in vec4 textColour;
flat in vec4 haloColour;

uniform sampler2D atlas; // red: the glyph, green: its halo
uniform bool halo;

out vec4 fragment;

void main() {
    vec2 covers = texture(atlas, texel_).rg;
    vec4 colour = halo ? haloColour : textColour;
    float alpha = (halo ? covers.g : covers.r) * colour.a;
    fragment = vec4(colour.rgb * alpha, alpha);
}
