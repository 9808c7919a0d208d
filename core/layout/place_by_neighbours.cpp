#include "core/layout/place_by_neighbours.h"

#include "core/layout/geometry.h"

#include <algorithm>

namespace entente {

void placeByNeighbours(const LayoutGraph& graph, std::vector<Point>& positions) {
    std::vector<std::uint32_t> placed;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (isPlaced(positions[v])) {
            placed.push_back(v);
        }
    }
    while (!placed.empty()) {
        std::vector<std::uint32_t> reached;
        for (const std::uint32_t v : placed) {
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                if (!isPlaced(positions[graph.neighbours[arc]])) {
                    reached.push_back(graph.neighbours[arc]);
                }
            }
        }
        std::ranges::sort(reached);
        reached.erase(std::ranges::unique(reached).begin(), reached.end());
        std::vector<Point> means;
        for (const std::uint32_t v : reached) {
            Point sum;
            double count = 0;
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const Point& other = positions[graph.neighbours[arc]];
                if (isPlaced(other)) {
                    sum = {sum.x + other.x, sum.y + other.y};
                    ++count;
                }
            }
            means.push_back({sum.x / count, sum.y / count});
        }
        for (std::size_t i = 0; i < reached.size(); ++i) {
            positions[reached[i]] = means[i];
        }
        placed = std::move(reached);
    }
}

} // namespace entente
