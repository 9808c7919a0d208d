#include "core/layout/geographic.h"

#include "core/layout/frame.h"
#include "core/layout/geometry.h"
#include "core/layout/overlap.h"
#include "core/layout/place_below.h"
#include "core/layout/place_by_neighbours.h"
#include "core/layout/refinement.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

namespace entente {

namespace {

constexpr double roundTheWorld = 360;

bool isPlace(const Point& degrees) {
    return isPlaced(degrees) && std::abs(degrees.y) <= 90;
}

/// The meridian opposite to the middle of the widest gap between places: nothing is torn apart.
double middleMeridian(const std::vector<Point>& places) {
    std::vector<double> longitudes;
    for (const Point& place : places) {
        if (isPlace(place)) {
            longitudes.push_back(std::remainder(place.x, roundTheWorld));
        }
    }
    if (longitudes.empty()) {
        return 0;
    }
    std::ranges::sort(longitudes);
    double widest = longitudes.front() + roundTheWorld - longitudes.back();
    double middle = longitudes.back() + widest / 2;
    for (std::size_t i = 1; i < longitudes.size(); ++i) {
        const double width = longitudes[i] - longitudes[i - 1];
        if (width > widest) {
            widest = width;
            middle = longitudes[i - 1] + width / 2;
        }
    }
    return middle + roundTheWorld / 2;
}

/// Vertices that share a spot, the one with a place of its own in front.
using Spot = std::vector<std::uint32_t>;

std::vector<Spot> spotsOf(const std::vector<Point>& positions, const std::vector<Point>& places) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (isPlaced(positions[v])) {
            order.push_back(v);
        }
    }
    // About a kilometre: nearer than that is the same spot.
    constexpr double fine = 6000;
    const auto key = [&](std::uint32_t v) {
        return std::tuple{std::llround(positions[v].x * fine), std::llround(positions[v].y * fine)};
    };
    std::ranges::sort(order, {}, [&](std::uint32_t v) {
        return std::tuple{key(v), !isPlace(places[v]), v};
    });
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || key(order[i]) != key(order[i - 1])) {
            spots.emplace_back();
        }
        spots.back().push_back(order[i]);
    }
    return spots;
}

/// How much larger the map is to be for few of its spots to overlap: not more than makes it lose
/// all proportion to its marks.
double scaleFor(const std::vector<Spot>& spots, const std::vector<Point>& positions,
                std::size_t vertexCount) {
    std::vector<Point> points;
    for (const Spot& spot : spots) {
        points.push_back(positions[spot.front()]);
    }
    const Bounds bounds = boundsOf(points);
    const double extent = std::max(bounds.width(), frameAspect * bounds.height());
    if (extent <= 0) {
        return 1;
    }
    const double least = 2.2 * std::sqrt(static_cast<double>(vertexCount)) / extent;
    constexpr double mostGrowth = 2.4;
    for (Point& point : points) {
        point = {point.x * least, point.y * least};
    }
    makeRoom(points, leastWidthBetween);
    const Bounds grown = boundsOf(points);
    const double growth = std::max(grown.width(), frameAspect * grown.height()) / (extent * least);
    return least * std::min(growth, mostGrowth);
}

} // namespace

Point naturalEarth(const Point& degrees) {
    constexpr double radians = std::numbers::pi / 180;
    const double phi = degrees.y * radians;
    const double two = phi * phi;
    const double four = two * two;
    return {degrees.x * radians *
                (0.8707 - 0.131979 * two +
                 four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))),
            -phi * (1.007226 +
                    two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four)))};
}

std::vector<Point> geographicLayout(const LayoutGraph& graph, const std::vector<Point>& places,
                                    const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<Point> known = places;
    known.resize(n, {unknown, unknown});
    const double meridian = middleMeridian(known);
    std::vector<Point> positions(n, {unknown, unknown});
    for (std::size_t v = 0; v < n; ++v) {
        if (isPlace(known[v])) {
            positions[v] =
                naturalEarth({std::remainder(known[v].x - meridian, roundTheWorld), known[v].y});
        }
    }
    placeByNeighbours(graph, positions);
    progress.throwIfStopped();
    progress.tell(0.2);

    const std::vector<Spot> spots = spotsOf(positions, known);
    const double scale = scaleFor(spots, positions, n);
    progress.throwIfStopped();
    progress.tell(0.5);
    std::vector<std::uint32_t> order;
    std::vector<Point> onMap;
    for (const Spot& spot : spots) {
        const Point centre = positions[spot.front()];
        for (std::size_t i = 0; i < spot.size(); ++i) {
            const double radius = 0.62 * std::sqrt(static_cast<double>(i));
            const double angle = static_cast<double>(i) * std::numbers::pi * (3 - std::sqrt(5.0));
            order.push_back(spot[i]);
            onMap.push_back({centre.x * scale + leastWidthBetween * radius * std::cos(angle),
                             centre.y * scale + leastHeightBetween * radius * std::sin(angle)});
        }
    }
    const int rounds = n <= 2000 ? 300 : n <= 20'000 ? 40 : 10;
    separate(onMap, leastWidthBetween, leastHeightBetween, {}, rounds);
    for (std::size_t i = 0; i < order.size(); ++i) {
        positions[order[i]] = onMap[i];
    }
    placeBelow(graph, positions, progress);
    progress.tell(1);
    return positions;
}

} // namespace entente
