#include "core/analysis/communities.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

/// A network of states with the given ties; a negative weight is a conflictual tie.
Network networkOf(std::uint32_t vertices,
                  const std::vector<std::tuple<std::uint32_t, std::uint32_t, float>>& ties) {
    std::vector<VertexIndex> elements(vertices);
    for (std::uint32_t i = 0; i < vertices; ++i) {
        elements[i] = i;
    }
    std::vector<NetworkEdge> edges;
    std::vector<std::vector<ElementRef>> backing;
    for (const auto& [a, b, weight] : ties) {
        NetworkEdge edge;
        edge.source = a;
        edge.target = b;
        edge.weight = std::abs(weight);
        edge.sign = weight < 0 ? std::int8_t{-1} : std::int8_t{1};
        edges.push_back(edge);
        backing.push_back({{ElementKind::Edge, static_cast<EdgeIndex>(backing.size())}});
    }
    return {{}, std::move(elements), vertices, std::move(edges), backing};
}

} // namespace

TEST(Communities, SeparatesTwoBlocsJoinedByOneTie) {
    const Network network = networkOf(
        6, {{0, 1, 1.F}, {1, 2, 1.F}, {0, 2, 1.F}, {3, 4, 1.F}, {4, 5, 1.F}, {3, 5, 1.F}, {2, 3, 1.F}});
    EXPECT_EQ(communities(network), (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}));
}

TEST(Communities, ConflictDoesNotBind) {
    const Network network = networkOf(4, {{0, 1, 1.F}, {2, 3, 1.F}, {1, 2, -5.F}, {0, 3, -5.F}});
    EXPECT_EQ(communities(network), (std::vector<std::uint32_t>{0, 0, 1, 1}));
}

TEST(Communities, OfNothingAreNone) {
    EXPECT_TRUE(communities(Network{}).empty());
    EXPECT_EQ(communities(networkOf(3, {})), (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Communities, AreTheSameEachTime) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, float>> ties;
    for (std::uint32_t i = 0; i < 200; ++i) {
        ties.emplace_back(i, (i * 7 + 3) % 200, 1.F);
        ties.emplace_back(i, (i / 10) * 10 + (i * 3 + 1) % 10, 2.F);
    }
    const Network network = networkOf(200, ties);
    EXPECT_EQ(communities(network, 5), communities(network, 5));
}

} // namespace entente
