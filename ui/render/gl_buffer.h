#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace entente::ui {

/// A piece of the graphics card's memory.
class GlBuffer {
public:
    GlBuffer();
    ~GlBuffer();
    GlBuffer(const GlBuffer&) = delete;
    GlBuffer& operator=(const GlBuffer&) = delete;

    void bind() const;
    /// Makes an attribute of the bound vertex array read a whole number for each instance, from the
    /// `first` one on.
    void bindInstances(unsigned attribute, std::size_t first) const;
    /// Replaces all of it. Room that is there is used again.
    void fill(const void* data, std::size_t bytes);
    void fill(std::span<const std::uint32_t> numbers) {
        fill(numbers.data(), numbers.size_bytes());
    }
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
