#include "tests/ui/scene/scene_fixture.h"
#include "ui/scene/emphasis_picture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::ui {

namespace {

struct EmphasisPictureTest : testing::Test, SceneFixture {
    std::vector<QPointF> places;
    Style style;

    void SetUp() override {
        style.font = QFont(QStringLiteral("Noto Sans"));
        for (const char* const name : {"A", "B", "C", "D", "E"}) {
            add(name);
        }
        tie(0, 1, sector("defence") | sector("energy"), Polarity::Conflictual);
        tie(1, 2, sector("trade"));
        tie(2, 3, sector("finance"), Polarity::Cooperative, Confidence::Alleged, "supplies", true);
        tie(0, 4, sector("energy"));
        tie(0, 1, sector("trade"));
        places = gridOfPlaces(5, 120);
    }

    DisplayList draw(const Network& network, const NetworkPlan& plan, const Emphasis& emphasis) {
        EmphasisPlaces where;
        where.vertex = [this](std::uint32_t vertex) { return places[vertex]; };
        return drawEmphasis(plan, dossier, network, emphasis, style, where);
    }
};

/// What one sees of strands, in their order.
std::vector<std::tuple<QPointF, QPointF, QColor, float, bool>>
looks(const std::vector<Strand>& strands) {
    std::vector<std::tuple<QPointF, QPointF, QColor, float, bool>> seen;
    for (const Strand& strand : strands) {
        seen.emplace_back(strand.from, strand.to, strand.colour, strand.width, strand.selected);
    }
    return seen;
}

TEST_F(EmphasisPictureTest, DrawsItsPartJustAsTheWholePictureDoes) {
    const Network network = this->network();
    const NetworkPlan plan = planNetwork(dossier, network, style);
    Emphasis all;
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        all.edges.push_back(edge);
    }
    all.vertices = {0, 1, 2, 3, 4};
    const DisplayList part = draw(network, plan, all);
    NetworkSceneOptions options;
    options.labels = false;
    const DisplayList whole = scene(places, options).list;
    EXPECT_EQ(looks(part.strands), looks(whole.strands));
    EXPECT_EQ(looks(part.overlays), looks(whole.overlays));
    EXPECT_FALSE(part.overlays.empty());
    ASSERT_EQ(part.marks.size(), whole.marks.size());
    for (std::size_t i = 0; i < part.marks.size(); ++i) {
        EXPECT_EQ(part.marks[i].centre, whole.marks[i].centre);
        EXPECT_EQ(part.marks[i].radius, whole.marks[i].radius);
        EXPECT_EQ(part.marks[i].fill, whole.marks[i].fill);
    }
}

TEST_F(EmphasisPictureTest, DrawsNothingButTheEmphasis) {
    const Network network = this->network();
    const NetworkPlan plan = planNetwork(dossier, network, style);
    const Emphasis emphasis = emphasisOf(network, {}, {}, network.vertexOf(4), noIndex);
    const DisplayList part = draw(network, plan, emphasis);
    ASSERT_EQ(part.strands.size(), 1U) << "E has but one tie, in one sector";
    EXPECT_EQ(part.marks.size(), 2U);
    EXPECT_TRUE(part.overlays.empty());
    EXPECT_TRUE(part.labels.empty());
    EXPECT_EQ(part.ground.alpha(), 0);
    EXPECT_TRUE(std::ranges::any_of(part.marks, [this](const Mark& mark) {
        return mark.outline == style.colours().accent && mark.element.index == 4;
    })) << "what is hovered is outlined";
}

TEST_F(EmphasisPictureTest, SelectedTiesStandForTheirEdges) {
    const Network network = this->network();
    const std::set<ElementRef> selection{{ElementKind::Edge, 1}};
    const auto edges = edgesStandingFor(network, selection);
    ASSERT_EQ(edges.size(), 1U);
    const NetworkPlan plan = planNetwork(dossier, network, style);
    const DisplayList part =
        draw(network, plan, emphasisOf(network, selection, edges, noIndex, noIndex));
    ASSERT_EQ(part.strands.size(), 1U);
    EXPECT_TRUE(part.strands[0].selected);
    EXPECT_TRUE(edgesStandingFor(network, {{ElementKind::Vertex, 0}}).empty());
}

TEST_F(EmphasisPictureTest, AnEdgesStrandsAreFoundByItsNumber) {
    const Network network = this->network();
    const NetworkPlan plan = planNetwork(dossier, network, style);
    std::size_t strands = 0;
    std::size_t overlays = 0;
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        for (const PlannedStrand& strand : plan.strandsOf(edge)) {
            EXPECT_EQ(strand.edge, edge);
            ++strands;
        }
        for (const PlannedStrand& strand : plan.overlaysOf(edge)) {
            EXPECT_EQ(strand.edge, edge);
            ++overlays;
        }
    }
    EXPECT_EQ(strands, plan.strands.size());
    EXPECT_EQ(overlays, plan.overlays.size());
    EXPECT_GT(overlays, 0U);
}

} // namespace

} // namespace entente::ui
