#include <epoxy/gl.h>

#include "ui/render/gl_texture.h"

#include <utility>

namespace entente::ui {

GlTexture::~GlTexture() {
    if (id_ != 0) {
        glDeleteTextures(1, &id_);
    }
}

void GlTexture::swap(GlTexture& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(size_, other.size_);
}

void GlTexture::make(bool smooth) {
    if (id_ == 0) {
        glGenTextures(1, &id_);
    }
    bind();
    const int filter = smooth ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

void GlTexture::bind() const {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, id_);
}

void GlTexture::bindSmooth() const {
    bind();
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
}

void GlTexture::bindSharp() const {
    bind();
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

void GlTexture::setImage(const QImage& image) {
    make(true);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, static_cast<int>(image.bytesPerLine() / 4));
    if (image.size() != size_) {
        size_ = image.size();
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size_.width(), size_.height(), 0, GL_BGRA,
                     GL_UNSIGNED_INT_8_8_8_8_REV, image.constBits());
    } else {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, size_.width(), size_.height(), GL_BGRA,
                        GL_UNSIGNED_INT_8_8_8_8_REV, image.constBits());
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void GlTexture::copyFramebuffer(QSize size) {
    make(true);
    size_ = size;
    glCopyTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 0, 0, size_.width(), size_.height(), 0);
}

void GlTexture::setPairs(const std::uint8_t* texels, QSize size, const QRect& changed) {
    make(false);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (size != size_) {
        size_ = size;
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RG8, size.width(), size.height(), 0, GL_RG,
                     GL_UNSIGNED_BYTE, texels);
    } else if (!changed.isEmpty()) {
        const auto first =
            static_cast<std::size_t>(changed.top()) * static_cast<std::size_t>(size.width()) +
            static_cast<std::size_t>(changed.left());
        glPixelStorei(GL_UNPACK_ROW_LENGTH, size.width());
        glTexSubImage2D(GL_TEXTURE_2D, 0, changed.left(), changed.top(), changed.width(),
                        changed.height(), GL_RG, GL_UNSIGNED_BYTE, texels + 2 * first);
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

} // namespace entente::ui
