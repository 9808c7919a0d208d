#include "core/layout/disc.h"

#include "core/layout/geometry.h"
#include "core/layout/overlap.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

void clearDisc(std::vector<Point>& points, const Point& centre, double radius,
               const std::vector<std::uint8_t>& stay) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point away = minus(points[i], centre);
        const double before = length(away);
        if (stay[i] == 0 && before > 0) {
            const double growth = std::hypot(before, radius) / before;
            points[i] = {centre.x + away.x * growth, centre.y + away.y * growth};
        }
    }
}

std::vector<Point> spreadOverDisc(const std::vector<Point>& points, const Point& centre,
                                  double radius, double distance) {
    const auto count = static_cast<double>(points.size());
    Point middle;
    for (const Point& point : points) {
        middle = {middle.x + point.x / count, middle.y + point.y / count};
    }
    std::vector<std::size_t> outwards(points.size());
    std::iota(outwards.begin(), outwards.end(), std::size_t{0});
    std::ranges::stable_sort(outwards, {},
                             [&](std::size_t i) { return length(minus(points[i], middle)); });
    // The first one is who stands in the centre.
    std::vector<Point> spread(points.size() + 1, centre);
    for (std::size_t rank = 0; rank < outwards.size(); ++rank) {
        const Point away = minus(points[outwards[rank]], middle);
        const double angle = std::atan2(away.y, away.x);
        const double far = radius * std::sqrt(static_cast<double>(rank + 1) / (count + 1));
        spread[outwards[rank] + 1] = {centre.x + far * std::cos(angle),
                                      centre.y + far * std::sin(angle)};
    }
    std::vector<std::uint8_t> held(spread.size(), 0);
    held.front() = 1;
    // Many are about even as they are, and somebody waits.
    constexpr std::size_t many = 5'000;
    const int rounds = points.size() < many ? 20 : 3;
    separate(spread, distance, distance, held, rounds);
    spread.erase(spread.begin());
    return spread;
}

} // namespace entente
