#pragma once

#include "ui/scene/network_plan.h"
#include "ui/scene/packed_grid.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace entente::ui {

/// Finds the vertices and edges of a laid-out network by where they are, in layout units, so that
/// it holds at every zoom. Grids in flat arrays: some 25 bytes an edge, whatever the lengths of
/// edges.
class NetworkIndex {
public:
    using Ends = std::pair<std::uint32_t, std::uint32_t>;

    NetworkIndex() = default;
    /// `places`: one a vertex, not a number where it has none; `ends`: one an edge; `bends`: where
    /// edges bend to, one an edge or none. O(n + m).
    NetworkIndex(const std::vector<PlannedMark>& marks, const std::vector<QPointF>& places,
                 const std::vector<Ends>& ends, const std::vector<QPointF>& bends = {});

    /// How the plane is shown.
    struct Scale {
        double pixelsPerUnit = 1;
        double marks = 1; ///< pixels a planned pixel of radius
    };
    struct Hit {
        std::optional<std::uint32_t> vertex;
        std::optional<std::uint32_t> edge;
    };
    /// The mark that lies topmost under a place; one of less than 6 pixels is as easy to hit as if
    /// it had them; else the nearest edge within `tolerance` pixels, or one within half a pixel.
    [[nodiscard]] Hit at(QPointF place, const Scale& scale, double tolerance = 4) const;

    /// Vertices whose places lie within, in their order; nothing where they are more than `most`.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> verticesIn(const QRectF& part,
                                                                       std::size_t most) const;
    /// The same by the even–odd rule. O(vertices in the bounding box × edges of the outline at
    /// their height).
    [[nodiscard]] std::vector<std::uint32_t> verticesWithin(const QPolygonF& outline) const;
    /// Edges that may touch the part, in their order; nothing where they are more than `most`.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> edgesIn(const QRectF& part,
                                                                    std::size_t most) const;

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Place {
        float x;
        float y;
    };
    struct Vertex {
        Place place;
        float radius;
        Shape shape;
    };
    struct Segment {
        Place from;
        Place to;
    };

    [[nodiscard]] Place inside(QPointF place) const;
    [[nodiscard]] QPointF outside(Place place) const {
        return base_ + QPointF(static_cast<double>(place.x), static_cast<double>(place.y));
    }
    void indexVertices();
    void indexEdges();
    [[nodiscard]] std::optional<std::uint32_t> vertexAt(QPointF place, const Scale& scale) const;
    [[nodiscard]] std::optional<std::uint32_t> edgeAt(QPointF place, double tolerance,
                                                      double enough) const;
    template <typename Visit>
    void visitPieces(std::uint32_t edge, const Visit& visit) const;

    QPointF base_; ///< of what is stored in single precision
    std::vector<Vertex> points_;
    std::vector<Segment> segments_;
    std::vector<Place> bends_;
    double largestRadius_ = 0;
    PackedGrid vertices_;
    PackedGrid edges_;
};

} // namespace entente::ui
