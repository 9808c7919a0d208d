#pragma once

#include <QImage>
#include <QRect>
#include <QSize>

namespace entente::ui {

/// A picture or table of numbers in the graphics card's memory that shaders read.
class GlTexture {
public:
    GlTexture() = default;
    ~GlTexture();
    GlTexture(const GlTexture&) = delete;
    GlTexture& operator=(const GlTexture&) = delete;
    void swap(GlTexture& other) noexcept;

    /// Shows another picture (32 bits a pixel); its first row is at texture coordinate 0.
    void setImage(const QImage& image);
    /// Shows what the bound framebuffer has, in so many pixels; its lowest row is at texture
    /// coordinate 0.
    void copyFramebuffer(QSize size);
    /// Two bytes a texel, of which only a part is sent where the size is the same as before.
    void setPairs(const std::uint8_t* texels, QSize size, const QRect& changed);
    [[nodiscard]] QSize size() const { return size_; }
    void bind() const;
    void bindSmooth() const;
    /// Reads it texel by texel, which costs less where its texels lie on the picture's pixels.
    void bindSharp() const;

private:
    void make(bool smooth);

    unsigned id_ = 0;
    QSize size_;
};

} // namespace entente::ui
