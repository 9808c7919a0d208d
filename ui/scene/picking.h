#pragma once

#include "ui/scene/display_list.h"
#include "ui/scene/spatial_grid.h"

#include <QPolygonF>

#include <optional>
#include <vector>

namespace entente::ui {

/// Finds the marks and strands of a display list by where they are.
class Picker {
public:
    Picker() = default;
    /// O(marks + strands). The picker keeps what it needs; the list may change afterwards.
    explicit Picker(const DisplayList& list);

    struct Hit {
        enum class Kind : std::uint8_t { Mark, Strand };
        Kind kind = Kind::Mark;
        std::size_t index = 0; ///< in the list's marks or strands
    };

    /// The topmost mark under the point, else the nearest strand within `tolerance` pixels.
    [[nodiscard]] std::optional<Hit> at(QPointF point, qreal tolerance = 4) const;
    /// The marks whose centres lie within, in the list's order.
    [[nodiscard]] std::vector<std::size_t> marksWithin(const QRectF& box) const;
    [[nodiscard]] std::vector<std::size_t> marksWithin(const QPolygonF& outline) const;

private:
    struct Target {
        QPointF centre;
        qreal radius;
        Shape shape;
    };

    std::vector<Target> marks_;
    std::vector<QLineF> strands_;
    std::vector<qreal> halfWidths_;
    SpatialGrid markGrid_;
    SpatialGrid strandGrid_;
};

} // namespace entente::ui
