#include "core/network/collapse.h"

#include <gtest/gtest.h>

#include <numeric>

namespace entente {

namespace {

/// Two triangles (0–2, 3–5) and a vertex beside them, with two edges between the triangles.
Network twoTriangles() {
    std::vector<NetworkEdge> edges;
    std::vector<std::vector<ElementRef>> backing;
    const auto join = [&](std::uint32_t a, std::uint32_t b, float weight = 1, int sign = 1,
                          SectorSet sectors = 1) {
        NetworkEdge edge;
        edge.source = a;
        edge.target = b;
        edge.weight = weight;
        edge.sign = static_cast<std::int8_t>(sign);
        edge.sectors = sectors;
        backing.push_back({{ElementKind::Edge, static_cast<std::uint32_t>(edges.size())}});
        edges.push_back(edge);
    };
    join(0, 1);
    join(1, 2);
    join(2, 0);
    join(3, 4);
    join(4, 5);
    join(5, 3);
    join(0, 3, 2, 1, 2);
    join(4, 1, 3, 1, 4);
    join(2, 5, 1, -1);
    join(6, 4);
    return {{}, {10, 11, 12, 13, 14, 15, 16}, 17, edges, backing};
}

const std::vector<std::uint32_t> groups{0, 0, 0, 1, 1, 1, 2};

TEST(CollapseTest, AClosedCommunityIsOneVertexWithWhatLeavesIt) {
    const Network collapsed = collapse(twoTriangles(), groups, {});
    ASSERT_EQ(collapsed.vertexCount(), 3U);
    // The vertex of the greatest weighted degree stands for its community: 1 and 4.
    EXPECT_EQ(collapsed.elements(), (std::vector<VertexIndex>{11, 14, 16}));
    EXPECT_EQ(collapsed.membersOf(0), 3U);
    EXPECT_EQ(collapsed.membersOf(1), 3U);
    EXPECT_EQ(collapsed.membersOf(2), 1U);
    ASSERT_EQ(collapsed.edgeCount(), 3U);
    const NetworkEdge& friendly = collapsed.edges()[0];
    EXPECT_EQ(friendly.sign, 1);
    EXPECT_FLOAT_EQ(friendly.weight, 5);
    EXPECT_EQ(friendly.sectors, 6U);
    EXPECT_EQ(collapsed.edgesBehind(0), 2U);
    EXPECT_EQ(collapsed.backing(0).size(), 2U);
    EXPECT_EQ(collapsed.edges()[1].sign, -1);
    EXPECT_EQ(collapsed.edgesBehind(1), 1U);
}

TEST(CollapseTest, AnOpenCommunityShowsItsMembers) {
    const std::vector<std::uint8_t> open{1, 0, 0};
    const Network collapsed = collapse(twoTriangles(), groups, open);
    EXPECT_EQ(collapsed.vertexCount(), 5U);
    // Three inside, three to the other community, one to the seventh vertex.
    EXPECT_EQ(collapsed.edgeCount(), 7U);
    const std::vector<std::uint8_t> all{1, 1, 1};
    EXPECT_EQ(collapse(twoTriangles(), groups, all).edgeCount(), 10U);
}

TEST(CollapseTest, MarksOfCommunitiesGrowWithTheirMembersAndShrinkWithTheirNumber) {
    const auto widths = [](const std::vector<std::uint32_t>& members) {
        std::vector<VertexIndex> rows(members.size());
        std::iota(rows.begin(), rows.end(), 0U);
        Network network({}, rows, static_cast<VertexIndex>(rows.size()), std::vector<NetworkEdge>{},
                        std::vector<std::vector<ElementRef>>{});
        network.setBehind(members, {});
        return communityWidths(network);
    };
    const std::vector<double> few = widths({100, 25, 1, 3});
    EXPECT_DOUBLE_EQ(few[0], 2 * few[1]);
    EXPECT_EQ(few[2], 0);
    EXPECT_GT(few[3], 0.5);
    EXPECT_LT(few[3], few[1]);
    const std::vector<double> many = widths(std::vector<std::uint32_t>(100, 7));
    EXPECT_LT(many[0], few[0]);
    EXPECT_GT(many[0], 1);
    EXPECT_EQ(communityWidths(twoTriangles()), std::vector<double>(7, 0));
}

TEST(CollapseTest, MembersAreFoundWhereTheirCommunityIs) {
    const std::vector<std::uint8_t> open{1, 0, 0};
    const Network collapsed = collapse(twoTriangles(), groups, open);
    const std::uint32_t closed = collapsed.vertexOf(14);
    EXPECT_EQ(collapsed.vertexOf(13), closed);
    EXPECT_EQ(collapsed.vertexOf(15), closed);
    EXPECT_EQ(collapsed.element(collapsed.vertexOf(10)), 10U);
    EXPECT_EQ(collapsed.rowsOf(std::vector{closed}), (std::vector<VertexIndex>{13, 14, 15}));
    EXPECT_EQ(collapsed.rowsOf(std::vector{collapsed.vertexOf(10), closed}).size(), 4U);
    const Network whole = twoTriangles();
    EXPECT_EQ(whole.rowsOf(std::vector{2U, 0U}), (std::vector<VertexIndex>{12, 10}));
}

TEST(CollapseTest, WhoBelongsNowhereOrToAPairStays) {
    const std::vector<std::uint32_t> pairs{0, 0, 1, 1, noCommunity, noCommunity, 2};
    EXPECT_EQ(collapse(twoTriangles(), pairs, {}).vertexCount(), 7U);
    EXPECT_EQ(collapse(Network(), {}, {}).vertexCount(), 0U);
}

} // namespace

} // namespace entente
