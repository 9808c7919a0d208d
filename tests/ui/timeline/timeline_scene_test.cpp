#include "ui/scene/timeline_scene.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::ui {

namespace {

struct TimelineSceneTest : testing::Test {
    Dossier dossier;
    Style style;
    TimelineSceneOptions options;

    void SetUp() override {
        options.size = {900, 600};
        options.range = {static_cast<double>(dayNumber(2000, 1, 1)),
                         static_cast<double>(dayNumber(2030, 1, 1))};
    }

    VertexIndex add(VertexKind kind, std::string_view label, std::string_view period,
                    SectorSet sectors = 0, Confidence confidence = Confidence::Confirmed) {
        Vertex vertex;
        vertex.id = dossier.intern(label);
        vertex.label = vertex.id;
        vertex.kind = kind;
        vertex.period = parsePeriod(period).value();
        vertex.sectors = sectors;
        vertex.confidence = confidence;
        return dossier.add(vertex);
    }

    void connect(EdgeKind kind, VertexIndex source, VertexIndex target, std::string_view type,
                 std::string_view period = "") {
        Edge edge;
        edge.kind = kind;
        edge.source = source;
        edge.target = target;
        edge.type = dossier.intern(type);
        edge.period = parsePeriod(period).value();
        dossier.add(edge);
    }

    [[nodiscard]] std::vector<TimelineLane> lanes(TimelineGrouping grouping) const {
        return timelineLanes(dossier, visibility(), grouping, {});
    }

    [[nodiscard]] Visibility visibility() const { return FilterEvaluator(dossier).evaluate({}); }

    [[nodiscard]] TimelineScene scene() const {
        return buildTimelineScene(dossier, visibility(), lanes(TimelineGrouping::Sector), style,
                                  options);
    }
};

} // namespace

TEST_F(TimelineSceneTest, GivesEachAgreementALaneUnderItsSectorByBegin) {
    const SectorSet defence = dossier.findSector("defence");
    const SectorSet energy = dossier.findSector("energy");
    add(VertexKind::Agreement, "later", "2010/2020", defence);
    add(VertexKind::Agreement, "earlier", "2005/2020", defence | energy);
    add(VertexKind::Agreement, "gas", "2001/..", energy);
    add(VertexKind::Agreement, "undated", "", energy);
    const std::vector<TimelineLane> rows = lanes(TimelineGrouping::Sector);
    ASSERT_EQ(rows.size(), 5U);
    const char* const labels[] = {"Defence", "earlier", "later", "Energy", "gas"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].label.toStdString(), labels[i]);
    }
}

TEST_F(TimelineSceneTest, GroupsByActorUnderEveryParty) {
    const VertexIndex russia = add(VertexKind::State, "Russia", "");
    const VertexIndex iran = add(VertexKind::State, "Iran", "");
    const VertexIndex pact = add(VertexKind::Agreement, "pact", "2001/2010");
    const VertexIndex other = add(VertexKind::Agreement, "other", "2005/2010");
    connect(EdgeKind::Participation, russia, pact, "party");
    connect(EdgeKind::Participation, iran, pact, "party");
    connect(EdgeKind::Participation, iran, other, "party");
    const std::vector<TimelineLane> rows = lanes(TimelineGrouping::Actor);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].label, QStringLiteral("Iran"));
    EXPECT_EQ(rows[1].label, QStringLiteral("pact"));
    EXPECT_EQ(rows[3].label, QStringLiteral("Russia"));
}

TEST_F(TimelineSceneTest, EndsSayWhatIsKnownOfThem) {
    add(VertexKind::Agreement, "exact", "2005/2010");
    add(VertexKind::Agreement, "open", "2006/..");
    add(VertexKind::Agreement, "unknown", "2007/");
    add(VertexKind::Agreement, "about", "2008/2012~");
    add(VertexKind::Agreement, "planned", "2009/2013", 0, Confidence::Planned);
    const std::vector<Bar> bars = scene().list.bars;
    ASSERT_EQ(bars.size(), 5U);
    EXPECT_EQ(bars[0].end, BarEnd::Square);
    EXPECT_EQ(bars[1].end, BarEnd::Fade);
    EXPECT_EQ(bars[2].end, BarEnd::Ragged);
    EXPECT_EQ(bars[3].end, BarEnd::Soft);
    EXPECT_EQ(bars[4].dash, Dash::ShortDash);
    const TimeAxis axis = scene().axis;
    EXPECT_NEAR(bars[0].rect.left(), axis.pixel(dayNumber(2005, 1, 1)), 0.01);
    EXPECT_NEAR(bars[0].rect.right(), axis.pixel(dayNumber(2011, 1, 1)), 0.01);
}

TEST_F(TimelineSceneTest, SeveralSectorsAreStripesOfOneBar) {
    const SectorSet three = dossier.findSector("defence") | dossier.findSector("energy") |
                            dossier.findSector("trade");
    add(VertexKind::Agreement, "treaty", "2005/2010", three);
    const std::vector<Bar> bars = scene().list.bars;
    ASSERT_EQ(bars.size(), 3U);
    EXPECT_DOUBLE_EQ(bars[0].rect.bottom(), bars[1].rect.top());
    EXPECT_NE(bars[0].colour, bars[1].colour);
}

TEST_F(TimelineSceneTest, WhatLiesOutsideTheWindowIsDimmed) {
    add(VertexKind::Agreement, "old", "2001/2004");
    add(VertexKind::Agreement, "new", "2015/2020");
    options.window = DaySpan{dayNumber(2014, 1, 1), dayNumber(2016, 12, 31)};
    const std::vector<Bar> bars = scene().list.bars;
    EXPECT_LT(bars[0].opacity, 1);
    EXPECT_EQ(bars[1].opacity, 1);
}

TEST_F(TimelineSceneTest, EventLabelsNeverOverlap) {
    for (int i = 0; i < 14; ++i) {
        add(VertexKind::Event, "Meeting of ministers number " + std::to_string(i),
            "2015-0" + std::to_string(1 + i % 9));
    }
    const TimelineScene picture = scene();
    EXPECT_EQ(picture.list.marks.size(), 14U);
    std::vector<QRectF> boxes;
    for (const Label& label : picture.list.labels) {
        if (label.element.index != noIndex) {
            boxes.push_back(labelBox(label, picture.list.font));
        }
    }
    EXPECT_GE(boxes.size(), 10U);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            EXPECT_FALSE(boxes[i].adjusted(0, 4, 0, -4).intersects(boxes[j].adjusted(0, 4, 0, -4)))
                << i << " " << j;
        }
    }
}

TEST_F(TimelineSceneTest, TermsOfOneStateShareARowUnlessTheyOverlap) {
    const VertexIndex iran = add(VertexKind::State, "Iran", "");
    const VertexIndex khatami = add(VertexKind::Leader, "Khatami", "");
    const VertexIndex ahmadinejad = add(VertexKind::Leader, "Ahmadinejad", "");
    const VertexIndex khamenei = add(VertexKind::Leader, "Khamenei", "");
    connect(EdgeKind::Tie, khatami, iran, "leads", "1997-08-03/2005-08-03");
    connect(EdgeKind::Tie, ahmadinejad, iran, "leads", "2005-08-03/2013-08-03");
    connect(EdgeKind::Tie, khamenei, iran, "leads", "1989-06-04/..");
    add(VertexKind::Agreement, "pact", "2001/2010");
    const std::vector<TimelineLane> rows = lanes(TimelineGrouping::Sector);
    EXPECT_EQ(std::ranges::count(rows, TimelineLane::Kind::Terms, &TimelineLane::kind), 2);
    EXPECT_EQ(scene().list.bands.size(), 3U);
}

TEST_F(TimelineSceneTest, RenewalsAreTicksAndLineageAnArrow) {
    const VertexIndex old = add(VertexKind::Agreement, "old", "2001/2025");
    Vertex renewed = dossier.vertices().row(old);
    VertexDetails details;
    details.renewals = {parseDate("2011").value(), parseDate("2016").value()};
    renewed.details = std::make_shared<const VertexDetails>(details);
    dossier.replaceVertex(old, renewed);
    const VertexIndex treaty = add(VertexKind::Agreement, "treaty", "2025/..");
    connect(EdgeKind::Lineage, treaty, old, "builds on");
    const std::vector<Strand> overlays = scene().list.overlays;
    EXPECT_EQ(overlays.size(), 3U);
    EXPECT_EQ(std::ranges::count(overlays, true, &Strand::arrowAtEnd), 1);
}

TEST_F(TimelineSceneTest, OnlyLanesInSightAreDrawn) {
    for (int i = 0; i < 10'000; ++i) {
        add(VertexKind::Agreement, "pact " + std::to_string(i), "2001/2010");
    }
    options.scroll = 100'000;
    const TimelineScene picture = scene();
    EXPECT_GT(picture.height, 200'000);
    EXPECT_LT(picture.list.bars.size(), 60U);
    EXPECT_GT(picture.list.bars.size(), 10U);
}

} // namespace entente::ui
