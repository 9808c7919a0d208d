#include "tests/ui/sample_workspace.h"
#include "ui/workspace/layout_inputs.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

namespace entente::ui {

namespace {

constexpr int patience = 5000;

struct WorkspaceLayout : testing::Test {
    SampleWorkspace sample;
    Workspace& workspace = sample.workspace;
    LayoutOptions asked; ///< with what the engine was called last
    std::atomic<int> calls = 0;

    /// An engine that puts vertex i at (i, height) and remembers what it was asked for.
    void putInARow(double height = 0) {
        workspace.setLayoutEngine([this, height](const LayoutGraph& graph,
                                                 const LayoutOptions& options, const Progress&) {
            asked = options;
            ++calls;
            std::vector<Point> positions(graph.vertexCount());
            for (std::size_t i = 0; i < positions.size(); ++i) {
                positions[i] = {static_cast<double>(i), height};
            }
            return positions;
        });
    }

    /// An engine that shows everything at (7, i), and then goes on until it is stopped.
    void showAndGoOn() {
        workspace.setLayoutEngine([this](const LayoutGraph& graph, const LayoutOptions& options,
                                         const Progress& progress) -> std::vector<Point> {
            asked = options;
            ++calls;
            std::vector<Point> positions(graph.vertexCount());
            for (std::size_t i = 0; i < positions.size(); ++i) {
                positions[i] = {7, static_cast<double>(i)};
            }
            for (;;) {
                options.preview(positions);
                progress.throwIfStopped();
                std::this_thread::yield();
            }
        });
    }

    void layOut(LayoutAlgorithm algorithm) {
        workspace.setLayoutAlgorithm(algorithm);
        workspace.waitForLayout();
    }

    [[nodiscard]] std::uint32_t vertexOf(VertexIndex row) const {
        return workspace.network().vertexOf(row);
    }
};

} // namespace

TEST_F(WorkspaceLayout, PreviewsMoveTheVerticesWithoutABacklog) {
    showAndGoOn();
    QSignalSpy streamed(&workspace, &Workspace::positionsStreamed);
    QSignalSpy changed(&workspace, &Workspace::positionsChanged);
    workspace.relayout();
    ASSERT_TRUE(streamed.wait(patience));
    EXPECT_EQ(workspace.position(sample.russia)->x(), 7);
    EXPECT_EQ(changed.count(), 0) << "no whole pictures while it streams";
    QTest::qWait(200);
    EXPECT_GE(streamed.count(), 6) << "thirty a second";
    EXPECT_LE(streamed.count(), 40) << "and not one for each of the thousands that came";
}

TEST_F(WorkspaceLayout, StoppingKeepsWhatOneSees) {
    showAndGoOn();
    QSignalSpy streamed(&workspace, &Workspace::positionsStreamed);
    QSignalSpy finished(&workspace, &Workspace::layoutFinished);
    workspace.relayout();
    ASSERT_TRUE(streamed.wait(patience));
    workspace.stopLayout();
    ASSERT_TRUE(finished.wait(patience));
    EXPECT_FALSE(workspace.layoutRunning());
    EXPECT_EQ(workspace.position(sample.iran),
              QPointF(7, static_cast<double>(vertexOf(sample.iran))));
    EXPECT_FALSE(workspace.history().canUndo()) << "a layout is no edit";
}

TEST_F(WorkspaceLayout, ParametersReachTheEngine) {
    putInARow();
    const LayoutParameters parameters{LayoutEffort::Best, LayoutEmphasis::Communities, 2, 0.25,
                                      0.75};
    QSignalSpy told(&workspace, &Workspace::layoutOptionsChanged);
    workspace.setLayoutParameters(parameters);
    workspace.setLayoutParameters(parameters);
    EXPECT_EQ(told.count(), 1);
    EXPECT_EQ(calls, 0) << "they hold for the next layout";
    workspace.relayout();
    workspace.waitForLayout();
    EXPECT_EQ(asked.effort, LayoutEffort::Best);
    EXPECT_EQ(asked.emphasis, LayoutEmphasis::Communities);
    EXPECT_EQ(asked.spread, 2);
    EXPECT_EQ(asked.gravity, 0.25);
    EXPECT_EQ(asked.lengthByWeight, 0.75);
    EXPECT_TRUE(asked.initial.empty()) << "anew";
}

TEST_F(WorkspaceLayout, SpreadScalesWithoutALayout) {
    putInARow();
    const QPointF before = *workspace.position(sample.iran);
    LayoutParameters parameters;
    parameters.spread = 1.5;
    workspace.setLayoutParameters(parameters);
    EXPECT_EQ(calls, 0);
    EXPECT_FALSE(workspace.layoutRunning());
    EXPECT_NEAR(workspace.position(sample.iran)->x(), before.x() * 1.5, 1e-9);
    workspace.setLayoutParameters({});
    EXPECT_NEAR(workspace.position(sample.iran)->x(), before.x(), 1e-9);
    EXPECT_NEAR(workspace.position(sample.iran)->y(), before.y(), 1e-9);
}

TEST_F(WorkspaceLayout, ContinuingBeginsWhereEverythingStands) {
    const QPointF before = *workspace.position(sample.russia);
    putInARow();
    workspace.continueLayout();
    workspace.waitForLayout();
    const Point begin = asked.initial.at(vertexOf(sample.russia));
    EXPECT_EQ(QPointF(begin.x, begin.y), before);
}

TEST_F(WorkspaceLayout, CentresAreTheSelectionElseTheFocus) {
    putInARow();
    workspace.select({{ElementKind::Vertex, sample.iran}, {ElementKind::Edge, sample.ally}});
    layOut(LayoutAlgorithm::Concentric);
    EXPECT_EQ(asked.centres, (std::vector<std::uint32_t>{vertexOf(sample.iran)}));
    workspace.select({});
    workspace.focus({sample.china}, 2);
    workspace.relayout();
    workspace.waitForLayout();
    EXPECT_EQ(asked.centres, (std::vector<std::uint32_t>{vertexOf(sample.china)}));
    workspace.focus({}, 1);
    workspace.relayout();
    workspace.waitForLayout();
    EXPECT_TRUE(asked.centres.empty());
}

TEST_F(WorkspaceLayout, LayersAreYearsOfAgreementsAndEvents) {
    putInARow();
    workspace.setProjection({Projection::Full, true});
    layOut(LayoutAlgorithm::Layered);
    ASSERT_EQ(asked.times.size(), workspace.network().vertexCount());
    EXPECT_TRUE(std::isnan(asked.times[vertexOf(sample.russia)]));
    EXPECT_NEAR(asked.times[vertexOf(sample.olderTreaty)], 2001 + 70 / 365.0, 1e-9);
    EXPECT_NEAR(asked.times[vertexOf(sample.visit)], 2025 + 16 / 365.0, 1e-9);
}

TEST_F(WorkspaceLayout, SidesTellActorsFromTheRest) {
    putInARow();
    layOut(LayoutAlgorithm::Bipartite);
    EXPECT_TRUE(asked.sides.empty()) << "there are actors only";
    workspace.setProjection({Projection::Full, true});
    workspace.waitForLayout();
    workspace.relayout();
    workspace.waitForLayout();
    EXPECT_EQ(asked.sides.at(vertexOf(sample.russia)), 0);
    EXPECT_EQ(asked.sides.at(vertexOf(sample.treaty)), 1);
    EXPECT_EQ(asked.sides.at(vertexOf(sample.visit)), 1);
}

TEST_F(WorkspaceLayout, PlacesAreThoseOfTheDossier) {
    putInARow();
    EXPECT_TRUE(workspace.hasPlaces());
    layOut(LayoutAlgorithm::Geographic);
    EXPECT_EQ(asked.places.at(vertexOf(sample.russia)), (Point{37.62, 55.75}));
    EXPECT_TRUE(std::isnan(asked.places.at(vertexOf(sample.iran)).x));
    workspace.hide({sample.russia});
    EXPECT_FALSE(workspace.hasPlaces()) << "what is hidden is not drawn";
}

TEST(LayoutInputs, PlacesFromAttributes) {
    Dossier dossier;
    const auto add = [&dossier](std::vector<std::pair<const char*, const char*>> attributes) {
        Vertex vertex;
        for (const auto& [name, value] : attributes) {
            vertex.attributes.push_back({dossier.intern(name), dossier.intern(value)});
        }
        dossier.add(vertex);
    };
    add({{"Latitude", " 35.7 "}, {"LNG", "51.4"}});
    add({{"Latitude", "north"}, {"LNG", "51.4"}});
    add({{"Latitude", "95"}, {"LNG", "51.4"}});
    add({{"x", "1"}, {"y", "2"}});
    const std::vector<Point> places = statedPlaces(dossier);
    EXPECT_EQ(places[0], (Point{51.4, 35.7}));
    for (const std::size_t row : {1, 2, 3}) {
        EXPECT_TRUE(std::isnan(places[row].x)) << row;
    }
}

TEST_F(WorkspaceLayout, TellsHowFarItHasMovedWhatWasThere) {
    putInARow(0);
    workspace.relayout();
    workspace.waitForLayout();
    putInARow(0.5);
    workspace.continueLayout();
    workspace.waitForLayout();
    ASSERT_TRUE(workspace.displacement().has_value());
    EXPECT_NEAR(*workspace.displacement(), 0.5, 1e-9);
    workspace.setSeed(2);
    workspace.relayout();
    workspace.waitForLayout();
    EXPECT_FALSE(workspace.displacement().has_value()) << "another arrangement altogether";
}

TEST_F(WorkspaceLayout, TimeNeverStartsALayout) {
    putInARow();
    QSignalSpy started(&workspace, &Workspace::layoutStarted);
    const QPointF before = *workspace.position(sample.russia);
    for (const int year : {2002, 2015, 2025}) {
        Filter filter = workspace.filter();
        filter.window = DaySpan{dayNumber(year, 1, 1), dayNumber(year, 12, 31)};
        workspace.setFilter(filter);
    }
    EXPECT_EQ(started.count(), 0);
    EXPECT_EQ(workspace.position(sample.russia), before);
}

TEST_F(WorkspaceLayout, PinningWhileItRunsGoesOnAroundIt) {
    showAndGoOn();
    QSignalSpy streamed(&workspace, &Workspace::positionsStreamed);
    workspace.relayout();
    ASSERT_TRUE(streamed.wait(patience));
    workspace.pinAt({{sample.iran, {-3, -4}}});
    EXPECT_TRUE(workspace.layoutRunning());
    ASSERT_TRUE(streamed.wait(patience));
    EXPECT_EQ(workspace.position(sample.iran), QPointF(-3, -4));
    EXPECT_EQ(asked.pinned.at(vertexOf(sample.iran)), 1);
    workspace.unpinAll();
    EXPECT_FALSE(workspace.anyPinned());
}

TEST_F(WorkspaceLayout, AProjectionLeftInItsFirstLayoutGetsAnother) {
    showAndGoOn();
    QSignalSpy streamed(&workspace, &Workspace::positionsStreamed);
    workspace.setProjection({Projection::Full, true});
    ASSERT_TRUE(streamed.wait(patience));
    workspace.setProjection({Projection::Agreements, true});
    putInARow();
    workspace.setProjection({Projection::Full, true});
    workspace.waitForLayout();
    EXPECT_EQ(workspace.position(sample.russia)->y(), 0);
}

TEST_F(WorkspaceLayout, VisibilityAtAllTimesKnowsNoWindow) {
    const Visibility all = workspace.visibility();
    Filter filter;
    filter.window = DaySpan{dayNumber(1950, 1, 1), dayNumber(1950, 12, 31)};
    workspace.setFilter(filter);
    EXPECT_NE(workspace.visibility(), all);
    EXPECT_EQ(workspace.visibilityAtAllTimes(), all);
    filter.hidden = {sample.china};
    workspace.setFilter(filter);
    EXPECT_EQ(workspace.visibilityAtAllTimes().vertices[sample.china], 0);
}

} // namespace entente::ui
