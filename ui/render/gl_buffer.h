#pragma once

#include <cstddef>

namespace entente::ui {

/// A piece of the graphics card's memory.
class GlBuffer {
public:
    GlBuffer();
    ~GlBuffer();
    GlBuffer(const GlBuffer&) = delete;
    GlBuffer& operator=(const GlBuffer&) = delete;

    void bind() const;
    /// Replaces all of it. Room that is there is used again.
    void fill(const void* data, std::size_t bytes);
    /// Makes it longer, what there is remains.
    void grow(std::size_t bytes);
    void replace(std::size_t offset, const void* data, std::size_t bytes);
    [[nodiscard]] unsigned id() const { return id_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    unsigned id_ = 0;
    std::size_t bytes_ = 0;
    std::size_t room_ = 0;
};

} // namespace entente::ui
