#include "core/layout/as_in_file.h"

#include "core/layout/frame.h"
#include "core/layout/geometry.h"
#include "core/layout/overlap.h"
#include "core/layout/place_below.h"
#include "core/layout/place_by_neighbours.h"
#include "core/layout/refinement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace entente {

namespace {

/// Beyond the first, and nearer together than the second, numbers are no coordinates any more.
constexpr double farthest = 1e15;
constexpr double leastExtent = 1e-100;

bool isPlace(const Point& place) {
    return std::abs(place.x) <= farthest && std::abs(place.y) <= farthest;
}

Bounds boundsOfPlaces(const std::vector<Point>& places) {
    Bounds bounds;
    for (const Point& place : places) {
        if (isPlace(place)) {
            bounds.add(place);
        }
    }
    return bounds;
}

/// How large a picture is in the frame that it is meant for.
double extentOf(const Bounds& bounds) {
    return std::max(bounds.width(), frameAspect * bounds.height());
}

/// What brings the file's unit to the layout's: room for each mark on average, and more where they
/// lie close, but not so much that the picture loses all proportion to its marks.
double scaleFor(const std::vector<Point>& places, const Bounds& bounds) {
    std::vector<Point> points;
    for (const Point& place : places) {
        if (isPlace(place)) {
            points.push_back(minus(place, {bounds.left, bounds.top}));
        }
    }
    const double extent = extentOf(bounds);
    const double least = 2.2 * std::sqrt(static_cast<double>(points.size())) / extent;
    constexpr double mostGrowth = 2.4;
    for (Point& point : points) {
        point = {point.x * least, point.y * least};
    }
    makeRoom(points, leastWidthBetween);
    return least * std::min(extentOf(boundsOf(points)) / (extent * least), mostGrowth);
}

/// Fans out those that stand on one spot, the mean of the same neighbours, by the golden angle; the
/// first stays a little beside it, since a neighbour may be there.
void fanOut(const std::vector<std::uint32_t>& newcomers, std::vector<Point>& positions) {
    const double goldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));
    for (std::size_t i = 0; i < newcomers.size(); ++i) {
        Point& point = positions[newcomers[i]];
        const double angle = goldenAngle * static_cast<double>(i);
        point = {point.x + 0.6 * std::cos(angle), point.y + 0.6 * std::sin(angle)};
    }
}

} // namespace

bool arePlacesOfFile(const std::vector<Point>& places) {
    return extentOf(boundsOfPlaces(places)) > leastExtent;
}

std::vector<Point> layoutAsInFile(const LayoutGraph& graph, const std::vector<Point>& places,
                                  const Progress& progress) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<Point> positions = places;
    positions.resize(graph.vertexCount(), {unknown, unknown});
    const Bounds bounds = boundsOfPlaces(positions);
    if (bounds.empty()) {
        placeBelow(graph, positions, progress);
        return positions;
    }
    const double scale = extentOf(bounds) <= leastExtent ? 1 : scaleFor(positions, bounds);
    const Point middle{bounds.left + bounds.width() / 2, bounds.top + bounds.height() / 2};
    std::vector<std::uint8_t> stated(positions.size(), 0);
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (isPlace(positions[v])) {
            stated[v] = 1;
            positions[v] = {(positions[v].x - middle.x) * scale,
                            (positions[v].y - middle.y) * scale};
        } else {
            positions[v] = {unknown, unknown};
        }
    }
    progress.throwIfStopped();
    progress.tell(0.4);

    placeByNeighbours(graph, positions);
    std::vector<std::uint32_t> newcomers;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (stated[v] == 0 && isPlaced(positions[v])) {
            newcomers.push_back(v);
        }
    }
    if (!newcomers.empty()) {
        fanOut(newcomers, positions);
        std::vector<Point> reached;
        std::vector<std::uint8_t> pinned;
        std::vector<std::uint32_t> rows;
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            if (isPlaced(positions[v])) {
                reached.push_back(positions[v]);
                pinned.push_back(stated[v]);
                rows.push_back(v);
            }
        }
        constexpr int rounds = 40;
        separate(reached, leastWidthBetween, leastHeightBetween, pinned, rounds);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            positions[rows[i]] = reached[i];
        }
    }
    progress.throwIfStopped();
    progress.tell(0.8);
    placeBelow(graph, positions, progress);
    progress.tell(1);
    return positions;
}

} // namespace entente
