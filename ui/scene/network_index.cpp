#include "ui/scene/network_index.h"

#include "ui/scene/clipping.h"
#include "ui/scene/network_geometry.h"
#include "ui/scene/shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

constexpr double easyRadius = 6;
/// For the cells and their lists of edges.
constexpr double bytesOfEdge = 25;
/// Cells that an edge lies in, on average.
constexpr int leastEntries = 4;
constexpr int mostEntries = 20;
constexpr int piecesOfCurve = 6;
/// Places farther off than this, in layout units, are no places.
constexpr double farthest = 1e9;

double squared(QPointF way) {
    return way.x() * way.x() + way.y() * way.y();
}

double squaredDistance(QPointF point, QPointF from, QPointF to) {
    const QPointF way = to - from;
    const double length = squared(way);
    const double share =
        length > 0 ? std::clamp(QPointF::dotProduct(point - from, way) / length, 0.0, 1.0) : 0;
    return squared(point - from - way * share);
}

bool touches(const QRectF& box, QPointF from, QPointF to) {
    return partWithin(box, from, to).has_value();
}

} // namespace

NetworkIndex::NetworkIndex(const std::vector<PlannedMark>& marks,
                           const std::vector<QPointF>& places, const std::vector<Ends>& ends,
                           const std::vector<QPointF>& bends) {
    const auto known = std::ranges::find_if(places, isPlaced);
    base_ = known != places.end() ? *known : QPointF();
    points_.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        largestRadius_ = std::max(largestRadius_, static_cast<double>(marks[i].radius));
        points_.push_back({inside(places[i]), marks[i].radius, marks[i].shape});
    }
    segments_.reserve(ends.size());
    for (const auto& [source, target] : ends) {
        segments_.push_back({points_[source].place, points_[target].place});
    }
    bends_.reserve(bends.size());
    for (const QPointF bend : bends) {
        bends_.push_back(inside(bend));
    }
    indexVertices();
    indexEdges();
}

/// Not a number where it would not be one as such.
NetworkIndex::Place NetworkIndex::inside(QPointF place) const {
    const QPointF from = place - base_;
    const bool known = std::abs(from.x()) < farthest && std::abs(from.y()) < farthest;
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();
    return known ? Place{static_cast<float>(from.x()), static_cast<float>(from.y())}
                 : Place{nowhere, nowhere};
}

template <typename Visit>
void NetworkIndex::visitPieces(std::uint32_t edge, const Visit& visit) const {
    const Segment& segment = segments_[edge];
    if (std::isnan(segment.from.x) || std::isnan(segment.to.x)) {
        return;
    }
    const QPointF from = outside(segment.from);
    const QPointF to = outside(segment.to);
    if (bends_.empty()) {
        visit(from, to);
        return;
    }
    QPointF last = from;
    for (int i = 1; i <= piecesOfCurve; ++i) {
        const double t = static_cast<double>(i) / piecesOfCurve;
        const QPointF next =
            from * ((1 - t) * (1 - t)) + outside(bends_[edge]) * (2 * t * (1 - t)) + to * (t * t);
        visit(last, next);
        last = next;
    }
}

void NetworkIndex::indexVertices() {
    QPointF low(std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity());
    QPointF high = -low;
    std::size_t placed = 0;
    for (const Vertex& vertex : points_) {
        if (!std::isnan(vertex.place.x)) {
            const QPointF place = outside(vertex.place);
            low = {std::min(low.x(), place.x()), std::min(low.y(), place.y())};
            high = {std::max(high.x(), place.x()), std::max(high.y(), place.y())};
            ++placed;
        }
    }
    if (placed == 0) {
        return;
    }
    vertices_.cover(QRectF(low, high), 0, placed);
    vertices_.fill(points_.size(), [this](std::uint32_t i, const auto& take) {
        if (!std::isnan(points_[i].place.x)) {
            const QPointF place = outside(points_[i].place);
            take(vertices_.at(vertices_.column(place.x()), vertices_.row(place.y())));
        }
    });
}

void NetworkIndex::indexEdges() {
    double lengths = 0;
    std::size_t pieces = 0;
    QPointF low(std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity());
    QPointF high = -low;
    for (std::uint32_t edge = 0; edge < segments_.size(); ++edge) {
        visitPieces(edge, [&](QPointF from, QPointF to) {
            lengths += std::abs(to.x() - from.x()) + std::abs(to.y() - from.y());
            ++pieces;
            low = {std::min({low.x(), from.x(), to.x()}), std::min({low.y(), from.y(), to.y()})};
            high = {std::max({high.x(), from.x(), to.x()}), std::max({high.y(), from.y(), to.y()})};
        });
    }
    if (pieces == 0) {
        return;
    }
    // An edge crosses about as many borders of cells as it is long and wide in cells. Cells are as
    // small as memory allows.
    const auto edges = static_cast<double>(segments_.size());
    for (int entries = mostEntries; entries >= leastEntries; --entries) {
        edges_.cover(QRectF(low, high), lengths / (edges * (entries - 1)), segments_.size());
        const double cells = static_cast<double>(edges_.cellCount());
        const double bytes =
            entries * std::max(1.0, 0.7 + std::log2(cells / entries) / 7) + 4 * cells / edges;
        if (bytes <= bytesOfEdge) {
            break;
        }
    }
    edges_.fill(segments_.size(), [this](std::uint32_t i, const auto& take) {
        std::size_t lastCell = std::numeric_limits<std::size_t>::max();
        visitPieces(i, [&](QPointF a, QPointF b) {
            // Row by row: the columns that the piece passes within the row.
            if (a.y() > b.y()) {
                std::swap(a, b);
            }
            const double rise = b.y() - a.y();
            const double slope = rise > 1e-12 ? (b.x() - a.x()) / rise : 0;
            const int lastRow = edges_.row(b.y());
            for (int row = edges_.row(a.y()); row <= lastRow; ++row) {
                double from = a.x();
                double to = b.x();
                if (rise > 1e-12) {
                    const double top = edges_.top(row);
                    from = a.x() + (std::max(a.y(), top) - a.y()) * slope;
                    to = a.x() + (std::min(b.y(), edges_.top(row + 1)) - a.y()) * slope;
                }
                const int lastColumn = edges_.column(std::max(from, to));
                for (int column = edges_.column(std::min(from, to)); column <= lastColumn;
                     ++column) {
                    const std::size_t at = edges_.at(column, row);
                    if (at != lastCell) {
                        take(at);
                        lastCell = at;
                    }
                }
            }
        });
    });
}

NetworkIndex::Hit NetworkIndex::at(QPointF place, const Scale& scale, double tolerance) const {
    Hit hit;
    hit.vertex = vertexAt(place, scale);
    if (!hit.vertex) {
        hit.edge = edgeAt(place, tolerance / scale.pixelsPerUnit, 0.5 / scale.pixelsPerUnit);
    }
    return hit;
}

std::optional<std::uint32_t> NetworkIndex::vertexAt(QPointF place, const Scale& scale) const {
    const double reach =
        std::max(easyRadius, largestRadius_ * scale.marks * 1.45) / scale.pixelsPerUnit;
    std::optional<std::uint32_t> over;
    std::optional<std::uint32_t> near;
    double nearest = easyRadius / scale.pixelsPerUnit;
    vertices_.visit(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach),
                    [&](std::uint32_t vertex) {
                        const Vertex& mark = points_[vertex];
                        const QPointF from = place - outside(mark.place);
                        const double distance = std::sqrt(squared(from));
                        const double radius = mark.radius * scale.marks / scale.pixelsPerUnit;
                        if (radius > 0 && distance <= (distance > 0 ? shapeReach(mark.shape, radius,
                                                                                 from / distance)
                                                                    : radius)) {
                            // Marks lie on one another kind by kind.
                            if (!over || std::pair(mark.shape, vertex) >
                                             std::pair(points_[*over].shape, *over)) {
                                over = vertex;
                            }
                        }
                        if (radius > 0 && distance <= nearest) {
                            nearest = distance;
                            near = vertex;
                        }
                        return true;
                    });
    return over ? over : near;
}

std::optional<std::uint32_t> NetworkIndex::edgeAt(QPointF place, double tolerance,
                                                  double enough) const {
    std::optional<std::uint32_t> found;
    double nearest = tolerance * tolerance;
    edges_.visit(QRectF(place.x() - tolerance, place.y() - tolerance, 2 * tolerance, 2 * tolerance),
                 [&](std::uint32_t edge) {
                     visitPieces(edge, [&](QPointF from, QPointF to) {
                         // Most lie far from it even as lines without an end.
                         const QPointF way = to - from;
                         const QPointF off = place - from;
                         const double area = way.x() * off.y() - way.y() * off.x();
                         if (area * area > nearest * squared(way)) {
                             return;
                         }
                         const double distance = squaredDistance(place, from, to);
                         if (distance < nearest || (distance <= nearest && !found)) {
                             nearest = distance;
                             found = edge;
                         }
                     });
                     // Nobody can point more closely; where edges are many, this saves most.
                     return nearest > enough * enough;
                 });
    return found;
}

std::optional<std::vector<std::uint32_t>> NetworkIndex::verticesIn(const QRectF& part,
                                                                   std::size_t most) const {
    std::vector<std::uint32_t> found;
    const bool all = vertices_.visit(part, [&](std::uint32_t vertex) {
        if (part.contains(outside(points_[vertex].place))) {
            found.push_back(vertex);
        }
        return found.size() <= most;
    });
    if (!all) {
        return std::nullopt;
    }
    std::ranges::sort(found);
    return found;
}

std::vector<std::uint32_t> NetworkIndex::verticesWithin(const QPolygonF& outline) const {
    const QRectF box = outline.boundingRect();
    const qsizetype corners = outline.size();
    if (corners < 3 || !(box.height() > 0)) {
        return {};
    }
    // The sides of the outline by height: a vertex is compared with those beside it only.
    constexpr int slices = 512;
    const auto sliceOf = [&](double y) {
        return static_cast<int>(
            std::clamp((y - box.top()) / box.height() * slices, 0.0, slices - 1.0));
    };
    std::vector<std::vector<std::pair<QPointF, QPointF>>> sides(slices);
    for (qsizetype i = 0; i < corners; ++i) {
        const QPointF a = outline[i];
        const QPointF b = outline[(i + 1) % corners];
        for (int slice = sliceOf(std::min(a.y(), b.y())); slice <= sliceOf(std::max(a.y(), b.y()));
             ++slice) {
            sides[static_cast<std::size_t>(slice)].emplace_back(a, b);
        }
    }
    std::vector<std::uint32_t> found;
    vertices_.visit(box, [&](std::uint32_t vertex) {
        const QPointF place = outside(points_[vertex].place);
        bool inside = false;
        for (const auto& [a, b] : sides[static_cast<std::size_t>(sliceOf(place.y()))]) {
            if ((a.y() > place.y()) != (b.y() > place.y()) &&
                place.x() < a.x() + (place.y() - a.y()) * (b.x() - a.x()) / (b.y() - a.y())) {
                inside = !inside;
            }
        }
        if (inside) {
            found.push_back(vertex);
        }
        return true;
    });
    std::ranges::sort(found);
    return found;
}

std::optional<std::vector<std::uint32_t>> NetworkIndex::edgesIn(const QRectF& part,
                                                                std::size_t most) const {
    std::vector<std::uint32_t> found;
    std::vector<bool> seen(segments_.size(), false);
    const bool all = edges_.visit(part, [&](std::uint32_t edge) {
        if (!seen[edge]) {
            seen[edge] = true;
            bool inPart = false;
            visitPieces(edge, [&](QPointF from, QPointF to) {
                inPart = inPart || touches(part, from, to);
            });
            if (inPart) {
                found.push_back(edge);
            }
        }
        return found.size() <= most;
    });
    if (!all) {
        return std::nullopt;
    }
    std::ranges::sort(found);
    return found;
}

std::size_t NetworkIndex::bytes() const {
    return points_.size() * sizeof(Vertex) + segments_.size() * sizeof(Segment) +
           bends_.size() * sizeof(Place) + vertices_.bytes() + edges_.bytes();
}

} // namespace entente::ui
