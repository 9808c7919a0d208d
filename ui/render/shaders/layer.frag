in vec2 texel;

uniform sampler2D layer;
uniform vec4 fade;     // colour of the ground, share of it
uniform float opacity;

out vec4 fragment;

void main() {
    vec4 picture = texture(layer, texel);
    picture.rgb = mix(picture.rgb, fade.rgb * picture.a, fade.a);
    fragment = picture * opacity;
}
