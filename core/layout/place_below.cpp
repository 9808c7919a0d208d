#include "core/layout/place_below.h"

#include "core/layout/components.h"
#include "core/layout/concentric.h"
#include "core/layout/frame.h"
#include "core/layout/geometry.h"

#include <algorithm>
#include <cmath>

namespace entente {

void placeBelow(const LayoutGraph& graph, std::vector<Point>& positions, const Progress& progress) {
    constexpr double gap = 1.1;
    constexpr double below = 2;
    Bounds above;
    std::vector<std::uint32_t> rest;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (isPlaced(positions[v])) {
            above.add(positions[v]);
        } else {
            rest.push_back(v);
        }
    }
    if (rest.empty()) {
        return;
    }
    struct Part {
        std::vector<std::uint32_t> vertices;
        Bounds bounds;
    };
    std::vector<Part> parts;
    double area = 0;
    for (const Component& component : components(subgraph(graph, rest))) {
        progress.throwIfStopped();
        const std::vector<Point> inside =
            concentricLayout(component.graph, {}, {{}, progress.stop});
        Part part{{}, boundsOf(inside)};
        for (std::size_t i = 0; i < inside.size(); ++i) {
            part.vertices.push_back(rest[component.vertices[i]]);
            positions[part.vertices.back()] = inside[i];
        }
        area += (part.bounds.width() + gap) * (part.bounds.height() + gap);
        parts.push_back(std::move(part));
    }
    // As wide as what is above, or as a frame is where the rows are the greater part.
    const double width = std::max(above.width(), std::sqrt(frameAspect * area));
    double top = above.empty() ? 0 : above.bottom + below;
    for (std::size_t first = 0; first < parts.size();) {
        std::size_t next = first;
        double used = -gap;
        double height = 0;
        while (next < parts.size() &&
               (next == first || used + gap + parts[next].bounds.width() <= width + 1e-9)) {
            used += gap + parts[next].bounds.width();
            height = std::max(height, parts[next].bounds.height());
            ++next;
        }
        const double whole = next < parts.size() || first > 0 ? width : used;
        double left = above.empty() ? 0 : (above.left + above.right - whole) / 2;
        for (; first < next; ++first) {
            const Bounds& bounds = parts[first].bounds;
            const Point shift{left - bounds.left,
                              top + (height - bounds.height()) / 2 - bounds.top};
            for (const std::uint32_t v : parts[first].vertices) {
                positions[v] = {positions[v].x + shift.x, positions[v].y + shift.y};
            }
            left += bounds.width() + gap;
        }
        top += height + gap;
    }
}

} // namespace entente
