#include "tests/ui/scene/scene_fixture.h"
#include "ui/render/strand_slots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <random>

namespace entente::ui {

namespace {

/// A card's memory, which gets what an update sends and no more.
struct StrandSlotsTest : testing::Test, SceneFixture {
    StrandSlots slots_;
    std::vector<PlannedStrand> card;
    std::size_t sent = 0;
    bool anew = false;

    void addTies(std::uint32_t vertices, std::uint32_t edges) {
        std::mt19937 random(7);
        std::vector<VertexIndex> rows;
        for (std::uint32_t i = 0; i < vertices; ++i) {
            rows.push_back(add("V" + std::to_string(i)));
        }
        for (std::uint32_t i = 0; i < edges; ++i) {
            const auto from = static_cast<std::uint32_t>(random() % vertices);
            tie(rows[from], rows[(from + 1 + random() % (vertices - 1)) % vertices],
                sectorBit(random() % 4) | sectorBit(random() % 4),
                random() % 5 == 0 ? Polarity::Conflictual : Polarity::Cooperative);
        }
    }

    /// What is shown of the dossier where `isShown` says so of its edges.
    template <typename IsShown>
    [[nodiscard]] Network filtered(Projection projection, const IsShown& isShown) const {
        Visibility visibility;
        visibility.vertices.assign(dossier.vertices().size(), 1);
        for (std::uint32_t edge = 0; edge < dossier.edges().size(); ++edge) {
            visibility.edges.push_back(isShown(edge) ? 1 : 0);
        }
        return project(dossier, visibility, {projection, true});
    }

    void show(const Network& network, SectorSet sectors = allSectors) {
        const NetworkPlan plan = planNetwork(dossier, network, Style(), sectors);
        std::vector<std::uint32_t> edges(network.edgeCount());
        std::iota(edges.begin(), edges.end(), 0U);
        const StrandSlots::Update update = slots_.update(plan, network, edges);
        anew = update.anew;
        sent = update.records.size();
        if (anew) {
            card.clear();
        }
        card.resize(slots_.size());
        for (const StrandSlots::Update::Piece& piece : update.pieces) {
            std::copy_n(update.records.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                        piece.count, card.begin() + static_cast<std::ptrdiff_t>(piece.slot));
        }
        expectOnCard(plan, network);
    }

    /// All that is planned is where the slots say, whatever else is there.
    void expectOnCard(const NetworkPlan& plan, const Network& network) const {
        std::vector<std::uint8_t> taken(card.size(), 0);
        for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
            std::size_t slot = slots_.slotOf(edge);
            for (const auto strands : {plan.strandsOf(edge), plan.overlaysOf(edge)}) {
                for (const PlannedStrand& strand : strands) {
                    const PlannedStrand record = StrandSlots::record(strand, network);
                    ASSERT_LT(slot, card.size());
                    ASSERT_EQ(std::memcmp(&card[slot], &record, sizeof(record)), 0);
                    ASSERT_EQ(taken[slot]++, 0);
                    ++slot;
                }
            }
        }
    }
};

TEST_F(StrandSlotsTest, SendsAllOfTheFirstNetwork) {
    addTies(60, 4000);
    for (const Projection projection : {Projection::Full, Projection::Alliances}) {
        slots_ = {};
        show(filtered(projection, [](std::uint32_t) { return true; }));
        EXPECT_TRUE(anew);
        EXPECT_EQ(sent, card.size());
    }
}

TEST_F(StrandSlotsTest, AHiddenTieIsSentNeitherWhenItGoesNorWhenItComesBack) {
    addTies(6000, 3000); // scarcely two of the same pair
    const Network all = filtered(Projection::Full, [](std::uint32_t) { return true; });
    show(all);
    EXPECT_TRUE(anew);
    const std::size_t strands = sent;
    show(filtered(Projection::Full, [](std::uint32_t edge) { return edge % 3 != 0; }));
    EXPECT_FALSE(anew);
    EXPECT_LT(sent, strands / 100);
    show(all);
    EXPECT_FALSE(anew);
    EXPECT_LT(sent, strands / 100);
    EXPECT_EQ(slots_.size(), strands);
}

TEST_F(StrandSlotsTest, PairsOfAlliancesKeepTheirRecordsToo) {
    addTies(6000, 3000);
    const Network all = filtered(Projection::Alliances, [](std::uint32_t) { return true; });
    show(all);
    const std::size_t strands = sent;
    show(filtered(Projection::Alliances, [](std::uint32_t edge) { return edge % 3 != 0; }));
    EXPECT_FALSE(anew);
    EXPECT_LT(sent, strands / 100);
    show(all);
    EXPECT_FALSE(anew);
    EXPECT_LT(sent, strands / 100);
}

TEST_F(StrandSlotsTest, WhatAFilterChangesIsSent) {
    addTies(60, 400); // many of the same pair: strands move together where one goes
    const Network all = filtered(Projection::Full, [](std::uint32_t) { return true; });
    show(all);
    const std::size_t strands = sent;
    show(all, sectorBit(1)); // fewer strands an edge
    EXPECT_GT(sent, 0U);
    show(all);
    EXPECT_GT(sent, 0U);
    EXPECT_LE(sent, strands);
    show(filtered(Projection::Full, [](std::uint32_t edge) { return edge < 7; }));
    show(filtered(Projection::Full, [](std::uint32_t) { return false; }));
    EXPECT_EQ(sent, 0U);
    show(all);
}

TEST_F(StrandSlotsTest, AnotherProjectionLeavesNoMoreThanItsOwnBehind) {
    addTies(500, 20'000);
    const auto all = [](std::uint32_t) { return true; };
    std::size_t most = 0;
    for (int round = 0; round < 3; ++round) {
        for (const Projection projection : {Projection::Full, Projection::Alliances}) {
            show(filtered(projection, all));
            most = std::max(most, sent);
            EXPECT_LE(slots_.size(), 2 * most + 4096);
        }
    }
}

TEST_F(StrandSlotsTest, ManyChangesAreSentAsOne) {
    addTies(60'000, 60'000);
    const Network all = filtered(Projection::Full, [](std::uint32_t) { return true; });
    show(all);
    EXPECT_TRUE(anew);
    // Every second tie is wider from here on.
    for (EdgeIndex edge = 0; edge < dossier.edges().size(); edge += 2) {
        Edge wider = dossier.edges().row(edge);
        wider.weight = 3;
        dossier.replaceEdge(edge, wider);
    }
    show(filtered(Projection::Full, [](std::uint32_t) { return true; }));
    EXPECT_TRUE(anew);
    EXPECT_EQ(sent, card.size());
}

TEST_F(StrandSlotsTest, GivesASampleItsOwnRecordsOnly) {
    addTies(600, 3000);
    const Network all = filtered(Projection::Full, [](std::uint32_t) { return true; });
    const NetworkPlan plan = planNetwork(dossier, all, Style());
    const std::vector<std::uint32_t> edges{3, 17, 2999};
    const StrandSlots::Update update = slots_.update(plan, all, edges);
    std::size_t strands = 0;
    for (const std::uint32_t edge : edges) {
        strands += plan.strandsOf(edge).size() + plan.overlaysOf(edge).size();
        EXPECT_NE(slots_.slotOf(edge), StrandSlots::none);
    }
    EXPECT_EQ(update.records.size(), strands);
    EXPECT_EQ(slots_.slotOf(4), StrandSlots::none);
}

} // namespace

} // namespace entente::ui
