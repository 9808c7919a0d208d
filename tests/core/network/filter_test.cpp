#include "tests/core/network/small_dossier.h"
#include "tests/data/random_dossier.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

namespace entente {

namespace {

using Labels = std::vector<std::string>;

/// Three states, an organisation nobody is tied to, a treaty, a supply, and a visit.
class FilterTest : public testing::Test, protected SmallDossier {
protected:
    VertexIndex russia = actor("Russia");
    VertexIndex iran = actor("Iran");
    VertexIndex ukraine = actor("Ukraine");
    VertexIndex un = actor("United Nations", VertexKind::Organisation, "1945-10-24/..");
    VertexIndex treaty = agreement("Treaty", "defence energy", "2025-01-17/..");
    VertexIndex supply = agreement("Drones", "defence", "2022-09/2024");
    VertexIndex visit = event("Visit", "diplomacy", "2025-01-17");
    EdgeIndex russiaInTreaty = party(russia, treaty);
    EdgeIndex iranInTreaty = party(iran, treaty);
    EdgeIndex iranInSupply = party(iran, supply);
    EdgeIndex ukraineInSupply = party(ukraine, supply, {}, Polarity::Conflictual);
    EdgeIndex iranInVisit = party(iran, visit);
    EdgeIndex war =
        tie(russia, ukraine, "adversary", "2022-02-24/..", Polarity::Conflictual, "defence", false);
    EdgeIndex renewal = lineage(treaty, supply);

    Filter filter;
};

} // namespace

TEST_F(FilterTest, LetsEverythingThroughByDefault) {
    EXPECT_FALSE(filter.restricts());
    EXPECT_EQ(shown(filter).size(), dossier.vertices().size());
    EXPECT_EQ(shownEdges(filter).size(), dossier.edges().size());
}

TEST_F(FilterTest, KnowsWhatRestricts) {
    filter.hops = 5;
    filter.sectorMode = Filter::SectorMode::All;
    EXPECT_FALSE(filter.restricts());
    filter.vertexKinds = static_cast<KindSet>((1U << vertexKindCount) - 1);
    EXPECT_FALSE(filter.restricts()) << "the set holds every kind that there is";
    filter.vertexKinds = kindBit(VertexKind::State);
    EXPECT_TRUE(filter.restricts());
}

TEST_F(FilterTest, ShowsWhatIsInAnyOfTheSectorsAndTheActorsTiedByIt) {
    filter.sectors = sectors("energy diplomacy");
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Treaty", "Visit"}));
    EXPECT_EQ(shownEdges(filter), (Labels{"Russia → Treaty", "Iran → Treaty", "Iran → Visit"}));
}

TEST_F(FilterTest, ShowsWhatIsInAllOfTheSectors) {
    filter.sectors = sectors("defence energy");
    filter.sectorMode = Filter::SectorMode::All;
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Treaty"}));
}

TEST_F(FilterTest, ShowsNothingOfNoSector) {
    filter.sectors = 0;
    EXPECT_EQ(shown(filter), Labels{});
    filter.sectorMode = Filter::SectorMode::All;
    EXPECT_EQ(shown(filter), Labels{});
}

TEST_F(FilterTest, AppliesAParticipantsOwnSectors) {
    editEdge(russiaInTreaty, [this](Edge& edge) { edge.sectors = sectors("energy"); });
    filter.sectors = sectors("defence");
    EXPECT_EQ(shownEdges(filter).front(), "Iran → Treaty");
    filter.sectors = sectors("defence energy");
    filter.sectorMode = Filter::SectorMode::All;
    EXPECT_EQ(shownEdges(filter).front(), "Russia → Treaty") << "in one of them is enough for it";
}

TEST_F(FilterTest, AppliesTheTimeWindowToPeriodsOfTheirOwn) {
    filter.window = days("2023");
    // The United Nations stay: their own period is known.
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "United Nations", "Drones"}));
    filter.window = days("2025-01-17");
    EXPECT_EQ(shown(filter),
              (Labels{"Russia", "Iran", "Ukraine", "United Nations", "Treaty", "Visit"}));
    filter.window = days("1900");
    EXPECT_EQ(shown(filter), Labels{}) << "no state has an edge then";
}

TEST_F(FilterTest, DropsParticipantsWhoHadLeft) {
    editEdge(russiaInTreaty,
             [](Edge& edge) { edge.period = parsePeriod("2025-01-17/2026").value(); });
    filter.window = days("2030");
    EXPECT_EQ(shownEdges(filter), (Labels{"Iran → Treaty", "Russia – Ukraine (adversary)"}));
}

TEST_F(FilterTest, ChoosesKindsOfVerticesAndEdges) {
    filter.vertexKinds = kindBit(VertexKind::State) | kindBit(VertexKind::Event);
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "Visit"}));
    EXPECT_EQ(shownEdges(filter), (Labels{"Iran → Visit", "Russia – Ukraine (adversary)"}));
    filter.vertexKinds = everyKind;
    filter.edgeKinds = kindBit(EdgeKind::Lineage);
    EXPECT_EQ(shownEdges(filter), Labels{"Treaty → Drones (builds on)"});
}

TEST_F(FilterTest, ChoosesTheStatusOfAgreementsOnly) {
    editVertex(supply, [](Vertex& vertex) { vertex.status = Status::Ended; });
    filter.statuses = kindBit(Status::Ended);
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "Drones", "Visit"}));
}

TEST_F(FilterTest, TakesAParticipationAsNoSurerThanItsAgreement) {
    editVertex(treaty, [](Vertex& vertex) { vertex.confidence = Confidence::Planned; });
    filter.confidences = kindBit(Confidence::Planned);
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Treaty"}));
    editEdge(iranInSupply, [](Edge& edge) { edge.confidence = Confidence::Alleged; });
    filter.confidences = kindBit(Confidence::Confirmed);
    EXPECT_EQ(shownEdges(filter),
              (Labels{"Ukraine → Drones", "Iran → Visit", "Russia – Ukraine (adversary)"}));
}

TEST_F(FilterTest, ChoosesPolaritiesWithThoseOfParticipants) {
    filter.polarities = kindBit(Polarity::Cooperative);
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Treaty", "Drones"}))
        << "Ukraine is in the supply as a conflictual participant only";
    filter.polarities = kindBit(Polarity::Conflictual);
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Ukraine"}));
}

TEST_F(FilterTest, HidesSingleElements) {
    filter.hidden = {iran, noIndex};
    EXPECT_EQ(shown(filter),
              (Labels{"Russia", "Ukraine", "United Nations", "Treaty", "Drones", "Visit"}));
    EXPECT_EQ(shownEdges(filter),
              (Labels{"Russia → Treaty", "Ukraine → Drones", "Russia – Ukraine (adversary)",
                      "Treaty → Drones (builds on)"}));
}

TEST_F(FilterTest, NeverShowsRemovedOrDanglingRows) {
    dossier.setRemoved({ElementKind::Vertex, ukraine}, true);
    dossier.setRemoved({ElementKind::Edge, iranInVisit}, true);
    Edge dangling;
    dangling.source = iran;
    dossier.add(dangling);
    EXPECT_EQ(shown(filter),
              (Labels{"Russia", "Iran", "United Nations", "Treaty", "Drones", "Visit"}));
    EXPECT_EQ(shownEdges(filter), (Labels{"Russia → Treaty", "Iran → Treaty", "Iran → Drones",
                                          "Treaty → Drones (builds on)"}));
}

TEST_F(FilterTest, CountsAnAgreementBetweenActorsAsOneHop) {
    filter.centres = {ukraine};
    filter.hops = 0;
    EXPECT_EQ(shown(filter), Labels{"Ukraine"});
    filter.hops = 1;
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "Treaty", "Drones"}))
        << "the treaty is half a hop from the supply that it builds on";
    EXPECT_EQ(shownEdges(filter).size(), 6U);
    filter.hops = 2;
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "Treaty", "Drones", "Visit"}));
    filter.hops = UINT_MAX;
    EXPECT_EQ(shown(filter).size(), 6U);
}

TEST_F(FilterTest, TakesParticipantsAsOneHopFromAnAgreement) {
    filter.centres = {visit};
    EXPECT_EQ(shown(filter), (Labels{"Iran", "Visit"}));
    filter.hops = 0;
    EXPECT_EQ(shown(filter), Labels{"Visit"});
}

TEST_F(FilterTest, TakesTheNeighbourhoodOverWhatElseIsLetThrough) {
    filter.centres = {ukraine};
    filter.hops = 5;
    filter.sectors = sectors("energy");
    EXPECT_EQ(shown(filter), Labels{}) << "the centre has no tie in energy";
    filter.centres = {russia};
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Treaty"}));
}

TEST_F(FilterTest, FindsTextWithItsDirectNeighbours) {
    editVertex(ukraine, [](Vertex& vertex) {
        VertexDetails details;
        details.names = {{"uk", "Україна", false}};
        details.codes = {{"iso3", "UKR"}};
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
    });
    for (const char* text : {"ukr", "  УКРАІНА ", "UKRAINE", "iné"}) {
        filter.text = text;
        EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "Treaty", "Drones"})) << text;
    }
    filter.text = "visit";
    EXPECT_EQ(shown(filter), (Labels{"Iran", "Visit"}));
    filter.text = "nations united";
    EXPECT_EQ(shown(filter), Labels{"United Nations"});
    filter.text = "nothing of the kind";
    EXPECT_EQ(shown(filter), Labels{});
}

TEST_F(FilterTest, FindsTiesByTheirType) {
    filter.text = "advers";
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Ukraine"}));
    EXPECT_EQ(shownEdges(filter), Labels{"Russia – Ukraine (adversary)"});
}

TEST_F(FilterTest, TakesTheNeighbourhoodWithinWhatTheTextKeeps) {
    filter.text = "treaty";
    filter.centres = {russia};
    filter.hops = 3;
    // Both agreements are of type treaty; the visit is not.
    EXPECT_EQ(shown(filter), (Labels{"Russia", "Iran", "Ukraine", "Treaty", "Drones"}));
    filter.text = "visit";
    EXPECT_EQ(shown(filter), Labels{});
}

TEST(Filter, ReachesWhatADirectSearchReaches) {
    const Dossier dossier = randomDossier({400, 250, 60, 150, 0}, 9);
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    Filter filter;
    filter.centres = {299, 350, 410, 655};
    for (filter.hops = 0; filter.hops < 6; ++filter.hops) {
        // Half hops from the centres, shortened until nothing changes.
        std::vector<unsigned> distances(vertices.size(), 1000);
        for (const VertexIndex centre : filter.centres) {
            distances[centre] = isActor(vertices.kind(centre)) || filter.hops == 0 ? 0 : 1;
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (EdgeIndex row = 0; row < edges.size(); ++row) {
                unsigned& one = distances[edges.source(row)];
                unsigned& other = distances[edges.target(row)];
                const unsigned length = edges.kind(row) == EdgeKind::Tie ? 2 : 1;
                const auto before = std::pair(one, other);
                one = std::min(one, other + length);
                other = std::min(other, one + length);
                changed = changed || before != std::pair(one, other);
            }
        }
        const Visibility visibility = FilterEvaluator(dossier).evaluate(filter);
        for (VertexIndex row = 0; row < vertices.size(); ++row) {
            EXPECT_EQ(visibility.vertices[row] != 0, distances[row] <= filter.hops * 2)
                << row << ", " << filter.hops << " hops";
        }
    }
}

TEST(Filter, EvaluatesAnEmptyDossier) {
    const Dossier dossier;
    const FilterEvaluator evaluator(dossier);
    Filter filter;
    filter.text = "a";
    filter.centres = {0};
    EXPECT_TRUE(evaluator.evaluate(filter).vertices.empty());
    EXPECT_EQ(evaluator.facets(filter).statuses[0], 0U);
}

TEST(Filter, GivesTheSameWhateverTheThreads) {
    const Dossier dossier = randomDossier({3'000, 9'000, 500, 6'000, 0}, 7);
    Filter filter;
    filter.window = days("1950/1990");
    filter.sectors = sectorBit(0) | sectorBit(1);
    filter.centres = {0, 40};
    filter.text = "ba";
    std::vector<Visibility> visible;
    for (const std::size_t threads : {1U, 4U}) {
        const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
        visible.push_back(FilterEvaluator(dossier).evaluate(filter));
    }
    EXPECT_EQ(visible[0], visible[1]);
    EXPECT_GT(std::count(visible[0].vertices.begin(), visible[0].vertices.end(), 1), 10);
}

} // namespace entente
