#include "tests/ui/scene/scene_fixture.h"
#include "ui/scene/sector_glyph.h"
#include "ui/scene/vertex_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace entente::ui {

namespace {

double distanceFromLine(QPointF point, QPointF a, QPointF b) {
    const QPointF way = b - a;
    return std::abs((point.x() - a.x()) * way.y() - (point.y() - a.y()) * way.x()) /
           std::hypot(way.x(), way.y());
}

struct NetworkSceneTest : testing::Test, SceneFixture {};

TEST_F(NetworkSceneTest, ATieIsOneParallelStrandASector) {
    const auto russia = add("Russia");
    const auto iran = add("Iran");
    tie(russia, iran, sector("defence") | sector("energy") | sector("trade"));
    const NetworkScene scene = this->scene({{0, 0}, {300, 100}});
    ASSERT_EQ(scene.list.strands.size(), 3U);
    std::vector<QColor> colours;
    for (const Strand& strand : scene.list.strands) {
        colours.push_back(strand.colour);
        EXPECT_NEAR(distanceFromLine(strand.from, strand.to, strand.to + QPointF(300, 100)), 0,
                    1e-6);
    }
    EXPECT_EQ(colours[0], QColor(0xD5, 0x5E, 0x00));
    EXPECT_EQ(colours[1], QColor(0xE6, 0x9F, 0x00));
    EXPECT_EQ(colours[2], QColor(0x00, 0x9E, 0x73));
    const double apart = distanceFromLine(scene.list.strands[1].from, scene.list.strands[0].from,
                                          scene.list.strands[0].to);
    EXPECT_GT(apart, scene.list.strands[0].width);
    EXPECT_LT(apart, 3 * scene.list.strands[0].width);
}

TEST_F(NetworkSceneTest, StrandsEndAtTheOutlinesOfTheirMarks) {
    const auto russia = add("Russia");
    const auto union_ = add("Union", VertexKind::Organisation);
    tie(russia, union_, sector("defence") | sector("energy"));
    const NetworkScene scene = this->scene({{0, 0}, {260, 90}});
    ASSERT_EQ(scene.list.marks.size(), 2U);
    for (const Strand& strand : scene.list.strands) {
        EXPECT_NEAR(QLineF({0, 0}, strand.from).length(), scene.list.marks[0].radius, 0.05);
        const double reach = QLineF({260, 90}, strand.to).length();
        EXPECT_GT(reach, scene.list.marks[1].radius * 0.9);
        EXPECT_LT(reach, scene.list.marks[1].radius * 1.15);
    }
}

TEST_F(NetworkSceneTest, FriendshipAndConflictOfOnePairLieSideBySide) {
    const auto turkey = add("Türkiye");
    const auto russia = add("Russia");
    tie(turkey, russia, sector("energy"));
    tie(turkey, russia, sector("energy"), Polarity::Conflictual);
    const NetworkScene scene = this->scene({{0, 0}, {300, 0}});
    ASSERT_EQ(scene.list.strands.size(), 2U);
    EXPECT_GT(std::abs(scene.list.strands[0].from.y() - scene.list.strands[1].from.y()),
              scene.list.strands[0].width * 1.5);
    ASSERT_EQ(scene.list.overlays.size(), 1U);
    const Strand& bar = scene.list.overlays.front();
    EXPECT_EQ(bar.colour, Colours::of(Theme::Light).conflict);
    EXPECT_NEAR((bar.from.x() + bar.to.x()) / 2, 150, 3);
    const Strand* const conflictual = &scene.list.strands[1];
    EXPECT_NEAR((bar.from.y() + bar.to.y()) / 2, conflictual->from.y(), 0.01);
    EXPECT_TRUE(scene.legend.conflict);
}

TEST_F(NetworkSceneTest, DashIsTheBestConfidenceInThatSector) {
    const auto russia = add("Russia");
    const auto iran = add("Iran");
    tie(russia, iran, sector("defence"), Polarity::Cooperative, Confidence::Reported);
    tie(russia, iran, sector("energy"), Polarity::Cooperative, Confidence::Planned);
    tie(russia, iran, sector("defence"), Polarity::Cooperative, Confidence::Alleged);
    const NetworkScene scene = this->scene({{0, 0}, {300, 0}});
    ASSERT_EQ(scene.list.strands.size(), 2U);
    EXPECT_EQ(scene.list.strands[0].dash, Dash::LongDash);
    EXPECT_EQ(scene.list.strands[1].dash, Dash::ShortDash);
    EXPECT_EQ(scene.legend.confidences, 0b1010);
}

TEST_F(NetworkSceneTest, OnlyTheSectorsAskedForAreDrawn) {
    const auto russia = add("Russia");
    const auto iran = add("Iran");
    tie(russia, iran, sector("defence") | sector("energy"));
    NetworkSceneOptions options;
    options.sectors = sector("energy");
    const NetworkScene scene = this->scene({{0, 0}, {300, 0}}, options);
    ASSERT_EQ(scene.list.strands.size(), 1U);
    EXPECT_EQ(scene.legend.sectors, sector("energy"));
}

TEST_F(NetworkSceneTest, NuclearYellowIsCasedOnLightGroundOnly) {
    const auto russia = add("Russia");
    const auto iran = add("Iran");
    tie(russia, iran, sector("nuclear"));
    EXPECT_EQ(scene({{0, 0}, {300, 0}}).list.strands.front().casing.alpha(), 255);
    EXPECT_EQ(scene({{0, 0}, {300, 0}}, {}, Theme::Dark).list.strands.front().casing.alpha(), 0);
}

TEST_F(NetworkSceneTest, ArrowheadsOnlyWhereTheyHelp) {
    const auto iran = add("Iran");
    const auto russia = add("Russia");
    const auto putin = add("Putin", VertexKind::Organisation);
    const auto confirmed = Confidence::Confirmed;
    tie(iran, russia, sector("defence"), Polarity::Cooperative, confirmed, "supplies", true);
    tie(putin, russia, sector("defence"), Polarity::Cooperative, confirmed, "member of", true);
    const NetworkScene scene = this->scene({{0, 0}, {300, 0}, {300, 300}});
    ASSERT_EQ(scene.list.strands.size(), 2U);
    EXPECT_EQ(std::ranges::count_if(scene.list.strands, &Strand::arrowAtEnd), 1);
    const auto arrow = std::ranges::find_if(scene.list.strands, &Strand::arrowAtEnd);
    EXPECT_GT(arrow->to.x(), arrow->from.x());
}

TEST_F(NetworkSceneTest, MarksGrowByAreaWithWeightedDegreeAndHaveTheShapeOfTheirKind) {
    const auto hub = add("Hub");
    const auto few = add("Few", VertexKind::Group);
    const auto none = add("None", VertexKind::Organisation);
    for (int i = 0; i < 4; ++i) {
        tie(hub, add("Spoke " + std::to_string(i)), 0);
    }
    tie(hub, few, 0);
    const NetworkScene scene = this->scene(gridOfPlaces(7, 200));
    std::map<VertexIndex, Mark> marks;
    for (const Mark& mark : scene.list.marks) {
        marks[mark.element.index] = mark;
    }
    EXPECT_GT(marks[hub].radius, marks[few].radius);
    EXPECT_GT(marks[few].radius, marks[none].radius);
    EXPECT_EQ(marks[hub].shape, Shape::Circle);
    EXPECT_EQ(marks[few].shape, Shape::Diamond);
    EXPECT_EQ(marks[none].shape, Shape::Hexagon);
}

TEST_F(NetworkSceneTest, WhatIsNotHighlightedFadesAndLiesBelow) {
    const auto a = add("A");
    const auto b = add("B");
    const auto c = add("C");
    tie(a, b, sector("defence"));
    tie(b, c, sector("defence"));
    NetworkSceneOptions options;
    const std::vector<std::uint32_t> chosen{0};
    options.highlight = highlightAround(network(), chosen, {});
    const NetworkScene scene = this->scene({{0, 0}, {200, 0}, {400, 0}}, options);
    ASSERT_EQ(scene.list.strands.size(), 2U);
    EXPECT_NE(scene.list.strands[0].colour, QColor(0xD5, 0x5E, 0x00));
    EXPECT_EQ(scene.list.strands[1].colour, QColor(0xD5, 0x5E, 0x00));
    EXPECT_EQ(scene.list.marks.front().element.index, c);
}

TEST_F(NetworkSceneTest, PanningChangesNothingButPositions) {
    for (int i = 0; i < 40; ++i) {
        add("Vertex with a name " + std::to_string(i));
    }
    std::vector<QPointF> places = gridOfPlaces(40, 70);
    const NetworkScene before = scene(places);
    for (QPointF& place : places) {
        place += QPointF(1000, -500);
    }
    const NetworkScene after = scene(places);
    ASSERT_EQ(before.list.labels.size(), after.list.labels.size());
    for (std::size_t i = 0; i < before.list.labels.size(); ++i) {
        EXPECT_EQ(before.list.labels[i].text, after.list.labels[i].text);
        const QPointF moved = after.list.labels[i].position - before.list.labels[i].position;
        EXPECT_NEAR(moved.x(), 1000, 1e-6);
        EXPECT_NEAR(moved.y(), -500, 1e-6);
    }
}

TEST_F(NetworkSceneTest, SectorsHaveSignsOfTheirOwnWithinTheirRadius) {
    std::vector<QPainterPath> signs;
    for (const Sector& each : standardSectors()) {
        const QPainterPath sign = sectorGlyph(each.id, {10, 20}, 6);
        EXPECT_TRUE(
            QRectF(4, 14, 12, 12).adjusted(-0.01, -0.01, 0.01, 0.01).contains(sign.boundingRect()))
            << each.id;
        EXPECT_EQ(std::ranges::count(signs, sign), 0) << each.id;
        signs.push_back(sign);
    }
}

TEST_F(NetworkSceneTest, SignsLieOnTheirStrandsWhereTheStyleAsksForThem) {
    const auto russia = add("Russia");
    const auto iran = add("Iran");
    tie(russia, iran, sector("defence") | sector("energy"));
    EXPECT_TRUE(scene({{0, 0}, {300, 0}}).list.glyphs.empty());
    Style style;
    style.sectorGlyphs = true;
    const NetworkScene scene = buildNetworkScene(dossier, network(), {{0, 0}, {300, 0}}, style, {});
    ASSERT_EQ(scene.list.glyphs.size(), 2U);
    EXPECT_FALSE(scene.list.glyphs[0].path.boundingRect().intersects(
        scene.list.glyphs[1].path.boundingRect()));
}

TEST_F(NetworkSceneTest, VerticesWithoutAPlaceAreLeftOut) {
    const auto a = add("A");
    const auto b = add("B");
    tie(a, b, sector("defence"));
    const NetworkScene scene = this->scene({{0, 0}, {std::nan(""), 0}});
    EXPECT_EQ(scene.list.marks.size(), 1U);
    EXPECT_TRUE(scene.list.strands.empty());
}

TEST_F(NetworkSceneTest, NamesAreInTheLanguageAskedFor) {
    Vertex vertex;
    vertex.label = dossier.intern("Russia");
    VertexDetails details;
    details.names = {{"ru", "Россия", false}, {"fa", "روسیه", false}, {"en", "RF", true}};
    details.codes = {{"iso3", "RUS"}};
    vertex.details = std::make_shared<const VertexDetails>(details);
    const VertexIndex row = dossier.add(vertex);
    EXPECT_EQ(vertexName(dossier, row, {}), QStringLiteral("Russia"));
    EXPECT_EQ(vertexName(dossier, row, QStringLiteral("original")), QStringLiteral("Россия"));
    EXPECT_EQ(vertexName(dossier, row, QStringLiteral("fa")), QStringLiteral("روسیه"));
    EXPECT_EQ(vertexName(dossier, row, QStringLiteral("sw")), QStringLiteral("Russia"));
    EXPECT_EQ(vertexCode(dossier, row), QStringLiteral("RUS"));
}

TEST_F(NetworkSceneTest, LongTitlesBreakIntoEvenLinesAndAreElidedAtTheEnd) {
    const QFont font = labelFont(QFont(QStringLiteral("Noto Sans")), 12, false);
    const QString title = QStringLiteral("Treaty on the Basis for Mutual Relations and Principles");
    const QStringList lines = balancedLines(title, font, 170, 3);
    EXPECT_EQ(lines.join(QLatin1Char(' ')), title);
    EXPECT_LE(lines.size(), 3);
    const QStringList cut = balancedLines(title + title, font, 100, 2);
    EXPECT_EQ(cut.size(), 2);
    EXPECT_TRUE(cut.back().endsWith(QChar(0x2026)));
}

} // namespace

} // namespace entente::ui
