#include "core/layout/bipartite.h"

#include "core/layout/components.h"
#include "core/layout/place_below.h"
#include "core/layout/spacing.h"
#include "core/layout/two_layers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {

namespace {

// Between marks of one column, between the columns of a folded one, and between the two sides.
constexpr double rowGap = 0.8;
constexpr double columnGap = 1.1;
constexpr double leastBetweenSides = 5;
// Of a column that need not be folded.
constexpr double tall = 48;

/// How a side is drawn: in how many columns, and how far along from one vertex to the next.
struct Column {
    std::size_t folds = 1;
    double step = rowGap;
};

struct Frame {
    double height = 0;
    double between = leastBetweenSides;
};

std::size_t foldsFor(std::size_t count, double height) {
    if (count == 0) {
        return 1;
    }
    return static_cast<std::size_t>(
        std::max(1.0, std::ceil(rowGap * static_cast<double>(count) / height - 1e-9)));
}

/// As tall as the longer side asks, folded where that would be much.
Frame frameFor(std::size_t more, std::size_t fewer) {
    Frame frame;
    for (std::size_t folds = 1;; ++folds) {
        frame.height = rowGap * static_cast<double>(more) / static_cast<double>(folds);
        frame.between = std::max(leastBetweenSides, 0.6 * frame.height);
        const double width =
            frame.between + columnGap * static_cast<double>(foldsFor(more, frame.height) +
                                                            foldsFor(fewer, frame.height));
        if (frame.height <= std::max(tall, 0.9 * width)) {
            return frame;
        }
    }
}

bool anyInside(const LayoutGraph& graph, const std::vector<std::uint8_t>& sides) {
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (sides[v] == sides[graph.neighbours[arc]]) {
                return true;
            }
        }
    }
    return false;
}

/// Both sides in an order that crosses few edges, connected parts after one another.
TwoLayers ordered(const LayoutGraph& graph, const std::vector<std::uint8_t>& sides,
                  const Progress& progress) {
    TwoLayers all;
    std::size_t done = 0;
    for (const Component& part : components(graph)) {
        TwoLayers layers;
        for (std::uint32_t i = 0; i < part.vertices.size(); ++i) {
            (sides[part.vertices[i]] == 0 ? layers.left : layers.right).push_back(i);
        }
        cutCrossings(part.graph, layers, {{}, progress.stop});
        for (const std::uint32_t i : layers.left) {
            all.left.push_back(part.vertices[i]);
        }
        for (const std::uint32_t i : layers.right) {
            all.right.push_back(part.vertices[i]);
        }
        done += part.vertices.size();
        progress.tell(0.95 * static_cast<double>(done) / static_cast<double>(graph.vertexCount()));
    }
    return all;
}

/// Where a side's vertices stand along it: as near to their neighbours as the step lets them, and
/// within the height where that has room for all.
std::vector<double> beside(const LayoutGraph& graph, const std::vector<std::uint32_t>& line,
                           const std::vector<std::uint8_t>& sides,
                           const std::vector<Point>& positions, double step, double height) {
    std::vector<double> wanted(line.size());
    double last = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::uint32_t v = line[i];
        double sum = 0;
        double count = 0;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (sides[other] != sides[v]) {
                sum += positions[other].y;
                ++count;
            }
        }
        // Nothing asks for it: after the one before.
        wanted[i] = count > 0 ? sum / count : std::isfinite(last) ? last + step : 0;
        last = wanted[i];
    }
    std::vector<double> along = spaced(wanted, step);
    const double room = height - step * static_cast<double>(line.size() - 1);
    for (std::size_t i = 0; i < along.size() && room >= 0; ++i) {
        const double low = step * static_cast<double>(i) - height / 2;
        along[i] = std::clamp(along[i], low, low + room);
    }
    return along;
}

} // namespace

std::vector<std::uint8_t> sidesFromEdges(const LayoutGraph& graph) {
    std::vector<std::uint8_t> sides(graph.vertexCount(), 0);
    for (const Component& part : components(graph)) {
        const LayoutGraph& inside = part.graph;
        const std::size_t n = inside.vertexCount();
        constexpr std::uint8_t unknown = 2;
        std::vector<std::uint8_t> own(n, unknown);
        std::vector<std::uint32_t> found{0};
        own[0] = 0;
        const auto agreeing = [&](std::uint32_t v, std::uint8_t side) {
            std::uint32_t count = 0;
            for (std::uint32_t arc = inside.offsets[v]; arc < inside.offsets[v + 1]; ++arc) {
                count += own[inside.neighbours[arc]] == side ? 1U : 0U;
            }
            return count;
        };
        for (std::size_t next = 0; next < found.size(); ++next) {
            const std::uint32_t v = found[next];
            for (std::uint32_t arc = inside.offsets[v]; arc < inside.offsets[v + 1]; ++arc) {
                const std::uint32_t other = inside.neighbours[arc];
                if (own[other] == unknown) {
                    own[other] = own[v] == 0 ? 1 : 0;
                    found.push_back(other);
                }
            }
        }
        constexpr int rounds = 20;
        bool changed = true;
        for (int round = 0; round < rounds && changed; ++round) {
            changed = false;
            for (const std::uint32_t v : found) {
                const std::uint8_t across = own[v] == 0 ? 1 : 0;
                if (agreeing(v, own[v]) > agreeing(v, across)) {
                    own[v] = across;
                    changed = true;
                }
            }
        }
        const auto ones = static_cast<std::size_t>(std::ranges::count(own, 1));
        const bool turned = 2 * ones < n;
        for (std::size_t i = 0; i < n; ++i) {
            sides[part.vertices[i]] = turned ? (own[i] == 0 ? 1 : 0) : own[i];
        }
    }
    return sides;
}

std::vector<Point> bipartiteLayout(const LayoutGraph& graph, const std::vector<std::uint8_t>& sides,
                                   const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    if (n == 0) {
        return {};
    }
    const bool given = sides.size() == n;
    std::vector<std::uint8_t> sideOf = given ? sides : sidesFromEdges(graph);
    for (std::uint8_t& side : sideOf) {
        side = side == 0 ? 0 : 1;
    }
    TwoLayers layers = ordered(graph, sideOf, progress);
    if (!given) {
        // Edges say nothing about what has none.
        const auto alone = [&](std::uint32_t v) {
            return graph.offsets[v] == graph.offsets[v + 1];
        };
        std::erase_if(layers.left, alone);
        std::erase_if(layers.right, alone);
    }
    const bool leftIsLonger = layers.left.size() > layers.right.size();
    const std::vector<std::uint32_t>& longer = leftIsLonger ? layers.left : layers.right;
    const std::vector<std::uint32_t>& shorter = leftIsLonger ? layers.right : layers.left;
    const Frame frame = frameFor(longer.size(), shorter.size());

    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<Point> positions(n, {unknown, unknown});
    const auto place = [&](const std::vector<std::uint32_t>& line, const std::vector<double>& along,
                           double outwards) {
        const std::size_t folds = foldsFor(line.size(), frame.height);
        for (std::size_t i = 0; i < line.size(); ++i) {
            positions[line[i]] = {
                outwards * (frame.between / 2 + columnGap * static_cast<double>(i % folds)),
                along[i]};
        }
    };
    const std::size_t folds = foldsFor(longer.size(), frame.height);
    std::vector<double> along(longer.size());
    for (std::size_t i = 0; i < along.size(); ++i) {
        along[i] = rowGap / static_cast<double>(folds) *
                   (static_cast<double>(i) - static_cast<double>(along.size() - 1) / 2);
    }
    place(longer, along, leftIsLonger ? -1 : 1);
    if (!shorter.empty()) {
        // Where there is room, marks of the shorter side do not huddle.
        const double step =
            std::max(rowGap / static_cast<double>(foldsFor(shorter.size(), frame.height)),
                     0.6 * frame.height / static_cast<double>(shorter.size()));
        place(shorter, beside(graph, shorter, sideOf, positions, step, frame.height),
              leftIsLonger ? 1 : -1);
    }
    if (anyInside(graph, sideOf)) {
        const double half = std::max(1.0, frame.height / 2);
        for (Point& point : positions) {
            const double part = point.y / half;
            const double bend = 0.3 * half * std::max(0.0, 1 - part * part);
            point.x += point.x < 0 ? -bend : bend;
        }
    }
    placeBelow(graph, positions, progress);
    progress.tell(1);
    return positions;
}

} // namespace entente
