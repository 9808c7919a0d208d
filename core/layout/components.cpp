#include "core/layout/components.h"

#include "core/layout/frame.h"
#include "core/layout/geometry.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace entente {

LayoutGraph subgraph(const LayoutGraph& graph, const std::vector<std::uint32_t>& vertices) {
    std::vector<std::uint32_t> number(graph.vertexCount(), noIndex);
    for (std::uint32_t i = 0; i < vertices.size(); ++i) {
        number[vertices[i]] = i;
    }
    LayoutGraph part;
    part.offsets.reserve(vertices.size() + 1);
    for (const std::uint32_t vertex : vertices) {
        for (std::uint32_t arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1]; ++arc) {
            const std::uint32_t other = number[graph.neighbours[arc]];
            if (other != noIndex) {
                part.neighbours.push_back(other);
                part.weights.push_back(graph.weights[arc]);
                part.signs.push_back(graph.signs[arc]);
            }
        }
        part.offsets.push_back(static_cast<std::uint32_t>(part.neighbours.size()));
    }
    return part;
}

std::vector<Component> components(const LayoutGraph& graph) {
    std::vector<bool> seen(graph.vertexCount(), false);
    std::vector<Component> parts;
    for (std::uint32_t start = 0; start < graph.vertexCount(); ++start) {
        if (seen[start]) {
            continue;
        }
        Component part;
        part.vertices.push_back(start);
        seen[start] = true;
        for (std::size_t next = 0; next < part.vertices.size(); ++next) {
            const std::uint32_t vertex = part.vertices[next];
            for (std::uint32_t arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1];
                 ++arc) {
                const std::uint32_t other = graph.neighbours[arc];
                if (!seen[other]) {
                    seen[other] = true;
                    part.vertices.push_back(other);
                }
            }
        }
        std::ranges::sort(part.vertices);
        parts.push_back(std::move(part));
    }
    std::ranges::stable_sort(parts, std::ranges::greater{},
                             [](const Component& part) { return part.vertices.size(); });
    if (parts.size() == 1) {
        parts.front().graph = graph;
        return parts;
    }
    // One pass over all parts: `subgraph` for each would cost O(n) a part.
    std::vector<std::uint32_t> number(graph.vertexCount());
    for (Component& part : parts) {
        for (std::uint32_t i = 0; i < part.vertices.size(); ++i) {
            number[part.vertices[i]] = i;
        }
        for (const std::uint32_t vertex : part.vertices) {
            for (std::uint32_t arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1];
                 ++arc) {
                part.graph.neighbours.push_back(number[graph.neighbours[arc]]);
                part.graph.weights.push_back(graph.weights[arc]);
                part.graph.signs.push_back(graph.signs[arc]);
            }
            part.graph.offsets.push_back(static_cast<std::uint32_t>(part.graph.neighbours.size()));
        }
    }
    return parts;
}

namespace {

// Between parts: about the room between two vertices, so that the parts stay apart from one another
// and still together.
constexpr double gap = 1.0;

/// Fills rows `limit` wide from the top, each row's rectangles on one centre line. `across` swaps
/// width and height: then it fills columns.
void fillRows(std::span<PackedRectangle> rectangles, double limit, double top, bool across) {
    const auto extent = [across](const PackedRectangle& r) { return across ? r.height : r.width; };
    const auto depth = [across](const PackedRectangle& r) { return across ? r.width : r.height; };
    for (std::size_t first = 0; first < rectangles.size();) {
        double end = extent(rectangles[first]);
        double rowDepth = depth(rectangles[first]);
        std::size_t next = first + 1;
        for (; next < rectangles.size() && end + gap + extent(rectangles[next]) <= limit + 1e-9;
             ++next) {
            end += gap + extent(rectangles[next]);
            rowDepth = std::max(rowDepth, depth(rectangles[next]));
        }
        double start = 0;
        for (; first < next; ++first) {
            PackedRectangle& r = rectangles[first];
            // In columns things line up on their left, as text does.
            const double middle = across ? top : top + (rowDepth - depth(r)) / 2;
            r.left = across ? middle : start;
            r.top = across ? start : middle;
            start += extent(r) + gap;
        }
        top += rowDepth + gap;
    }
}

double fillOf(const std::vector<PackedRectangle>& rectangles) {
    Bounds bounds;
    for (const PackedRectangle& r : rectangles) {
        bounds.add({r.left, r.top});
        bounds.add({r.left + r.width, r.top + r.height});
    }
    return frameScale(bounds.width(), bounds.height());
}

} // namespace

void packRectangles(std::vector<PackedRectangle>& rectangles) {
    if (rectangles.size() < 2) {
        return;
    }
    std::vector<PackedRectangle> best;
    double most = 0;
    const auto keep = [&](const std::vector<PackedRectangle>& tried) {
        const double fill = fillOf(tried);
        // A clear gain only: rows below are what the eye expects.
        if (best.empty() || fill > most * 1.03) {
            best = tried;
            most = fill;
        }
    };
    std::vector<PackedRectangle> tried = rectangles;
    const std::span<PackedRectangle> others = std::span(tried).subspan(1);
    double area = 0;
    double widest = 0;
    for (const PackedRectangle& r : rectangles) {
        area += (r.width + gap) * (r.height + gap);
        widest = std::max(widest, r.width);
    }
    tried[0].left = 0;
    tried[0].top = 0;
    fillRows(others, std::max(widest, 4 * gap), tried[0].height + gap, false);
    keep(tried);
    fillRows(others, std::max(tried[0].height, 2 * gap), tried[0].width + gap, true);
    keep(tried);
    for (const double stretch : {0.85, 0.95, 1.05, 1.15, 1.3}) {
        fillRows(tried, std::max(widest, std::sqrt(area * frameAspect) * stretch), 0, false);
        keep(tried);
    }
    rectangles = std::move(best);
}

} // namespace entente
