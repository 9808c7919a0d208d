#pragma once

#include <QImage>
#include <QSize>

namespace entente::ui {

/// A picture in the graphics card's memory that can be drawn into.
class GlTarget {
public:
    GlTarget() = default;
    ~GlTarget();
    GlTarget(const GlTarget&) = delete;
    GlTarget& operator=(const GlTarget&) = delete;

    /// Makes it that large; what it showed is lost if it was not.
    void resize(QSize pixels);
    [[nodiscard]] QSize size() const { return size_; }
    /// From now on everything is drawn into it.
    void bind() const;
    [[nodiscard]] unsigned texture() const { return texture_; }
    [[nodiscard]] unsigned framebuffer() const { return framebuffer_; }
    /// What it shows. Waits for all drawing to end.
    [[nodiscard]] QImage image() const;

private:
    unsigned framebuffer_ = 0;
    unsigned texture_ = 0;
    QSize size_;
};

/// Waits until all that was asked for is drawn.
void finishDrawing();

} // namespace entente::ui
