#include <epoxy/gl.h>

#include "ui/render/gl_table.h"

#include "ui/render/gl_program.h"

#include <QCoreApplication>

namespace entente::ui {

GlTexels::GlTexels(unsigned format, std::size_t bytes) : format_(format), texelBytes_(bytes) {
    glGenTextures(1, &id_);
}

GlTexels::~GlTexels() {
    glDeleteTextures(1, &id_);
}

void GlTexels::fill(const void* data, std::size_t bytes) {
    buffer_.fill(data, bytes);
    attach();
}

void GlTexels::grow(std::size_t bytes) {
    buffer_.grow(bytes);
    attach();
}

void GlTexels::attach() {
    int most = 0;
    glGetIntegerv(GL_MAX_TEXTURE_BUFFER_SIZE, &most);
    if (buffer_.bytes() / texelBytes_ > static_cast<std::size_t>(most)) {
        throw OpenGlError(QCoreApplication::translate(
            "OpenGL", "The network is larger than the graphics card takes."));
    }
    glBindTexture(GL_TEXTURE_BUFFER, id_);
    glTexBuffer(GL_TEXTURE_BUFFER, format_, buffer_.id());
}

void GlTexels::bind(unsigned unit) const {
    glActiveTexture(GL_TEXTURE0 + unit);
    glBindTexture(GL_TEXTURE_BUFFER, id_);
    glActiveTexture(GL_TEXTURE0);
}

} // namespace entente::ui
