#include "ui/scene/spatial_grid.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr qreal smallestCell = 32;
constexpr qreal mostCellsAcross = 96;

} // namespace

void SpatialGrid::cover(const QRectF& extent, std::size_t count) {
    if (count == 0) {
        return;
    }
    origin_ = extent.topLeft();
    cellSize_ = std::max(smallestCell, std::max(extent.width(), extent.height()) / mostCellsAcross);
    columns_ = static_cast<int>(extent.width() / cellSize_) + 1;
    rows_ = static_cast<int>(extent.height() / cellSize_) + 1;
}

SpatialGrid::Range SpatialGrid::columnsOf(qreal left, qreal right) const {
    const auto column = [this](qreal x) {
        return static_cast<int>(
            std::clamp(std::floor((x - origin_.x()) / cellSize_), 0.0, columns_ - 1.0));
    };
    return {column(left), column(right)};
}

SpatialGrid::Range SpatialGrid::rowsOf(qreal top, qreal bottom) const {
    const auto row = [this](qreal y) {
        return static_cast<int>(
            std::clamp(std::floor((y - origin_.y()) / cellSize_), 0.0, rows_ - 1.0));
    };
    return {row(top), row(bottom)};
}

template <typename CellsOf>
void SpatialGrid::fill(std::size_t count, const CellsOf& cellsOf) {
    offsets_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
    if (count == 0) {
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        cellsOf(i, [this](std::size_t cell) { ++offsets_[cell + 1]; });
    }
    for (std::size_t i = 1; i < offsets_.size(); ++i) {
        offsets_[i] += offsets_[i - 1];
    }
    items_.resize(offsets_.back());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
        cellsOf(i, [&](std::size_t cell) { items_[next[cell]++] = static_cast<std::uint32_t>(i); });
    }
}

SpatialGrid SpatialGrid::ofBoxes(const std::vector<QRectF>& boxes) {
    SpatialGrid grid;
    QRectF extent;
    for (const QRectF& box : boxes) {
        extent |= box;
    }
    grid.cover(extent, boxes.size());
    grid.fill(boxes.size(), [&](std::size_t i, const auto& take) {
        const Range columns = grid.columnsOf(boxes[i].left(), boxes[i].right());
        const Range rows = grid.rowsOf(boxes[i].top(), boxes[i].bottom());
        for (int row = rows.first; row <= rows.last; ++row) {
            for (int column = columns.first; column <= columns.last; ++column) {
                take(grid.cellAt(column, row));
            }
        }
    });
    return grid;
}

SpatialGrid SpatialGrid::ofSegments(const std::vector<QLineF>& segments) {
    SpatialGrid grid;
    if (segments.empty()) {
        return grid;
    }
    QPointF low = segments.front().p1();
    QPointF high = low;
    for (const QLineF& segment : segments) {
        for (const QPointF& end : {segment.p1(), segment.p2()}) {
            low = {std::min(low.x(), end.x()), std::min(low.y(), end.y())};
            high = {std::max(high.x(), end.x()), std::max(high.y(), end.y())};
        }
    }
    grid.cover(QRectF(low, high), segments.size());
    grid.fill(segments.size(), [&](std::size_t i, const auto& take) {
        // Row by row: the columns that the segment passes within the row.
        QPointF a = segments[i].p1();
        QPointF b = segments[i].p2();
        if (a.y() > b.y()) {
            std::swap(a, b);
        }
        const Range rows = grid.rowsOf(a.y(), b.y());
        const qreal rise = b.y() - a.y();
        const qreal slope = rise > 1e-9 ? (b.x() - a.x()) / rise : 0;
        for (int row = rows.first; row <= rows.last; ++row) {
            qreal from = a.x();
            qreal to = b.x();
            if (rise > 1e-9) {
                const qreal top = std::max(a.y(), grid.origin_.y() + row * grid.cellSize_);
                const qreal bottom = std::min(b.y(), grid.origin_.y() + (row + 1) * grid.cellSize_);
                from = a.x() + (top - a.y()) * slope;
                to = a.x() + (bottom - a.y()) * slope;
            }
            const Range columns = grid.columnsOf(std::min(from, to), std::max(from, to));
            for (int column = columns.first; column <= columns.last; ++column) {
                take(grid.cellAt(column, row));
            }
        }
    });
    return grid;
}

} // namespace entente::ui
