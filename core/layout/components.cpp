#include "core/layout/components.h"

#include <algorithm>
#include <cmath>

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

void packRectangles(std::vector<PackedRectangle>& rectangles, double aspect) {
    double area = 0;
    double widest = 0;
    for (const PackedRectangle& rectangle : rectangles) {
        area += rectangle.width * rectangle.height;
        widest = std::max(widest, rectangle.width);
    }
    const double rowWidth = std::max(widest, std::sqrt(area * aspect) * 1.05);
    double left = 0;
    double top = 0;
    double rowHeight = 0;
    for (PackedRectangle& rectangle : rectangles) {
        if (left > 0 && left + rectangle.width > rowWidth) {
            top += rowHeight;
            left = 0;
            rowHeight = 0;
        }
        rectangle.left = left;
        rectangle.top = top;
        left += rectangle.width;
        rowHeight = std::max(rowHeight, rectangle.height);
    }
}

} // namespace entente
