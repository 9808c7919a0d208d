#include "core/network/path.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

/// Rows 10, 20, … of a dossier with these edges between them.
Network networkOf(const std::vector<NetworkEdge>& edges, std::uint32_t vertices) {
    std::vector<VertexIndex> elements;
    for (std::uint32_t i = 0; i < vertices; ++i) {
        elements.push_back((i + 1) * 10);
    }
    return {
        {}, elements, vertices * 10 + 1, edges, std::vector<std::vector<ElementRef>>(edges.size())};
}

using Rows = std::vector<VertexIndex>;

} // namespace

TEST(ShortestPath, TakesTheFewestEdgesBothWays) {
    const Network network = networkOf({{1, 0}, {1, 2}, {3, 2}, {0, 4}, {4, 3}}, 6);
    EXPECT_EQ(shortestPath(network, 10, 40), (Rows{10, 50, 40}));
    EXPECT_EQ(shortestPath(network, 40, 10), (Rows{40, 50, 10}));
    EXPECT_EQ(shortestPath(network, 10, 20), (Rows{10, 20}));
    EXPECT_EQ(shortestPath(network, 10, 10), Rows{10});
}

TEST(ShortestPath, IsEmptyWhereThereIsNone) {
    const Network network = networkOf({{0, 1}}, 3);
    EXPECT_TRUE(shortestPath(network, 10, 30).empty());
    EXPECT_TRUE(shortestPath(network, 30, 10).empty());
    EXPECT_TRUE(shortestPath(network, 10, 11).empty());
    EXPECT_TRUE(shortestPath(network, noIndex, 10).empty());
}

TEST(ShortestPath, PrefersTheFirstRowWhateverTheOrderOfTheEdges) {
    const std::vector<NetworkEdge> edges = {{0, 2}, {2, 3}, {0, 1}, {1, 3}};
    EXPECT_EQ(shortestPath(networkOf(edges, 4), 10, 40), (Rows{10, 20, 40}));
    const std::vector<NetworkEdge> reversed(edges.rbegin(), edges.rend());
    EXPECT_EQ(shortestPath(networkOf(reversed, 4), 10, 40), (Rows{10, 20, 40}));
}

} // namespace entente
