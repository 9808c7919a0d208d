#pragma once

#include "ui/render/gl_buffer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::ui {

/// A table of numbers in the graphics card's memory that shaders read row by row, as a texture.
class GlTexels {
public:
    /// `format`: of a texel, GL_RGBA32F and the like; `bytes`: of a texel.
    GlTexels(unsigned format, std::size_t bytes);
    ~GlTexels();
    GlTexels(const GlTexels&) = delete;
    GlTexels& operator=(const GlTexels&) = delete;

    /// Replaces all. Throws OpenGlError where the card takes no table of that length.
    void fill(const void* data, std::size_t bytes);
    /// Makes room for more, what there is remains. Throws as `fill` does.
    void grow(std::size_t bytes);
    void replace(std::size_t offset, const void* data, std::size_t bytes) {
        buffer_.replace(offset, data, bytes);
    }
    void bind(unsigned unit) const;
    [[nodiscard]] std::size_t bytes() const { return buffer_.bytes(); }

private:
    void attach();

    unsigned format_;
    std::size_t texelBytes_;
    unsigned id_ = 0;
    GlBuffer buffer_;
};

/// The same with a copy in the processor's memory, so that only what differs is sent.
template <typename Row>
class GlTable {
public:
    /// `format`: of a row, GL_RGBA32F and the like.
    explicit GlTable(unsigned format) : texels_(format, sizeof(Row)) {}

    /// Never shorter than it was.
    void resize(std::size_t count) {
        anew_ = anew_ || count > rows_.size();
        rows_.resize(std::max(count, rows_.size()), Row{});
        changed_.resize((rows_.size() + block - 1) / block, 0);
    }
    void set(std::size_t i, const Row& row) {
        if (!(rows_[i] == row)) {
            rows_[i] = row;
            changed_[i / block] = 1;
        }
    }
    /// Whole blocks with what was set since.
    void send() {
        if (anew_) {
            texels_.fill(rows_.data(), rows_.size() * sizeof(Row));
        } else {
            for (std::size_t i = 0; i < changed_.size(); ++i) {
                if (changed_[i] != 0) {
                    const std::size_t begin = i * block;
                    const std::size_t end = std::min(rows_.size(), begin + block);
                    texels_.replace(begin * sizeof(Row), &rows_[begin],
                                    (end - begin) * sizeof(Row));
                }
            }
        }
        anew_ = false;
        std::ranges::fill(changed_, std::uint8_t{0});
    }
    void bind(unsigned unit) const { texels_.bind(unit); }
    [[nodiscard]] std::size_t bytes() const { return texels_.bytes(); }

private:
    static constexpr std::size_t block = 1024;

    GlTexels texels_;
    std::vector<Row> rows_;
    std::vector<std::uint8_t> changed_; ///< one a block
    bool anew_ = true;
};

} // namespace entente::ui
