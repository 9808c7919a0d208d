#include "tests/ui/scene/scene_fixture.h"
#include "ui/scene/legend.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::ui {

namespace {

double luminance(const QColor& colour) {
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool names(const std::vector<LegendEntry>& entries, const char* text) {
    return std::ranges::any_of(entries, [text](const LegendEntry& entry) {
        return entry.text == QString::fromUtf8(text);
    });
}

TEST(Legend, ListsWhatIsShownAndNothingElse) {
    SceneFixture fixture;
    const auto russia = fixture.add("Russia");
    const auto union_ = fixture.add("Union", VertexKind::Organisation);
    fixture.tie(russia, union_, fixture.sector("energy"), Polarity::Conflictual,
                Confidence::Reported);
    const Style style;
    const NetworkScene scene = fixture.scene({{0, 0}, {300, 0}});
    const auto entries = legendEntries(scene.legend, fixture.dossier, style);
    EXPECT_TRUE(names(entries, "Energy"));
    EXPECT_TRUE(names(entries, "Reported"));
    EXPECT_TRUE(names(entries, "In conflict"));
    EXPECT_TRUE(names(entries, "State"));
    EXPECT_TRUE(names(entries, "Organisation"));
    EXPECT_EQ(entries.size(), 5U);
}

TEST(Legend, CardHoldsItsEntriesInColumnsThatFit) {
    SceneFixture fixture;
    LegendContents contents;
    contents.sectors = 0xFF;
    contents.confidences = 0xF;
    contents.kinds = 0xFF;
    contents.conflict = true;
    const Style style;
    const DisplayList card = legendCard(legendEntries(contents, fixture.dossier, style), style);
    EXPECT_LT(card.bounds.height(), 340);
    for (const Label& label : card.labels) {
        EXPECT_TRUE(card.bounds.contains(labelBox(label, style.font))) << label.text.toStdString();
    }
    const DisplayList rows =
        legendRows(legendEntries(contents, fixture.dossier, style), style, 500);
    for (const Label& label : rows.labels) {
        EXPECT_LE(labelBox(label, style.font).right(), 500) << label.text.toStdString();
        EXPECT_LE(label.position.y(), rows.bounds.bottom());
    }
}

TEST(Legend, TakesTheCornerThatHidesLeast) {
    DisplayList list;
    Mark mark;
    mark.radius = 10;
    for (const QPointF centre : {QPointF(40, 40), QPointF(760, 40), QPointF(40, 560)}) {
        mark.centre = centre;
        list.marks.push_back(mark);
    }
    EXPECT_EQ(emptiestCorner(list, {0, 0, 800, 600}, {100, 80}, 16), QPointF(684, 504));
    EXPECT_EQ(emptiestCorner({}, {0, 0, 800, 600}, {100, 80}, 16, 1), QPointF(684, 16));
}

TEST(Style, TextHasEnoughContrastInBothThemes) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Colours& colours = Colours::of(theme);
        for (const QColor& ground : {colours.ground, colours.panel, colours.markFill}) {
            EXPECT_GE(contrast(colours.text, ground), 4.5);
            EXPECT_GE(contrast(colours.quietText, ground), 4.5);
            EXPECT_GE(contrast(colours.accent, ground), 3);
        }
    }
}

TEST(Style, EverySectorStandsOutFromTheGround) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        for (const Sector& sector : standardSectors()) {
            const QColor casing = sectorCasing(sector, theme);
            const QColor edge = casing.alpha() > 0 ? casing : sectorColour(sector, theme);
            EXPECT_GE(contrast(edge, Colours::of(theme).ground), 2.1) << sector.id;
        }
    }
}

} // namespace

} // namespace entente::ui
