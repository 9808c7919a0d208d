#include "tests/core/formats/real_data.h"

#include <algorithm>
#include <set>

namespace entente {

namespace {

struct RealDataSets : RealData {};

/// The terms of the leaders of that name, with what they lead.
std::vector<std::string> termsOf(const Dossier& dossier, std::string_view name) {
    std::vector<std::string> terms;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (dossier.label(dossier.edges().source(i)) == name) {
            terms.push_back(std::string(dossier.label(dossier.edges().target(i))) + " " +
                            toEdtf(dossier.edges().period(i)));
        }
    }
    return terms;
}

/// Those who took part in that role.
std::set<std::string> inRole(const Dossier& dossier, VertexIndex event, std::string_view role) {
    std::set<std::string> actors;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (dossier.edges().target(i) == event && dossier.text(dossier.edges().type(i)) == role) {
            actors.emplace(dossier.label(dossier.edges().source(i)));
        }
    }
    return actors;
}

std::vector<std::string> periodsBetween(const Dossier& dossier, std::string_view one,
                                        std::string_view other, std::string_view type) {
    const auto ends = std::minmax({dossier.findVertex(one), dossier.findVertex(other)});
    std::vector<std::string> periods;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (std::minmax({dossier.edges().source(i), dossier.edges().target(i)}) == ends &&
            dossier.text(dossier.edges().type(i)) == type) {
            periods.push_back(toEdtf(dossier.edges().period(i)));
        }
    }
    return periods;
}

} // namespace

TEST_F(RealDataSets, TheFirstWorldWar) {
    const OpenedDossier opened =
        open({"conflicts/Inter-StateWarData_v4.0.csv", "states/states2016.csv"});
    const Dossier& dossier = opened.dossier;
    EXPECT_EQ(opened.report.rowsRead, 337U + 243U);
    EXPECT_EQ(opened.report.rowsRefused + opened.report.rowsRepaired, 0U) << opened.report.text();
    EXPECT_TRUE(validate(dossier).empty());
    const VertexIndex war = dossier.findVertex("war-106");
    ASSERT_NE(war, noIndex);
    EXPECT_EQ(dossier.label(war), "World War I");
    EXPECT_EQ(dossier.vertices().polarity(war), Polarity::Conflictual);
    EXPECT_EQ(dossier.sources().size(), 2U);
    EXPECT_EQ(dossier.claims().size(), 95U + 217U) << "of wars and states, not of participants";
    EXPECT_EQ(inRole(dossier, war, "side 2"),
              (std::set<std::string>{"Austria-Hungary", "Bulgaria", "Germany", "Turkey"}));
    EXPECT_EQ(inRole(dossier, war, "side 1"),
              (std::set<std::string>{"Belgium", "France", "Greece", "Italy", "Japan", "Portugal",
                                     "Romania", "Russia", "United Kingdom",
                                     "United States of America", "Yugoslavia"}));
    // The United States joined in April 1917, when Russia still fought.
    const std::vector<std::string> american =
        periodsBetween(dossier, "cow-2", "cow-255", "at war with");
    ASSERT_EQ(american.size(), 2U) << "the two world wars";
    EXPECT_TRUE(american.front().starts_with("1917-04")) << american.front();
    EXPECT_TRUE(american.back().starts_with("1941-12")) << american.back();
    EXPECT_TRUE(periodsBetween(dossier, "cow-2", "cow-200", "at war with").empty());
}

TEST_F(RealDataSets, LeadersOfRussiaIranAndGermany) {
    const OpenedDossier opened = open({"leaders/archigos.csv", "states/states2016.csv"});
    const Dossier& dossier = opened.dossier;
    EXPECT_EQ(opened.report.rowsRead, 3409U + 243U);
    EXPECT_EQ(opened.report.rowsRefused, 0U) << opened.report.text();
    EXPECT_TRUE(validate(dossier).empty());
    using Terms = std::vector<std::string>;
    EXPECT_EQ(termsOf(dossier, "Khatami"), (Terms{"Iran 1997-08-03/2005-08-03"}));
    EXPECT_EQ(termsOf(dossier, "Putin"), (Terms{"Russia 2000-01-01/.."}));
    EXPECT_EQ(termsOf(dossier, "Kohl"), (Terms{"German Federal Republic 1982-10-01/1990-10-02",
                                               "Germany 1990-10-03/1998-10-27"}));
    EXPECT_EQ(termsOf(dossier, "Cleveland"),
              (Terms{"United States of America 1885-03-04/1889-03-04",
                     "United States of America 1893-03-04/1897-03-04"}));
    std::size_t leaders = 0;
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        leaders += dossier.vertices().kind(row) == VertexKind::Leader ? 1 : 0;
    }
    EXPECT_EQ(dossier.claims().size(), dossier.edges().size() + 217U) << "each term is claimed";
    EXPECT_EQ(leaders, 2803U) << "2802 ids, of which one stands for two people";
}

TEST_F(RealDataSets, Disputes) {
    const OpenedDossier opened = open({"conflicts/cow_mid_ddydisps.csv", "states/states2016.csv"});
    const Dossier& dossier = opened.dossier;
    EXPECT_EQ(opened.report.rowsRead, 10'234U + 243U);
    EXPECT_EQ(opened.report.rowsRefused + opened.report.rowsRepaired, 0U) << opened.report.text();
    EXPECT_TRUE(validate(dossier).empty());
    std::size_t events = 0;
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        events += dossier.vertices().kind(row) == VertexKind::Event ? 1 : 0;
    }
    EXPECT_EQ(events, 2280U);
    EXPECT_EQ(dossier.claims().size(), events + 217U);
    // Pairs and disputes, counted from the table by other means.
    std::set<std::tuple<VertexIndex, VertexIndex, std::string_view>> pairs;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (dossier.edges().kind(i) == EdgeKind::Tie) {
            EXPECT_EQ(dossier.edges().polarity(i), Polarity::Conflictual);
            const auto [one, other] =
                std::minmax({dossier.edges().source(i), dossier.edges().target(i)});
            pairs.emplace(one, other, dossier.text(dossier.edges().row(i).attributes.at(0).value));
        }
    }
    EXPECT_EQ(pairs.size(), 3454U);
    const VertexIndex dispute = dossier.findVertex("dispute-3551");
    ASSERT_NE(dispute, noIndex);
    EXPECT_TRUE(inRole(dossier, dispute, "side A").contains("United States of America"));
    EXPECT_TRUE(inRole(dossier, dispute, "side B").contains("Yugoslavia"));
}

TEST_F(RealDataSets, SeveralAtOnceMeetInTheStates) {
    const OpenedDossier opened =
        open({"leaders/archigos.csv", "conflicts/Inter-StateWarData_v4.0.csv",
              "alliances/atop-dyad-year.csv", "states/states2016.csv"});
    EXPECT_TRUE(validate(opened.dossier).empty());
    std::size_t unnamed = 0;
    for (VertexIndex row = 0; row < opened.dossier.vertices().size(); ++row) {
        unnamed += opened.dossier.label(row).starts_with("State ") ? 1 : 0;
    }
    EXPECT_EQ(unnamed, 4U) << "only states that COW does not count have no name";
}

} // namespace entente
