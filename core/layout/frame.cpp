#include "core/layout/frame.h"

#include "core/layout/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente {

namespace {

Point turned(const Point& point, double c, double s) {
    return {point.x * c - point.y * s, point.x * s + point.y * c};
}

} // namespace

std::vector<Point> convexHull(std::vector<Point> points) {
    std::ranges::sort(points, {}, [](const Point& p) { return std::pair{p.x, p.y}; });
    if (points.size() < 3) {
        return points;
    }
    std::vector<Point> hull;
    for (int side = 0; side < 2; ++side) {
        const std::size_t start = hull.size();
        for (const Point& point : points) {
            while (hull.size() >= start + 2 && cross(minus(hull.back(), hull[hull.size() - 2]),
                                                     minus(point, hull[hull.size() - 2])) <= 0) {
                hull.pop_back();
            }
            hull.push_back(point);
        }
        hull.pop_back();
        std::ranges::reverse(points);
    }
    return hull;
}

double frameScale(double width, double height) {
    constexpr double margin = 0.8;
    return std::min(frameAspect / (width + margin), 1 / (height + margin));
}

void turnToFit(std::vector<Point>& positions) {
    if (positions.size() < 2) {
        return;
    }
    Point centre;
    for (const Point& point : positions) {
        centre.x += point.x / static_cast<double>(positions.size());
        centre.y += point.y / static_cast<double>(positions.size());
    }
    for (Point& point : positions) {
        point = minus(point, centre);
    }
    const std::vector<Point> hull = convexHull(positions);
    const auto boundsAt = [&hull](double angle) {
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        Bounds bounds;
        for (const Point& point : hull) {
            bounds.add(turned(point, c, s));
        }
        return bounds;
    };
    const auto bestAngle = [&](const auto& worth) {
        constexpr int angles = 120;
        constexpr double stepWidth = std::numbers::pi / angles;
        double best = std::numeric_limits<double>::lowest();
        double angle = 0;
        const auto tryAngle = [&](double tried) {
            const double now = worth(boundsAt(tried));
            if (now > best + 1e-9 * std::abs(best)) {
                best = now;
                angle = tried;
            }
        };
        for (int i = 0; i < angles; ++i) {
            tryAngle(stepWidth * i);
        }
        const double coarse = angle;
        for (int i = -10; i <= 10; ++i) {
            tryAngle(coarse + stepWidth * i / 10);
        }
        return angle;
    };
    double angle = bestAngle([](const Bounds& bounds) { return -bounds.height(); });
    const Bounds flat = boundsAt(angle);
    // What is long lies flat; only what is nearly round may stand askew to fill the frame.
    if (flat.width() < frameAspect * flat.height()) {
        angle = bestAngle(
            [](const Bounds& bounds) { return frameScale(bounds.width(), bounds.height()); });
    }
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    for (Point& point : positions) {
        point = turned(point, c, s);
    }
}

void alignTo(const std::vector<Point>& targets, const std::vector<std::uint8_t>& chosen,
             std::vector<Point>& positions) {
    Point from;
    Point to;
    double count = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (chosen[v] != 0) {
            from = {from.x + positions[v].x, from.y + positions[v].y};
            to = {to.x + targets[v].x, to.y + targets[v].y};
            ++count;
        }
    }
    if (count == 0) {
        return;
    }
    from = {from.x / count, from.y / count};
    to = {to.x / count, to.y / count};
    // The best turn has the angle of Σ conj(p) q, as complex numbers; mirrored, of Σ p q.
    Point plain;
    Point mirrored;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (chosen[v] != 0) {
            const Point p = minus(positions[v], from);
            const Point q = minus(targets[v], to);
            plain = {plain.x + dot(p, q), plain.y + cross(p, q)};
            const Point m{p.x, -p.y};
            mirrored = {mirrored.x + dot(m, q), mirrored.y + cross(m, q)};
        }
    }
    const bool mirror = length(mirrored) > length(plain) * (1 + 1e-9);
    const Point turn = mirror ? mirrored : plain;
    const double size = length(turn);
    const double c = size > 0 ? turn.x / size : 1;
    const double s = size > 0 ? turn.y / size : 0;
    for (Point& point : positions) {
        Point p = minus(point, from);
        p.y = mirror ? -p.y : p.y;
        p = turned(p, c, s);
        point = {p.x + to.x, p.y + to.y};
    }
}

} // namespace entente
