#include "ui/scene/activity.h"

#include <gtest/gtest.h>

#include <numeric>

namespace entente::ui {

namespace {

struct ActivityTest : testing::Test {
    Dossier dossier;

    void add(VertexKind kind, std::string_view period, SectorSet sectors) {
        Vertex vertex;
        vertex.id = dossier.intern(std::to_string(dossier.vertices().size()));
        vertex.kind = kind;
        vertex.period = parsePeriod(period).value();
        vertex.sectors = sectors;
        dossier.add(vertex);
    }

    [[nodiscard]] std::vector<ActivityBin> years(int first, int last) const {
        const DaySpan days{dayNumber(first, 1, 1), dayNumber(last, 12, 31)};
        return activity(dossier, FilterEvaluator(dossier).evaluate({}),
                        activityBins(days, static_cast<std::size_t>(last - first + 1)));
    }
};

} // namespace

TEST_F(ActivityTest, CountsWhatIsInForceEachYear) {
    const SectorSet defence = dossier.findSector("defence");
    const SectorSet energy = dossier.findSector("energy");
    add(VertexKind::Agreement, "2001-03-12/2003", defence);
    add(VertexKind::Agreement, "2002/..", defence | energy);
    add(VertexKind::Event, "2003-05", energy);
    add(VertexKind::State, "1991/..", 0);
    const std::vector<ActivityBin> bins = years(2000, 2005);
    ASSERT_EQ(bins.size(), 6U);
    const double wantedDefence[] = {0, 1, 1.5, 1.5, 0.5, 0.5};
    const double wantedEnergy[] = {0, 0, 0.5, 1.5, 0.5, 0.5};
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_DOUBLE_EQ(bins[i].bySector[0], wantedDefence[i]) << i;
        EXPECT_DOUBLE_EQ(bins[i].bySector[1], wantedEnergy[i]) << i;
    }
}

TEST_F(ActivityTest, BinsCoverTheDaysWithoutGaps) {
    for (const std::size_t wanted : {1U, 10U, 60U, 500U}) {
        const DaySpan days{dayNumber(1816, 5, 3), dayNumber(2018, 12, 31)};
        const std::vector<DaySpan> bins = activityBins(days, wanted);
        ASSERT_FALSE(bins.empty());
        EXPECT_LE(bins.front().first, days.first);
        EXPECT_GE(bins.back().last, days.last);
        for (std::size_t i = 1; i < bins.size(); ++i) {
            EXPECT_EQ(bins[i].first, bins[i - 1].last + 1);
        }
    }
    EXPECT_EQ(activityBins({0, 29}, 30).size(), 30U);
}

TEST_F(ActivityTest, CountsTiesWhereThereAreNoAgreements) {
    add(VertexKind::State, "", 0);
    add(VertexKind::State, "", 0);
    Edge tie;
    tie.source = 0;
    tie.target = 1;
    tie.period = parsePeriod("2001/2002").value();
    dossier.add(tie);
    const std::vector<ActivityBin> bins = years(2000, 2003);
    ASSERT_EQ(bins.size(), 4U);
    EXPECT_DOUBLE_EQ(bins[0].bySector.back(), 0);
    EXPECT_DOUBLE_EQ(bins[1].bySector.back(), 1);
    EXPECT_DOUBLE_EQ(bins[2].bySector.back(), 1);
    EXPECT_DOUBLE_EQ(bins[3].bySector.back(), 0);
}

} // namespace entente::ui
