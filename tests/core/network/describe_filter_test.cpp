#include "tests/core/network/small_dossier.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

class DescribeFilterTest : public testing::Test, protected SmallDossier {
protected:
    [[nodiscard]] std::string sentence() const { return describe(filter, dossier); }
    [[nodiscard]] std::string windowSentence(std::string_view period) {
        filter.window = days(period);
        return sentence();
    }

    Filter filter;
};

} // namespace

TEST_F(DescribeFilterTest, SaysThatNothingIsLeftOut) {
    EXPECT_EQ(sentence(), "All relations.");
}

TEST_F(DescribeFilterTest, ReadsAsInTheSketch) {
    filter.sectors = sectors("defence energy nuclear diplomacy");
    filter.window = days("2001/2025");
    EXPECT_EQ(sentence(), "Defence, energy, nuclear and diplomatic relations of any confidence, "
                          "2001 – 2025.");
}

TEST_F(DescribeFilterTest, ListsEveryCriterion) {
    const VertexIndex iran = actor("Iran");
    const VertexIndex ukraine = actor("Ukraine");
    filter.sectors = sectors("defence energy");
    filter.polarities = kindBit(Polarity::Conflictual);
    filter.confidences = kindBit(Confidence::Confirmed) | kindBit(Confidence::Reported);
    filter.statuses = kindBit(Status::InForce);
    filter.vertexKinds = static_cast<KindSet>(everyKind & ~kindBit(VertexKind::Event));
    filter.edgeKinds = kindBit(EdgeKind::Tie);
    filter.window = days("2001/..");
    filter.text = "drone";
    filter.centres = {iran};
    filter.hops = 2;
    filter.hidden = {ukraine};
    EXPECT_EQ(sentence(), "Conflictual defence and energy relations, confirmed or reported, "
                          "agreements in force, without events, ties only, since 2001, matching "
                          "“drone”, within 2 steps of Iran, Ukraine hidden.");
}

TEST_F(DescribeFilterTest, NamesDatesAsPeopleWriteThem) {
    EXPECT_EQ(windowSentence("2001"), "All relations of any confidence, 2001.");
    EXPECT_EQ(windowSentence("2022-09"), "All relations of any confidence, September 2022.");
    EXPECT_EQ(windowSentence("2025-01-17"), "All relations of any confidence, 17 January 2025.");
    EXPECT_EQ(windowSentence("2001/2022-09"),
              "All relations of any confidence, January 2001 – September 2022.");
    EXPECT_EQ(windowSentence("2001-03-12/2010"),
              "All relations of any confidence, 12 March 2001 – 31 December 2010.");
    EXPECT_EQ(windowSentence("2012-05/.."), "All relations of any confidence, since May 2012.");
    EXPECT_EQ(windowSentence("/2024-02"), "All relations of any confidence, until February 2024.");
    EXPECT_EQ(windowSentence("-0043"), "All relations of any confidence, 44 BC.");
}

TEST_F(DescribeFilterTest, CountsSectorsTheShorterWay) {
    filter.sectors = sectors("defence energy nuclear trade technology finance diplomacy security");
    EXPECT_EQ(sentence(), "Relations in any sector of any confidence.");
    filter.sectors &= ~sectors("finance");
    EXPECT_EQ(sentence(), "Relations in all sectors but finance of any confidence.");
    filter.sectors = sectors("finance diplomacy");
    EXPECT_EQ(sentence(), "Financial and diplomatic relations of any confidence.");
    filter.sectorMode = Filter::SectorMode::All;
    EXPECT_EQ(sentence(), "Relations in finance and diplomacy at once of any confidence.");
    filter.sectors = 0;
    EXPECT_EQ(sentence(), "Relations of no sector of any confidence.");
}

TEST_F(DescribeFilterTest, ListsNoMoreNamesThanAReaderWants) {
    for (const char* name : {"A", "B", "C", "D", "E"}) {
        filter.centres.push_back(actor(name));
    }
    EXPECT_EQ(sentence(), "All relations of any confidence, within 1 step of A, B, C or 2 others.");
}

} // namespace entente
