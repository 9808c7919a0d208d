#include "tests/core/network/small_dossier.h"
#include "tests/data/random_dossier.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <map>
#include <set>

namespace entente {

namespace {

using Lines = std::vector<std::string>;

class AlliancesTest : public testing::Test, protected SmallDossier {
protected:
    [[nodiscard]] Lines alliances(bool foldLeaders = true) const {
        return edgesOf(network(Projection::Alliances, {}, foldLeaders));
    }

    VertexIndex a = actor("A");
    VertexIndex b = actor("B");
    VertexIndex c = actor("C");
};

} // namespace

TEST_F(AlliancesTest, WeighSharedAgreementsAsNewmanDoes) {
    const VertexIndex pact = agreement("Pact", "defence");
    const VertexIndex treaty = agreement("Treaty", "trade");
    for (const VertexIndex actor : {a, b, c}) {
        party(actor, pact);
    }
    party(a, treaty);
    party(b, treaty);
    const Network net = network(Projection::Alliances);
    EXPECT_EQ(edgesOf(net), (Lines{"A – B +1.5", "A – C +0.5", "B – C +0.5"}));
    EXPECT_EQ(net.edges()[0].sectors, sectors("defence trade"));
    EXPECT_EQ(net.edges()[1].sectors, sectors("defence"));
    ASSERT_EQ(net.backing(0).size(), 2U);
    EXPECT_EQ(net.backing(0)[0], (ElementRef{ElementKind::Vertex, pact}));
    EXPECT_EQ(net.backing(0)[1], (ElementRef{ElementKind::Vertex, treaty}));
}

TEST_F(AlliancesTest, JoinOnlyThoseWhoTookPartAtTheSameTime) {
    const VertexIndex deal = agreement("Deal", "nuclear", "2015/..");
    party(a, deal, "2015/2018");
    party(b, deal, "2019/..");
    party(c, deal);
    EXPECT_EQ(alliances(), (Lines{"A – C +0.5", "B – C +0.5"}));
    party(a, deal, "2021/..");
    EXPECT_EQ(alliances(), (Lines{"A – B +0.5", "A – C +0.5", "B – C +0.5"}))
        << "it came back, and still counts once";
}

TEST_F(AlliancesTest, PutTheAffectedOnTheOtherSide) {
    const VertexIndex supply = agreement("Supply", "defence");
    party(a, supply);
    party(b, supply);
    party(c, supply, {}, Polarity::Conflictual);
    EXPECT_EQ(alliances(), (Lines{"A – B +0.5", "A – C -0.5", "B – C -0.5"}));
}

TEST_F(AlliancesTest, DoNotJoinACommonFrontAgainstItsTarget) {
    const VertexIndex sanctions = agreement("Sanctions", "trade", {}, Polarity::Conflictual);
    const VertexIndex d = actor("D");
    party(a, sanctions);
    party(b, sanctions);
    party(c, sanctions, {}, Polarity::Conflictual);
    party(d, sanctions, {}, Polarity::Conflictual);
    EXPECT_EQ(alliances(), (Lines{"A – C -0.333", "A – D -0.333", "B – C -0.333", "B – D -0.333"}));
}

TEST_F(AlliancesTest, TakeAllConflictualPartiesAsAgainstOneAnother) {
    const VertexIndex sanctions = agreement("Sanctions", "trade", {}, Polarity::Conflictual);
    party(a, sanctions, {}, Polarity::Conflictual);
    party(b, sanctions, {}, Polarity::Conflictual);
    EXPECT_EQ(alliances(), Lines{"A – B -1"});
}

TEST_F(AlliancesTest, TakeTheAgreementsPolarityWhereNobodyIsOpposed) {
    const VertexIndex talks = agreement("Talks", "diplomacy", {}, Polarity::Neutral);
    const VertexIndex war = agreement("War", "defence", {}, Polarity::Conflictual);
    for (const VertexIndex whole : {talks, war}) {
        party(a, whole);
        party(b, whole);
    }
    EXPECT_EQ(alliances(), (Lines{"A – B 0 1", "A – B -1"}));
}

TEST_F(AlliancesTest, IgnoreEvents) {
    const VertexIndex visit = event("Visit", "diplomacy", "2020");
    party(a, visit);
    party(b, visit);
    EXPECT_EQ(alliances(), Lines{});
}

TEST_F(AlliancesTest, AddTiesAndKeepADirectionThatAllOfThemHave) {
    tie(b, a, "supplies");
    tie(b, a, "arms");
    tie(a, c, "supplies");
    tie(c, a, "supplies");
    tie(b, c, "ally", {}, Polarity::Cooperative, {}, false);
    tie(b, c, "adversary", {}, Polarity::Conflictual, {}, false);
    EXPECT_EQ(alliances(), (Lines{"B → A +2", "A – C +2", "B – C +1", "B – C -1"}));
    const VertexIndex pact = agreement("Pact", "defence");
    party(a, pact);
    party(b, pact);
    const Network net = network(Projection::Alliances);
    EXPECT_EQ(edgesOf(net)[0], "A – B +3");
    ASSERT_EQ(net.backing(0).size(), 3U);
    EXPECT_EQ(net.backing(0)[0].kind, ElementKind::Vertex) << "agreements before ties";
}

TEST_F(AlliancesTest, AreAsSureAsTheBestOfWhatTheyStandFor) {
    const EdgeIndex first = tie(a, b, "ally");
    const EdgeIndex second = tie(a, b, "ally");
    editEdge(first, [](Edge& edge) { edge.confidence = Confidence::Planned; });
    editEdge(second, [](Edge& edge) { edge.confidence = Confidence::Reported; });
    EXPECT_EQ(network(Projection::Alliances).edges()[0].confidence, Confidence::Reported);
}

TEST_F(AlliancesTest, FoldLeadersIntoTheStateTheyLedAtTheTime) {
    const VertexIndex leader = actor("Leader", VertexKind::Leader);
    const VertexIndex rebel = actor("Rebel", VertexKind::Leader);
    tie(leader, a, "leads", "2000/2008");
    tie(leader, b, "leads", "2012/..");
    tie(leader, c, "opposes", "2005", Polarity::Conflictual);
    tie(c, leader, "supports", "2010/2013", Polarity::Cooperative);
    tie(leader, b, "opposes", "2015", Polarity::Conflictual);
    tie(rebel, c, "opposes", "2015", Polarity::Conflictual);
    EXPECT_EQ(alliances(), (Lines{"A → C -1", "C → B +1", "Rebel → C -1"}));
    EXPECT_EQ(network(Projection::Alliances).vertexOf(leader), noIndex);
    EXPECT_EQ(alliances(false).size(), 6U) << "each tie has an edge of its own";
}

TEST_F(AlliancesTest, FoldLeadersWhoTakePartInAgreements) {
    const VertexIndex leader = actor("Leader", VertexKind::Leader);
    tie(leader, a, "leads", "2000/2008");
    const VertexIndex pact = agreement("Pact", "defence", "2003/..");
    party(leader, pact);
    party(a, pact);
    party(b, pact);
    EXPECT_EQ(alliances(), Lines{"A – B +1"}) << "leader and state are one of two parties";
}

TEST_F(AlliancesTest, KeepALeaderWhoseStatesAreHidden) {
    const VertexIndex leader = actor("Leader", VertexKind::Leader);
    tie(leader, a, "leads", "2000/..");
    tie(leader, b, "supports", "2005");
    Filter filter;
    filter.hidden = {a};
    EXPECT_EQ(edgesOf(network(Projection::Alliances, filter)), Lines{"Leader → B +1"});
}

TEST_F(AlliancesTest, OfVeryLargeAgreementsJoinEachToTheFirst) {
    const VertexIndex convention = agreement("Convention", "trade");
    party(b, convention);
    party(a, convention);
    for (int i = 0; i < 248; ++i) {
        party(actor("S" + std::to_string(i)), convention);
    }
    const Network net = network(Projection::Alliances);
    EXPECT_EQ(net.edgeCount(), 249U);
    for (const NetworkEdge& edge : net.edges()) {
        EXPECT_TRUE(net.element(edge.source) == b || net.element(edge.target) == b);
        EXPECT_FLOAT_EQ(edge.weight, 1.0F / 249.0F);
    }
}

TEST(Alliances, OfARandomDossierAgreeWithADirectCount) {
    const Dossier dossier = randomDossier({60, 300, 10, 100, 0}, 11);
    const Visibility visibility = FilterEvaluator(dossier).evaluate({});
    const Network net = project(dossier, visibility, {Projection::Alliances, false});
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    std::map<VertexIndex, std::vector<EdgeIndex>> parties;
    std::map<std::tuple<VertexIndex, VertexIndex, int>, double> expected;
    const auto sign = [](Polarity polarity) { return 1 - static_cast<int>(polarity); };
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        const auto [low, high] = std::minmax({edges.source(row), edges.target(row)});
        if (edges.kind(row) == EdgeKind::Tie) {
            expected[{low, high, sign(edges.polarity(row))}] += edges.weight(row);
        } else if (vertices.kind(edges.target(row)) == VertexKind::Agreement &&
                   edges.kind(row) == EdgeKind::Participation) {
            parties[edges.target(row)].push_back(row);
        }
    }
    for (const auto& [agreement, rows] : parties) {
        const auto conflictual = [&](EdgeIndex row) {
            return edges.polarity(row) == Polarity::Conflictual;
        };
        const bool split = std::ranges::any_of(rows, conflictual);
        for (const EdgeIndex one : rows) {
            for (const EdgeIndex other : rows) {
                const bool across = conflictual(one) != conflictual(other);
                if (edges.source(one) < edges.source(other) &&
                    overlaps(edges.span(one), edges.span(other)) &&
                    (across || !split || vertices.polarity(agreement) != Polarity::Conflictual)) {
                    expected[{edges.source(one), edges.source(other),
                              across ? -1 : sign(vertices.polarity(agreement))}] +=
                        1.0 / static_cast<double>(rows.size() - 1);
                }
            }
        }
    }
    ASSERT_EQ(net.edgeCount(), expected.size());
    for (const NetworkEdge& edge : net.edges()) {
        const auto [low, high] = std::minmax({net.element(edge.source), net.element(edge.target)});
        const auto found = expected.find({low, high, edge.sign});
        ASSERT_NE(found, expected.end());
        EXPECT_NEAR(edge.weight, found->second, 1e-5);
    }
}

TEST(Alliances, AreTheSameWhateverTheThreads) {
    const Dossier dossier = randomDossier({2'000, 6'000, 100, 3'000, 0}, 5);
    const Visibility visibility = FilterEvaluator(dossier).evaluate({});
    for (const Projection projection : {Projection::Alliances, Projection::Agreements}) {
        std::vector<Network> networks;
        for (const std::size_t threads : {1U, 4U}) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
            networks.push_back(project(dossier, visibility, {projection, true}));
        }
        ASSERT_EQ(networks[0].edgeCount(), networks[1].edgeCount());
        for (std::uint32_t i = 0; i < networks[0].edgeCount(); ++i) {
            const NetworkEdge& one = networks[0].edges()[i];
            const NetworkEdge& other = networks[1].edges()[i];
            ASSERT_EQ(
                std::tie(one.source, one.target, one.weight, one.sign, one.sectors),
                std::tie(other.source, other.target, other.weight, other.sign, other.sectors));
            ASSERT_TRUE(std::ranges::equal(networks[0].backing(i), networks[1].backing(i)));
        }
    }
}

} // namespace entente
