#include "ui/workspace/workspace.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct WorkspaceTest : testing::Test {
    Workspace workspace;
    VertexIndex russia = noIndex;
    VertexIndex iran = noIndex;
    VertexIndex china = noIndex;
    VertexIndex pact = noIndex;
    EdgeIndex tie = noIndex;

    void SetUp() override {
        Dossier dossier;
        russia = add(dossier, "russia", VertexKind::State);
        iran = add(dossier, "iran", VertexKind::State);
        china = add(dossier, "china", VertexKind::State);
        pact = add(dossier, "pact", VertexKind::Agreement, "energy", "2001/2010");
        connect(dossier, EdgeKind::Participation, russia, pact);
        connect(dossier, EdgeKind::Participation, iran, pact);
        tie = connect(dossier, EdgeKind::Tie, russia, china, "defence", "2015/2020");
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
    }

    static VertexIndex add(Dossier& dossier, std::string_view id, VertexKind kind,
                           std::string_view sector = "", std::string_view period = "") {
        Vertex vertex;
        vertex.id = dossier.intern(id);
        vertex.label = vertex.id;
        vertex.kind = kind;
        vertex.sectors = dossier.sectorNamed(sector);
        vertex.period = parsePeriod(period).value();
        return dossier.add(vertex);
    }

    static EdgeIndex connect(Dossier& dossier, EdgeKind kind, VertexIndex source,
                             VertexIndex target, std::string_view sector = "",
                             std::string_view period = "") {
        Edge edge;
        edge.kind = kind;
        edge.source = source;
        edge.target = target;
        edge.sectors = dossier.sectorNamed(sector);
        edge.period = parsePeriod(period).value();
        return dossier.add(edge);
    }

    [[nodiscard]] Filter onlySector(std::string_view name) const {
        Filter filter = workspace.filter();
        filter.sectors = workspace.dossier().findSector(name);
        return filter;
    }
};

} // namespace

TEST_F(WorkspaceTest, LaysOutAFreshDossier) {
    EXPECT_EQ(workspace.network().vertexCount(), 3U);
    for (const VertexIndex row : {russia, iran, china}) {
        EXPECT_TRUE(workspace.position(row).has_value());
    }
    EXPECT_NE(workspace.position(russia), workspace.position(iran));
}

TEST_F(WorkspaceTest, FilteringNeverMovesWhatStays) {
    const auto before = workspace.position(russia);
    workspace.setFilter(onlySector("energy"));
    EXPECT_EQ(workspace.network().vertexOf(china), noIndex);
    EXPECT_EQ(workspace.position(russia), before);
    workspace.setFilter({});
    EXPECT_EQ(workspace.position(russia), before);
    EXPECT_NE(workspace.network().vertexOf(china), noIndex);
}

TEST_F(WorkspaceTest, TellsEachChangeOnce) {
    QSignalSpy filterChanged(&workspace, &Workspace::filterChanged);
    QSignalSpy networkChanged(&workspace, &Workspace::networkChanged);
    workspace.setFilter(onlySector("energy"));
    workspace.setFilter(onlySector("energy"));
    EXPECT_EQ(filterChanged.count(), 1);
    EXPECT_EQ(networkChanged.count(), 1);
    QSignalSpy selectionChanged(&workspace, &Workspace::selectionChanged);
    workspace.select({{ElementKind::Vertex, iran}});
    workspace.select({{ElementKind::Vertex, iran}});
    EXPECT_EQ(selectionChanged.count(), 1);
}

TEST_F(WorkspaceTest, CurrentIsTheElementSelectedLast) {
    workspace.select({{ElementKind::Vertex, iran}});
    workspace.select({{ElementKind::Vertex, russia}, {ElementKind::Vertex, iran}});
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, russia}));
    workspace.select({{ElementKind::Vertex, iran}});
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, iran}));
    workspace.select({});
    EXPECT_FALSE(workspace.current().has_value());
}

TEST_F(WorkspaceTest, UndoBringsBackWhatWasAndTellsTheViews) {
    Vertex renamed = workspace.dossier().vertices().row(iran);
    renamed.label = noString;
    workspace.perform(replaceVertex(workspace.dossier(), iran, renamed, "Rename Iran"));
    EXPECT_EQ(workspace.dossier().label(iran), "");
    EXPECT_TRUE(workspace.history().changedSinceSaved());
    QSignalSpy dossierChanged(&workspace, &Workspace::dossierChanged);
    workspace.undo();
    EXPECT_EQ(workspace.dossier().label(iran), "iran");
    EXPECT_EQ(dossierChanged.count(), 1);
    workspace.redo();
    EXPECT_EQ(workspace.dossier().label(iran), "");
}

TEST_F(WorkspaceTest, RemovedElementsLeaveTheSelection) {
    workspace.select({{ElementKind::Vertex, china}, {ElementKind::Edge, tie}});
    workspace.perform(
        removeElement(workspace.dossier(), {ElementKind::Vertex, china}, "Remove China"));
    EXPECT_TRUE(workspace.selection().empty());
    EXPECT_FALSE(workspace.current().has_value());
}

TEST_F(WorkspaceTest, PinnedVerticesStayExactlyWhereTheyAre) {
    workspace.setPosition(iran, {12.5, -7.25});
    workspace.setPinned({iran}, true);
    workspace.relayout();
    workspace.waitForLayout();
    EXPECT_EQ(workspace.position(iran), QPointF(12.5, -7.25));
}

TEST_F(WorkspaceTest, FocusKeepsANeighbourhood) {
    workspace.focus({iran}, 1);
    EXPECT_NE(workspace.network().vertexOf(russia), noIndex);
    EXPECT_EQ(workspace.network().vertexOf(china), noIndex);
    workspace.focus({}, 1);
    EXPECT_NE(workspace.network().vertexOf(china), noIndex);
}

TEST_F(WorkspaceTest, HidingAddsToWhatIsHidden) {
    workspace.hide({china});
    workspace.hide({china, iran});
    EXPECT_EQ(workspace.filter().hidden, (std::vector<VertexIndex>{china, iran}));
    EXPECT_EQ(workspace.network().vertexCount(), 1U);
}

TEST_F(WorkspaceTest, EachProjectionHasItsOwnPositions) {
    const auto before = workspace.position(russia);
    workspace.setProjection({Projection::Full, false});
    workspace.waitForLayout();
    EXPECT_TRUE(workspace.position(pact).has_value());
    workspace.setProjection({Projection::Alliances, true});
    EXPECT_EQ(workspace.position(russia), before);
}

TEST_F(WorkspaceTest, AStoppedLayoutEndsAndKeepsThePositions) {
    const auto before = workspace.position(russia);
    workspace.relayout();
    workspace.stopLayout();
    workspace.waitForLayout();
    EXPECT_FALSE(workspace.layoutRunning());
    EXPECT_TRUE(workspace.position(russia).has_value());
    EXPECT_TRUE(before.has_value());
}

TEST_F(WorkspaceTest, ExtentSpansWhatHappened) {
    EXPECT_EQ(workspace.extent(), (DaySpan{dayNumber(2001, 1, 1), dayNumber(2020, 12, 31)}));
}

TEST_F(WorkspaceTest, ANewDossierResetsEverything) {
    workspace.setFilter(onlySector("energy"));
    workspace.select({{ElementKind::Vertex, iran}});
    workspace.setDossier({}, {});
    workspace.waitForLayout();
    EXPECT_FALSE(workspace.filter().restricts());
    EXPECT_TRUE(workspace.selection().empty());
    EXPECT_EQ(workspace.network().vertexCount(), 0U);
    EXPECT_EQ(workspace.extent(), DaySpan{});
}

} // namespace entente::ui
