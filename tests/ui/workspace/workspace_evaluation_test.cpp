#include "tests/ui/sample_workspace.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

namespace entente::ui {

namespace {

constexpr int patience = 5000;

/// A workspace whose dossier counts as large, and one that works everything out at once.
struct WorkspaceEvaluationTest : testing::Test {
    SampleWorkspace sample;
    SampleWorkspace immediate;
    Workspace& workspace = sample.workspace;

    void SetUp() override { workspace.setEvaluatedByThread(0); }

    [[nodiscard]] Filter only(std::string_view sector) const {
        Filter filter = workspace.filter();
        filter.sectors = sample.sector(sector);
        return filter;
    }

    void expectSame() const {
        const Network& made = workspace.network();
        const Network& wanted = immediate.workspace.network();
        EXPECT_EQ(workspace.visibility(), immediate.workspace.visibility());
        EXPECT_EQ(workspace.visibilityAtAllTimes(), immediate.workspace.visibilityAtAllTimes());
        EXPECT_EQ(workspace.facets().sectors, immediate.workspace.facets().sectors);
        EXPECT_EQ(made.elements(), wanted.elements());
        ASSERT_EQ(made.edgeCount(), wanted.edgeCount());
        for (std::uint32_t edge = 0; edge < made.edgeCount(); ++edge) {
            EXPECT_EQ(made.edges()[edge].source, wanted.edges()[edge].source);
            EXPECT_EQ(made.edges()[edge].target, wanted.edges()[edge].target);
        }
        EXPECT_EQ(workspace.plan()->strands.size(), immediate.workspace.plan()->strands.size());
        EXPECT_EQ(workspace.plan()->byImportance, immediate.workspace.plan()->byImportance);
    }
};

} // namespace

TEST_F(WorkspaceEvaluationTest, WhatWasSeenRemainsUntilTheFilterIsWorkedOut) {
    const std::vector<VertexIndex> before = workspace.network().elements();
    QSignalSpy asked(&workspace, &Workspace::filterChanged);
    QSignalSpy shown(&workspace, &Workspace::networkChanged);
    workspace.setFilter(only("defence"));
    EXPECT_TRUE(workspace.isEvaluating());
    EXPECT_EQ(asked.count(), 1) << "controls follow at once";
    EXPECT_EQ(workspace.filter(), only("defence"));
    EXPECT_EQ(workspace.network().elements(), before);
    EXPECT_EQ(shown.count(), 0);
    ASSERT_TRUE(shown.wait(patience));
    EXPECT_FALSE(workspace.isEvaluating());
    EXPECT_NE(workspace.visibility().vertices[sample.olderTreaty], 1);
    immediate.workspace.setFilter(only("defence"));
    expectSame();
}

TEST_F(WorkspaceEvaluationTest, OfManyFiltersInARowTheLastHolds) {
    QSignalSpy shown(&workspace, &Workspace::networkChanged);
    for (const char* const sector : {"defence", "energy", "diplomacy", "defence", "energy"}) {
        workspace.setFilter(only(sector));
        QCoreApplication::processEvents();
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace.isEvaluating(); }, patience));
    EXPECT_LE(shown.count(), 5);
    immediate.workspace.setFilter(only("energy"));
    expectSame();
}

TEST_F(WorkspaceEvaluationTest, AnEditWhileAFilterIsWorkedOutHoldsWithIt) {
    const auto edit = [](SampleWorkspace& of) {
        Vertex china = of.dossier().vertices().row(of.china);
        china.label = of.workspace.intern("Cathay");
        of.workspace.perform(
            replaceVertex(of.dossier(), of.china, std::move(china), "Rename China"));
        of.workspace.perform(
            removeElement(of.dossier(), {ElementKind::Vertex, of.iran}, "Remove Iran"));
    };
    workspace.setFilter(only("defence"));
    edit(sample);
    EXPECT_EQ(workspace.visibility().vertices[sample.iran], 0) << "what is gone is not seen";
    workspace.waitForEvaluation();
    immediate.workspace.setFilter(only("defence"));
    edit(immediate);
    expectSame();
    workspace.undo();
    workspace.undo();
    workspace.waitForEvaluation();
    immediate.workspace.undo();
    immediate.workspace.undo();
    expectSame();
}

TEST_F(WorkspaceEvaluationTest, WhatIsAddedIsThereBeforeItIsWorkedOut) {
    Vertex vertex;
    vertex.id = workspace.intern("cuba");
    vertex.label = vertex.id;
    vertex.kind = VertexKind::State;
    const auto row = static_cast<VertexIndex>(sample.dossier().vertices().size());
    workspace.perform({"Add Cuba", {InsertRow{row, vertex}}});
    ASSERT_TRUE(workspace.isEvaluating());
    ASSERT_EQ(workspace.visibility().vertices.size(), sample.dossier().vertices().size());
    EXPECT_EQ(workspace.visibility().vertices[row], 1);
    EXPECT_EQ(workspace.network().vertexOf(row), noIndex);
    workspace.waitForEvaluation();
    EXPECT_NE(workspace.network().vertexOf(row), noIndex);
    EXPECT_TRUE(workspace.position(row).has_value()) << "it has its place beside the others";
}

TEST_F(WorkspaceEvaluationTest, AnotherDossierShowsNothingUntilItIsWorkedOut) {
    workspace.setFilter(only("defence"));
    Dossier other;
    for (const char* const id : {"a", "b", "c"}) {
        Vertex vertex;
        vertex.id = other.intern(id);
        vertex.kind = VertexKind::State;
        other.add(vertex);
    }
    workspace.setDossier(std::move(other), {});
    EXPECT_TRUE(workspace.isEvaluating());
    EXPECT_EQ(workspace.network().vertexCount(), 0U);
    EXPECT_EQ(workspace.visibility().vertices, (std::vector<std::uint8_t>{1, 1, 1}));
    EXPECT_FALSE(workspace.filter().restricts());
    workspace.waitForLayout();
    EXPECT_EQ(workspace.network().vertexCount(), 3U);
    for (VertexIndex row = 0; row < 3; ++row) {
        EXPECT_TRUE(workspace.position(row).has_value());
    }
}

TEST_F(WorkspaceEvaluationTest, AnotherProjectionLaysOutWhatTheFilterHidesToo) {
    workspace.setFilter(only("diplomacy"));
    workspace.waitForLayout();
    workspace.setProjection({Projection::Full, true});
    workspace.waitForLayout();
    EXPECT_EQ(workspace.network().options().projection, Projection::Full);
    EXPECT_EQ(workspace.network().vertexOf(sample.china), noIndex);
    EXPECT_TRUE(workspace.position(sample.china).has_value());
}

TEST_F(WorkspaceEvaluationTest, AStyleBringsAnotherPlanOfTheSameNetwork) {
    QSignalSpy planned(&workspace, &Workspace::planChanged);
    QSignalSpy networks(&workspace, &Workspace::networkChanged);
    const QColor before = workspace.plan()->colours[0];
    Style style = workspace.style();
    style.theme = Theme::Dark;
    workspace.setStyle(style);
    EXPECT_EQ(workspace.plan()->colours[0], before);
    ASSERT_TRUE(planned.wait(patience));
    immediate.workspace.setStyle(style);
    EXPECT_EQ(workspace.plan()->colours, immediate.workspace.plan()->colours);
    EXPECT_EQ(networks.count(), 0);
}

TEST_F(WorkspaceEvaluationTest, GoingAwayInTheMiddleOfItIsSafe) {
    auto other = std::make_unique<SampleWorkspace>();
    other->workspace.setEvaluatedByThread(0);
    other->workspace.setProjection({Projection::Full, true});
    EXPECT_TRUE(other->workspace.isEvaluating());
    other.reset();
    QCoreApplication::processEvents();
}

TEST_F(WorkspaceEvaluationTest, ATimeWindowLeavesWhatIsSeenAtAllTimesAlone) {
    QSignalSpy visible(&workspace, &Workspace::visibilityChanged);
    Filter filter;
    filter.window = DaySpan{dayNumber(1990, 1, 1), dayNumber(2005, 12, 31)};
    workspace.setFilter(filter);
    workspace.waitForEvaluation();
    filter.text = "iran";
    workspace.setFilter(filter);
    workspace.waitForEvaluation();
    ASSERT_EQ(visible.count(), 2);
    EXPECT_FALSE(visible[0][0].toBool());
    EXPECT_TRUE(visible[1][0].toBool());
}

} // namespace entente::ui
