#include "ui/scene/attribute_scales.h"

#include "tests/ui/graph_dossier.h"
#include "tests/ui/scene/scene_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace entente::ui {

namespace {

using From = LookSource::From;

struct AttributeScales : testing::Test, SceneFixture {
    Style style;

    AttributeScales() {
        dossier = graphDossier(12);
        style.font = QFont(QStringLiteral("Noto Sans"));
    }

    [[nodiscard]] NetworkPlan plan() const { return planNetwork(dossier, network(), style); }

    [[nodiscard]] QStringList legend() const {
        QStringList texts;
        for (const LegendEntry& entry : legendEntries(plan().legend, dossier, style)) {
            texts << entry.text;
        }
        return texts;
    }
};

} // namespace

TEST_F(AttributeScales, ColourEachValueTheMostFrequentFirst) {
    style.looks.markColour = {From::Values, "group"};
    const NetworkPlan plan = this->plan();
    EXPECT_TRUE(plan.colouredMarks);
    EXPECT_EQ(plan.marks[0].fill, plan.marks[1].fill);
    EXPECT_EQ(plan.marks[0].fill, QColor(0x00, 0x72, 0xB2).rgb()) << "the largest group";
    EXPECT_EQ(plan.marks[3].fill, QColor(0xE6, 0x9F, 0x00).rgb());
    EXPECT_NE(plan.marks[3].fill, plan.marks[0].fill);
    EXPECT_EQ(plan.marks[11].fill, style.colours().markFill.rgb()) << "it has no group";
    EXPECT_EQ(legend().mid(0, 5),
              (QStringList{"group", "red team", "blue team", "green team", "not stated"}));
}

TEST_F(AttributeScales, KeepTheRestGrey) {
    style.looks.markColour = {From::Values, "note"};
    const NetworkPlan plan = this->plan();
    std::set<QRgb> colours;
    for (const PlannedMark& mark : plan.marks) {
        colours.insert(mark.fill);
    }
    EXPECT_EQ(colours.size(), 9U) << "seven values, the others, and what has none";
    EXPECT_EQ(plan.marks[7].fill, plan.marks[8].fill);
    EXPECT_TRUE(legend().contains(QStringLiteral("other")));
}

TEST_F(AttributeScales, NameInTheLegendOnlyWhatIsShown) {
    style.looks.markColour = {From::Values, "group"};
    Visibility some;
    some.vertices.assign(dossier.vertices().size(), 0);
    some.edges.assign(dossier.edges().size(), 0);
    some.vertices[0] = some.vertices[3] = 1;
    const Network part = project(dossier, some, {Projection::Full, true});
    const NetworkPlan plan = planNetwork(dossier, part, style);
    ASSERT_EQ(plan.legend.scales.size(), 1U);
    ASSERT_EQ(plan.legend.scales[0].swatches.size(), 2U);
    EXPECT_EQ(plan.legend.scales[0].swatches[1].text, QStringLiteral("blue team"));
    EXPECT_EQ(plan.marks[1].fill, this->plan().marks[3].fill) << "a filter changes no colour";
}

TEST_F(AttributeScales, RunThroughARampThatLeadsAwayFromTheGround) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        style.theme = theme;
        style.looks.markColour = {From::Numbers, "score"};
        const NetworkPlan plan = this->plan();
        const auto apart = [&](std::size_t vertex) {
            return std::abs(QColor(plan.marks[vertex].fill).lightnessF() -
                            style.colours().ground.lightnessF());
        };
        EXPECT_GT(apart(10), apart(0));
        EXPECT_EQ(legend().front(), QStringLiteral("score: 0 – 70"));
    }
}

TEST_F(AttributeScales, MakeMarksAsLargeAsNumbersSay) {
    style.looks.markSize = {From::Numbers, "score"};
    const NetworkPlan plan = this->plan();
    EXPECT_TRUE(std::ranges::is_sorted(plan.marks.begin(), plan.marks.begin() + 11, {},
                                       &PlannedMark::radius));
    EXPECT_FLOAT_EQ(plan.marks[0].radius, plan.marks[11].radius) << "no score: as the least";
    EXPECT_GT(plan.marks[10].radius, 4 * plan.marks[0].radius);
    EXPECT_GT(plan.importance[10], plan.importance[0]) << "large ones are named first";
    // Areas are in proportion: half way between two numbers, half way between two areas.
    const auto area = [&](std::size_t i) { return plan.marks[i].radius * plan.marks[i].radius; };
    EXPECT_NEAR(area(5), (area(0) + area(10)) / 2, 1);
    EXPECT_TRUE(legend().contains(QStringLiteral("score: 0 – 70")));
}

TEST_F(AttributeScales, ShowColoursSizesAndWidthsAsInTheFile) {
    style.looks = looksOfFile(dossier);
    EXPECT_EQ(style.looks.markColour.from, From::File);
    EXPECT_EQ(style.looks.markSize.from, From::File);
    EXPECT_EQ(style.looks.edgeColour.from, From::File);
    EXPECT_EQ(style.looks.edgeWidth.from, From::File);
    const NetworkPlan plan = this->plan();
    EXPECT_EQ(plan.marks[0].fill, QColor(0xFF, 0, 0).rgb());
    EXPECT_EQ(plan.marks[3].fill, QColor(0, 0, 0xFF).rgb());
    EXPECT_NEAR(plan.marks[2].radius / plan.marks[0].radius, 2, 1e-3) << "20 to 10";
    std::set<QRgb> colours;
    for (const PlannedStrand& strand : plan.strands) {
        colours.insert(plan.colours[strand.colour].rgb());
    }
    EXPECT_EQ(colours, (std::set<QRgb>{0xFF112233, 0xFF445566}));
    const auto [thin, thick] =
        std::ranges::minmax_element(plan.strands, {}, &PlannedStrand::strength);
    EXPECT_LT(thin->strength, thick->strength / 2);
    EXPECT_TRUE(legend().contains(
        QStringLiteral("As in the file: colours, sizes, edges’ colours, edges’ widths")));
    EXPECT_FALSE(legend().contains(QStringLiteral("No sector stated")));
}

TEST_F(AttributeScales, MakeEdgesAsThickAsNumbersSay) {
    style.looks.edgeWidth = {From::Numbers, "volume"};
    const NetworkPlan plan = this->plan();
    std::vector<std::uint8_t> strengths(plan.edgeCount);
    for (const PlannedStrand& strand : plan.strands) {
        strengths[static_cast<std::size_t>(
            indexAttribute(dossier, ElementKind::Edge, "volume")
                .number(network().backing(strand.edge).front().index) /
            100)] = strand.strength;
    }
    EXPECT_TRUE(std::ranges::is_sorted(strengths));
    EXPECT_LT(strengths.front(), strengths.back() / 4);
    EXPECT_TRUE(legend().contains(QStringLiteral("volume: 0 – 1,100")) ||
                legend().contains(QStringLiteral("volume: 0 – 1100")));
}

TEST_F(AttributeScales, FindRoomForMoreColoursThanThereAre) {
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        Edge edge = dossier.edges().row(row);
        const QString colour = QColor::fromHsv(static_cast<int>(row) * 30, 200, 200).name();
        edge.attributes = {attributeOf(dossier, "color", colour.toStdString())};
        dossier.replaceEdge(row, edge);
    }
    style.looks.edgeColour = {From::File, {}};
    std::vector<Sector> sectors = dossier.sectors();
    while (sectors.size() < mostSectors - 3) {
        sectors.push_back({std::to_string(sectors.size()), {}, 0});
    }
    dossier.setSectors(sectors);
    std::set<std::uint8_t> places;
    for (const PlannedStrand& strand : plan().strands) {
        places.insert(strand.colour);
        EXPECT_GE(strand.colour, mostSectors - 3);
    }
    EXPECT_EQ(places.size(), 3U) << "the rarer ones get the nearest";
    sectors.resize(mostSectors, sectors.front());
    dossier.setSectors(sectors);
    for (const PlannedStrand& strand : plan().strands) {
        EXPECT_EQ(strand.colour, NetworkPlan::plain) << "no place is left: as without";
    }
}

TEST_F(AttributeScales, LeaveTheLooksOfOtherDossiersAlone) {
    EXPECT_EQ(looksOfFile(Dossier()), Looks());
    Style plain = style;
    style.looks = {{From::Values, "no such"}, {From::Numbers, "group"}, {}, {From::Numbers, ""}};
    const NetworkPlan without = planNetwork(dossier, network(), plain);
    const NetworkPlan with = plan();
    EXPECT_FALSE(with.colouredMarks);
    EXPECT_EQ(with.legend, without.legend);
    for (std::size_t i = 0; i < with.marks.size(); ++i) {
        EXPECT_EQ(with.marks[i].radius, without.marks[i].radius);
        EXPECT_EQ(with.marks[i].fill, without.marks[i].fill);
    }
}

} // namespace entente::ui
