#include "core/model/dossier.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

Vertex state(Dossier& dossier, std::string_view id, std::string_view label) {
    Vertex vertex;
    vertex.id = dossier.intern(id);
    vertex.label = dossier.intern(label);
    vertex.kind = VertexKind::State;
    return vertex;
}

} // namespace

TEST(Dossier, GivesBackTheRowsItTook) {
    Dossier dossier;
    Vertex russia = state(dossier, "russia", "Russia");
    russia.details = std::make_shared<const VertexDetails>(
        VertexDetails{{{"ru", "Россия", false}}, {{"iso3", "RUS"}}, Location{55.75, 37.62}, {}, {}, {}});
    russia.period = parsePeriod("1991-12-26/..").value();
    russia.attributes = {{dossier.intern("capital"), dossier.intern("Moscow")}};
    const VertexIndex row = dossier.add(russia);
    EXPECT_EQ(dossier.vertices().row(row), russia);
    EXPECT_EQ(dossier.vertices().span(row), russia.period.span());

    Edge tie;
    tie.source = row;
    tie.target = dossier.add(state(dossier, "iran", "Iran"));
    tie.type = dossier.intern("ally");
    tie.weight = 2.5F;
    tie.attributes = {{dossier.intern("strength"), dossier.intern("high")}};
    const EdgeIndex edge = dossier.add(tie);
    EXPECT_EQ(dossier.edges().row(edge), tie);
    EXPECT_EQ(dossier.describe({ElementKind::Edge, edge}), "Russia → Iran (ally)");
}

TEST(Dossier, FindsVerticesByIdAlsoAfterEdits) {
    Dossier dossier;
    const VertexIndex first = dossier.add(state(dossier, "a", "A"));
    const VertexIndex second = dossier.add(state(dossier, "b", "B"));
    EXPECT_EQ(dossier.findVertex("b"), second);
    EXPECT_EQ(dossier.findVertex("c"), noIndex);

    dossier.setRemoved({ElementKind::Vertex, first}, true);
    EXPECT_EQ(dossier.findVertex("a"), noIndex);
    EXPECT_EQ(dossier.vertices().count(), 1U);
    dossier.setRemoved({ElementKind::Vertex, first}, false);
    EXPECT_EQ(dossier.findVertex("a"), first);

    Vertex renamed = dossier.vertices().row(second);
    renamed.id = dossier.intern("c");
    dossier.replaceVertex(second, renamed);
    EXPECT_EQ(dossier.findVertex("c"), second);
    EXPECT_EQ(dossier.findVertex("b"), noIndex);
}

TEST(Dossier, KnowsSectorsByIdNameAndAmericanSpelling) {
    Dossier dossier;
    EXPECT_EQ(dossier.findSector("Defence"), sectorBit(0));
    EXPECT_EQ(dossier.findSector("DEFENSE"), sectorBit(0));
    EXPECT_EQ(dossier.findSector("culture"), 0U);
    const SectorSet culture = dossier.sectorNamed("Culture");
    EXPECT_EQ(culture, sectorBit(8));
    EXPECT_EQ(dossier.sectorNamed("culture"), culture);
    EXPECT_EQ(dossier.sectors()[8].id, "culture");
}

TEST(Dossier, TakesNoMoreThanSixtyFourSectors) {
    Dossier dossier;
    for (int i = 0; i < 56; ++i) {
        EXPECT_NE(dossier.sectorNamed("sector " + std::to_string(i)), 0U);
    }
    EXPECT_EQ(dossier.sectorNamed("one too many"), 0U);
    EXPECT_EQ(dossier.sectors().size(), mostSectors);
}

TEST(Dossier, ListsTheClaimsAboutAnElement) {
    Dossier dossier;
    const VertexIndex row = dossier.add(state(dossier, "a", "A"));
    const VertexIndex other = dossier.add(state(dossier, "b", "B"));
    Claim claim;
    claim.about = {ElementKind::Vertex, row};
    claim.source = dossier.add(Source{});
    const ClaimIndex first = dossier.add(claim);
    claim.about.index = other;
    dossier.add(claim);
    EXPECT_EQ(dossier.claimsAbout({ElementKind::Vertex, row}), std::vector<ClaimIndex>{first});
    dossier.setRemoved({ElementKind::Claim, first}, true);
    EXPECT_TRUE(dossier.claimsAbout({ElementKind::Vertex, row}).empty());
}

TEST(Dossier, StaysWithinItsMemoryLimits) {
    Dossier dossier;
    constexpr std::size_t rows = 10'000;
    dossier.reserve(rows, rows);
    for (std::size_t i = 0; i < rows; ++i) {
        dossier.add(Vertex{});
        dossier.add(Edge{});
    }
    EXPECT_LE(dossier.vertices().memory(), rows * 200);
    EXPECT_LE(dossier.edges().memory(), rows * 120);
}

} // namespace entente
