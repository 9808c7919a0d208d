// A picture drawn before, where the camera has it now.

uniform vec4 box; // left, top, right, bottom, in clip space

out vec2 texel;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = vec4(mix(box.xy, box.zw, corner), 0.0, 1.0);
    texel = corner;
}
