#include "core/layout/place_by_neighbours.h"

#include "core/layout/geometry.h"

#include <algorithm>

namespace entente {

NeighboursMean meanOfNeighbours(const LayoutGraph& graph, const std::vector<Point>& positions,
                                std::uint32_t vertex) {
    NeighboursMean mean;
    for (std::uint32_t arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1]; ++arc) {
        const Point& other = positions[graph.neighbours[arc]];
        if (isPlaced(other)) {
            mean.place = {mean.place.x + other.x, mean.place.y + other.y};
            ++mean.count;
        }
    }
    const double count = std::max(1.0, static_cast<double>(mean.count));
    mean.place = {mean.place.x / count, mean.place.y / count};
    return mean;
}

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
            means.push_back(meanOfNeighbours(graph, positions, v).place);
        }
        for (std::size_t i = 0; i < reached.size(); ++i) {
            positions[reached[i]] = means[i];
        }
        placed = std::move(reached);
    }
}

} // namespace entente
