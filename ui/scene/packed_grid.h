#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace entente::ui {

/// A uniform grid whose cells list ascending numbers in little memory: by how much each is greater
/// than the last one, seven bits a byte, the last byte without the eighth. Where cells are full,
/// that is a quarter of what the numbers would take.
class PackedGrid {
public:
    /// Cells of that size at least, no more than `mostCells` of them or a few.
    void cover(const QRectF& extent, double wantedCell, std::size_t mostCells) {
        origin_ = extent.topLeft();
        const double area = std::max(extent.width(), 1e-9) * std::max(extent.height(), 1e-9);
        cell_ = std::max(
            {wantedCell, std::sqrt(area / static_cast<double>(mostCells)),
             std::max(extent.width(), extent.height()) / static_cast<double>(mostCells), 1e-9});
        columns_ = static_cast<int>(extent.width() / cell_) + 1;
        rows_ = static_cast<int>(extent.height() / cell_) + 1;
    }

    [[nodiscard]] std::size_t cellCount() const {
        return static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
    }
    /// The nearest one to a coordinate.
    [[nodiscard]] int column(double x) const {
        return static_cast<int>(std::clamp((x - origin_.x()) / cell_, 0.0, columns_ - 1.0));
    }
    [[nodiscard]] int row(double y) const {
        return static_cast<int>(std::clamp((y - origin_.y()) / cell_, 0.0, rows_ - 1.0));
    }
    /// Where a row begins.
    [[nodiscard]] double top(int row) const { return origin_.y() + row * cell_; }
    /// The number of a cell.
    [[nodiscard]] std::size_t at(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    /// Lists the numbers 0 … count−1 in the cells that `cellsOf(number, take)` calls `take` with,
    /// which it does twice.
    template <typename CellsOf>
    void fill(std::size_t count, const CellsOf& cellsOf) {
        offsets_.assign(cellCount() + 1, 0);
        std::vector<std::uint32_t> last(cellCount(), 0);
        for (std::uint32_t i = 0; i < count; ++i) {
            cellsOf(i, [&](std::size_t cell) {
                offsets_[cell + 1] += bytesOf(i - last[cell]);
                last[cell] = i;
            });
        }
        std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
        items_.resize(offsets_.back());
        std::ranges::fill(last, 0U);
        for (std::uint32_t i = 0; i < count; ++i) {
            cellsOf(i, [&](std::size_t cell) {
                std::uint32_t step = i - last[cell];
                for (; step > 0x7F; step >>= 7U) {
                    items_[offsets_[cell]++] = static_cast<std::uint8_t>(step | 0x80U);
                }
                items_[offsets_[cell]++] = static_cast<std::uint8_t>(step);
                last[cell] = i;
            });
        }
        // Each has come to where the next cell begins.
        offsets_.insert(offsets_.begin(), 0);
        offsets_.pop_back();
    }

    /// Visits all that is listed in cells that the part touches; false as soon as `visit` says so.
    template <typename Visit>
    bool visit(const QRectF& part, const Visit& visit) const {
        if (columns_ == 0 || part.right() < origin_.x() || part.bottom() < origin_.y() ||
            part.left() > origin_.x() + columns_ * cell_ || part.top() > top(rows_)) {
            return true;
        }
        const int lastColumn = column(part.right());
        const int lastRow = row(part.bottom());
        for (int y = row(part.top()); y <= lastRow; ++y) {
            for (int x = column(part.left()); x <= lastColumn; ++x) {
                const std::size_t cell = at(x, y);
                std::uint32_t item = 0;
                for (std::uint32_t i = offsets_[cell]; i < offsets_[cell + 1]; ++i) {
                    std::uint32_t step = items_[i] & 0x7FU;
                    for (unsigned shift = 7; (items_[i] & 0x80U) != 0; shift += 7) {
                        step |= (items_[++i] & 0x7FU) << shift;
                    }
                    item += step;
                    if (!visit(item)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// Of memory.
    [[nodiscard]] std::size_t bytes() const {
        return offsets_.size() * sizeof(std::uint32_t) + items_.size();
    }

private:
    static std::uint32_t bytesOf(std::uint32_t step) {
        return step == 0 ? 1 : (static_cast<std::uint32_t>(std::bit_width(step)) + 6) / 7;
    }

    QPointF origin_;
    double cell_ = 1;
    int columns_ = 0;
    int rows_ = 0;
    std::vector<std::uint32_t> offsets_; ///< one a cell, and the end
    std::vector<std::uint8_t> items_;
};

} // namespace entente::ui
