#include "tests/core/network/small_dossier.h"
#include "tests/data/random_dossier.h"

#include <gtest/gtest.h>

#include <numeric>

namespace entente {

namespace {

/// What the filter shows of agreements, events and ties that pass `wanted`.
template <typename Wanted>
std::size_t relationsShown(const Dossier& dossier, const Filter& filter, const Wanted& wanted) {
    const Visibility visibility = FilterEvaluator(dossier).evaluate(filter);
    std::size_t count = 0;
    for (VertexIndex row = 0; row < visibility.vertices.size(); ++row) {
        count += visibility.vertices[row] != 0 && !isActor(dossier.vertices().kind(row)) &&
                 wanted(dossier.vertices(), row);
    }
    for (EdgeIndex row = 0; row < visibility.edges.size(); ++row) {
        count += visibility.edges[row] != 0 && dossier.edges().kind(row) == EdgeKind::Tie &&
                 wanted(dossier.edges(), row);
    }
    return count;
}

} // namespace

TEST(Facets, CountEachValueWithItsOwnCriterionLetThrough) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    const VertexIndex b = small.actor("B", VertexKind::Organisation);
    const VertexIndex pact = small.agreement("Pact", "defence energy");
    small.party(a, pact);
    small.party(b, pact);
    const VertexIndex strike = small.event("Strike", "defence", "2020");
    small.party(a, strike);
    small.tie(a, b, "ally", {}, Polarity::Cooperative, "energy");

    Filter filter;
    filter.sectors = small.sectors("defence");
    const FacetCounts counts = FilterEvaluator(small.dossier).facets(filter);
    EXPECT_EQ(counts.sectors[0], 2U) << "defence: pact and strike";
    EXPECT_EQ(counts.sectors[1], 2U) << "energy, though not chosen: pact and tie";
    EXPECT_EQ(counts.sectors[2], 0U);
    // The other facets see the sectors that are chosen.
    EXPECT_EQ(counts.polarities[static_cast<std::size_t>(Polarity::Cooperative)], 1U);
    EXPECT_EQ(counts.polarities[static_cast<std::size_t>(Polarity::Neutral)], 1U);
    EXPECT_EQ(counts.confidences[static_cast<std::size_t>(Confidence::Confirmed)], 2U);
    EXPECT_EQ(counts.statuses[static_cast<std::size_t>(Status::Unstated)], 1U);
    EXPECT_EQ(counts.vertexKinds[static_cast<std::size_t>(VertexKind::State)], 1U);
    EXPECT_EQ(counts.vertexKinds[static_cast<std::size_t>(VertexKind::Organisation)], 1U);
    EXPECT_EQ(counts.vertexKinds[static_cast<std::size_t>(VertexKind::Event)], 1U);
}

TEST(Facets, OfKindsLeaveOutActorsWithoutAnEdge) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    small.actor("Lonely");
    const VertexIndex pact = small.agreement("Pact", "defence");
    small.party(a, pact);
    Filter filter;
    EXPECT_EQ(FilterEvaluator(small.dossier).facets(filter).vertexKinds[0], 2U);
    filter.sectors = small.sectors("defence");
    EXPECT_EQ(FilterEvaluator(small.dossier).facets(filter).vertexKinds[0], 1U);
    filter.vertexKinds = kindBit(VertexKind::Agreement);
    EXPECT_EQ(FilterEvaluator(small.dossier).facets(filter).vertexKinds[0], 1U)
        << "states are not shown, but would be";
}

TEST(Facets, AgreeWithWhatChoosingAValueShows) {
    const Dossier dossier = randomDossier({300, 900, 100, 600, 0}, 3);
    Filter filter;
    filter.window = days("1960/1985");
    filter.confidences = kindBit(Confidence::Confirmed) | kindBit(Confidence::Reported);
    filter.statuses = kindBit(Status::InForce) | kindBit(Status::Signed);
    filter.sectors = sectorBit(0) | sectorBit(4);
    const FacetCounts counts = FilterEvaluator(dossier).facets(filter);
    const auto all = [](const auto&, std::uint32_t) { return true; };
    for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
        Filter chosen = filter;
        chosen.sectors = sectorBit(i);
        EXPECT_EQ(counts.sectors[i], relationsShown(dossier, chosen, all)) << i;
    }
    for (std::size_t i = 0; i < confidenceCount; ++i) {
        Filter chosen = filter;
        chosen.confidences = kindBit(static_cast<Confidence>(i));
        EXPECT_EQ(counts.confidences[i], relationsShown(dossier, chosen, all)) << i;
    }
    for (std::size_t i = 0; i < polarityCount; ++i) {
        Filter chosen = filter;
        chosen.polarities = kindBit(static_cast<Polarity>(i));
        EXPECT_EQ(counts.polarities[i], relationsShown(dossier, chosen, all)) << i;
    }
    EXPECT_GT(std::reduce(counts.sectors.begin(), counts.sectors.end()), 100U);
}

TEST(Facets, StayWithinTheNeighbourhoodThatTheirCriterionWouldOpen) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    const VertexIndex b = small.actor("B");
    const VertexIndex c = small.actor("C");
    small.tie(a, b, "ally", {}, Polarity::Cooperative, "energy");
    small.tie(b, c, "ally", {}, Polarity::Cooperative, "trade");
    Filter filter;
    filter.centres = {a};
    filter.sectors = small.sectors("defence");
    const FacetCounts counts = FilterEvaluator(small.dossier).facets(filter);
    EXPECT_EQ(counts.sectors[1], 1U);
    EXPECT_EQ(counts.sectors[3], 0U) << "two hops away";
    EXPECT_EQ(counts.confidences[0], 0U) << "nothing is in defence";
    filter.hops = 2;
    EXPECT_EQ(FilterEvaluator(small.dossier).facets(filter).sectors[3], 1U);
}

} // namespace entente
