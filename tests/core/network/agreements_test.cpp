#include "tests/core/network/small_dossier.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

using Lines = std::vector<std::string>;

class AgreementsTest : public testing::Test, protected SmallDossier {
protected:
    [[nodiscard]] Lines agreements() const { return edgesOf(network(Projection::Agreements)); }

    VertexIndex a = actor("A");
    VertexIndex b = actor("B");
    VertexIndex c = actor("C");
    VertexIndex old = agreement("Old", "defence trade", "2001/..");
    VertexIndex young = agreement("Young", "trade energy", "2025/..");
};

} // namespace

TEST_F(AgreementsTest, AreJoinedByTheShareOfCommonParties) {
    for (const VertexIndex actor : {a, b, c}) {
        party(actor, old);
    }
    party(a, young);
    party(b, young, "2026/..");
    party(b, young, "2025/2025");
    const Network net = network(Projection::Agreements);
    EXPECT_EQ(net.vertexCount(), 2U);
    EXPECT_EQ(edgesOf(net), Lines{"Old – Young +1"});
    EXPECT_EQ(net.edges()[0].sectors, sectors("trade"));
    ASSERT_EQ(net.backing(0).size(), 2U);
    EXPECT_EQ(net.backing(0)[1], (ElementRef{ElementKind::Vertex, b}));
}

TEST_F(AgreementsTest, AreJoinedByLineageFromTheNewerToTheOlder) {
    const EdgeIndex renewal = lineage(young, old);
    const Network net = network(Projection::Agreements);
    ASSERT_EQ(net.edgeCount(), 1U);
    EXPECT_TRUE(net.edges()[0].directed);
    EXPECT_EQ(net.element(net.edges()[0].source), young);
    EXPECT_EQ(net.backing(0)[0], (ElementRef{ElementKind::Edge, renewal}));
}

TEST_F(AgreementsTest, TakeTheirSignFromBothPolarities) {
    const VertexIndex sanctions = agreement("Sanctions", "trade", {}, Polarity::Conflictual);
    const VertexIndex more = agreement("More", "trade", {}, Polarity::Conflictual);
    const VertexIndex talks = agreement("Talks", "trade", {}, Polarity::Neutral);
    for (const VertexIndex whole : {old, sanctions, more, talks}) {
        party(a, whole);
    }
    EXPECT_EQ(agreements(),
              (Lines{"Old – Sanctions -1", "Old – More -1", "Old – Talks 0 1",
                     "Sanctions – More 0 1", "Sanctions – Talks 0 1", "More – Talks 0 1"}));
}

TEST_F(AgreementsTest, FoldLeadersIntoTheirStates) {
    const VertexIndex leader = actor("Leader", VertexKind::Leader);
    tie(leader, a, "leads", "2000/..");
    party(leader, old);
    party(a, young);
    const Network net = network(Projection::Agreements);
    ASSERT_EQ(net.edgeCount(), 1U);
    EXPECT_EQ(net.backing(0)[0].index, a);
    EXPECT_EQ(network(Projection::Agreements, {}, false).edgeCount(), 0U);
}

TEST_F(AgreementsTest, OfAVeryBusyPartyFormAChainInTime) {
    // 2,100 agreements have 2.2 million pairs.
    for (int i = 0; i < 2'100; ++i) {
        party(a, agreement("T" + std::to_string(i), "trade", std::to_string(2100 - i % 1000)));
    }
    party(b, old);
    party(b, young);
    const Network net = network(Projection::Agreements);
    EXPECT_EQ(net.edgeCount(), 2'099U + 1U);
    EXPECT_EQ(edgesOf(net)[0], "Old – Young +1") << "the others' parties still join pairwise";
}

} // namespace entente
