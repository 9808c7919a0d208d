#include "tests/core/network/small_dossier.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST(Network, NamesItsProjections) {
    for (const Projection projection :
         {Projection::Full, Projection::Alliances, Projection::Agreements}) {
        EXPECT_EQ(parseProjection(word(projection)), projection);
    }
    EXPECT_EQ(parseProjection("Alliances"), Projection::Alliances);
    EXPECT_EQ(parseProjection("allianc"), std::nullopt);
    EXPECT_EQ(parseProjection(""), std::nullopt);
}

TEST(Network, HasBothArcsOfEveryEdge) {
    const std::vector<NetworkEdge> edges = {{0, 2}, {2, 1}, {0, 2}, {1, 1}};
    const Network network({}, {5, 7, 9}, 10, edges, {{{ElementKind::Edge, 4}}, {}, {}, {}});
    EXPECT_EQ(network.vertexCount(), 3U);
    EXPECT_EQ(network.vertexOf(7), 1U);
    EXPECT_EQ(network.vertexOf(6), noIndex);
    EXPECT_EQ(network.vertexOf(99), noIndex);
    EXPECT_EQ(network.element(2), 9U);
    ASSERT_EQ(network.backing(0).size(), 1U);
    EXPECT_EQ(network.backing(0)[0].index, 4U);
    EXPECT_TRUE(network.backing(3).empty());

    const Network::Graph& graph = network.graph();
    EXPECT_EQ(boost::num_vertices(graph), 3U);
    EXPECT_EQ(boost::num_edges(graph), 8U);
    std::vector<int> arcsOfEdge(4, 0);
    for (auto [arc, end] = boost::edges(graph); arc != end; ++arc) {
        const std::uint32_t number = graph[*arc];
        ++arcsOfEdge[number];
        const NetworkEdge& edge = edges[number];
        const auto [source, target] =
            std::pair(boost::source(*arc, graph), boost::target(*arc, graph));
        EXPECT_EQ(std::minmax<std::uint32_t>(source, target),
                  std::minmax(edge.source, edge.target));
    }
    EXPECT_EQ(arcsOfEdge, (std::vector<int>{2, 2, 2, 2}));
}

TEST(Network, MayBeEmpty) {
    const Network network;
    EXPECT_EQ(network.vertexCount(), 0U);
    EXPECT_EQ(boost::num_vertices(network.graph()), 0U);
    for (const Projection projection :
         {Projection::Full, Projection::Alliances, Projection::Agreements}) {
        EXPECT_EQ(SmallDossier().network(projection).edgeCount(), 0U);
    }
}

TEST(Network, InFullKeepsEveryVisibleEdge) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    const VertexIndex b = small.actor("B");
    const VertexIndex pact = small.agreement("Pact", "defence", {}, Polarity::Conflictual);
    small.editVertex(pact, [](Vertex& vertex) { vertex.confidence = Confidence::Alleged; });
    small.party(a, pact);
    small.party(b, pact, {}, Polarity::Cooperative);
    small.tie(b, a, "arms");
    small.tie(b, a, "arms");
    const Network net = small.network(Projection::Full);
    EXPECT_EQ(small.edgesOf(net), (Lines{"A – Pact -1", "B – Pact +1", "B → A +1", "B → A +1"}));
    EXPECT_EQ(net.edges()[0].sectors, small.sectors("defence"));
    EXPECT_EQ(net.edges()[0].confidence, Confidence::Alleged);
    EXPECT_EQ(net.backing(3)[0], (ElementRef{ElementKind::Edge, 3}));

    Filter filter;
    filter.hidden = {pact};
    EXPECT_EQ(small.network(Projection::Full, filter).edgeCount(), 2U);
    EXPECT_EQ(small.network(Projection::Full, filter).vertexCount(), 2U);
}

TEST(Network, InFullFoldsLeadersWhoSignForTheirState) {
    SmallDossier small;
    const VertexIndex state = small.actor("State");
    const VertexIndex leader = small.actor("Leader", VertexKind::Leader);
    small.tie(leader, state, "leads", "2000/2008");
    small.tie(state, leader, "praises", "2003");
    const VertexIndex signing = small.event("Signing", "diplomacy", "2001-03-12");
    small.party(leader, signing);
    small.party(state, signing);
    EXPECT_EQ(small.edgesOf(small.network(Projection::Full)),
              (Lines{"State – Signing 0 1", "State – Signing 0 1"}));
    EXPECT_EQ(small.network(Projection::Full, {}, false).edgeCount(), 4U);
}

TEST(Network, LeavesOutDanglingAndRemovedRowsWhateverTheVisibilitySays) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    const VertexIndex pact = small.agreement("Pact", "defence");
    small.party(a, pact);
    Edge dangling;
    dangling.source = a;
    dangling.target = 77;
    small.dossier.add(dangling);
    dangling.kind = EdgeKind::Participation;
    small.dossier.add(dangling);
    dangling.kind = EdgeKind::Lineage;
    small.dossier.add(dangling);
    const Visibility all{{1, 1}, {1, 1, 1, 1}};
    EXPECT_EQ(project(small.dossier, all, {Projection::Full, true}).edgeCount(), 1U);
    EXPECT_EQ(project(small.dossier, all, {Projection::Alliances, true}).edgeCount(), 0U);
    EXPECT_EQ(project(small.dossier, all, {Projection::Agreements, true}).edgeCount(), 0U);
}

} // namespace entente
