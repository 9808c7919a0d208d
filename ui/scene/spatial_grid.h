#pragma once

#include <QLineF>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace entente::ui {

/// A uniform grid over boxes or segments in the plane, in flat arrays: what is near a rectangle is
/// found without looking at the rest.
class SpatialGrid {
public:
    SpatialGrid() = default;
    static SpatialGrid ofBoxes(const std::vector<QRectF>& boxes);
    /// Each segment lies in the cells that it crosses, not in all of its bounding box.
    static SpatialGrid ofSegments(const std::vector<QLineF>& segments);

    /// Calls `visit` with the number of everything that may touch `area`; a number may come more
    /// than once. O(cells touched + found).
    template <typename Visit>
    void visit(const QRectF& area, const Visit& visit) const {
        if (columns_ == 0) {
            return;
        }
        const Range columns = columnsOf(area.left(), area.right());
        const Range rows = rowsOf(area.top(), area.bottom());
        for (int row = rows.first; row <= rows.last; ++row) {
            for (int column = columns.first; column <= columns.last; ++column) {
                const std::size_t cell = cellAt(column, row);
                for (std::uint32_t i = offsets_[cell]; i < offsets_[cell + 1]; ++i) {
                    visit(items_[i]);
                }
            }
        }
    }

private:
    struct Range {
        int first;
        int last;
    };

    void cover(const QRectF& extent, std::size_t count);
    [[nodiscard]] Range columnsOf(qreal left, qreal right) const;
    [[nodiscard]] Range rowsOf(qreal top, qreal bottom) const;
    [[nodiscard]] std::size_t cellAt(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }
    template <typename CellsOf>
    void fill(std::size_t count, const CellsOf& cellsOf);

    QPointF origin_;
    qreal cellSize_ = 1;
    int columns_ = 0;
    int rows_ = 0;
    std::vector<std::uint32_t> offsets_;
    std::vector<std::uint32_t> items_;
};

} // namespace entente::ui
