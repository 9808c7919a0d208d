#include "core/model/change.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

struct ChangeTest : testing::Test {
    Dossier dossier;
    VertexIndex russia = add("russia", "Russia");
    VertexIndex iran = add("iran", "Iran");
    EdgeIndex tie = addTie(russia, iran);

    VertexIndex add(std::string_view id, std::string_view label) {
        Vertex vertex;
        vertex.id = dossier.intern(id);
        vertex.label = dossier.intern(label);
        vertex.kind = VertexKind::State;
        return dossier.add(vertex);
    }

    EdgeIndex addTie(VertexIndex source, VertexIndex target) {
        Edge edge;
        edge.source = source;
        edge.target = target;
        return dossier.add(edge);
    }

    Change rename(VertexIndex row, std::string_view label) {
        Vertex after = dossier.vertices().row(row);
        after.label = dossier.intern(label);
        return replaceVertex(dossier, row, after, "Rename");
    }
};

} // namespace

TEST_F(ChangeTest, InverseBringsBackWhatWas) {
    const Vertex before = dossier.vertices().row(iran);
    const Change change = rename(iran, "Persia");
    apply(dossier, change);
    EXPECT_EQ(dossier.label(iran), "Persia");
    apply(dossier, inverse(change));
    EXPECT_EQ(dossier.vertices().row(iran), before);
}

TEST_F(ChangeTest, RemovingAVertexTakesItsEdgesAndClaimsAlong) {
    Claim claim;
    claim.about = {ElementKind::Edge, tie};
    claim.source = dossier.add(Source{});
    const ClaimIndex about = dossier.add(claim);
    const Change change = removeElement(dossier, {ElementKind::Vertex, iran}, "Remove Iran");
    apply(dossier, change);
    EXPECT_TRUE(dossier.vertices().removed(iran));
    EXPECT_TRUE(dossier.edges().removed(tie));
    EXPECT_TRUE(dossier.claimRemoved(about));
    EXPECT_FALSE(dossier.vertices().removed(russia));
    apply(dossier, inverse(change));
    EXPECT_FALSE(dossier.vertices().removed(iran));
    EXPECT_FALSE(dossier.edges().removed(tie));
    EXPECT_FALSE(dossier.claimRemoved(about));
    EXPECT_EQ(dossier.findVertex("iran"), iran);
}

TEST_F(ChangeTest, InsertingAppendsAndComesBackAfterUndo) {
    Vertex china;
    china.id = dossier.intern("china");
    History history;
    history.perform(dossier, {"Add China", {InsertRow{2, china}}});
    EXPECT_EQ(dossier.findVertex("china"), 2U);
    history.undo(dossier);
    EXPECT_EQ(dossier.findVertex("china"), noIndex);
    history.redo(dossier);
    EXPECT_EQ(dossier.findVertex("china"), 2U);
    EXPECT_EQ(dossier.vertices().size(), 3U);
}

TEST_F(ChangeTest, AMisfitLeavesTheDossierAsItWas) {
    const Change first = rename(russia, "Russian Federation");
    Change both{"Both", {first.steps[0], first.steps[0]}};
    EXPECT_THROW(apply(dossier, both), std::logic_error);
    EXPECT_EQ(dossier.label(russia), "Russia");
    EXPECT_THROW(apply(dossier, {"Nowhere", {RemoveRow{99, Vertex{}}}}), std::logic_error);
}

TEST_F(ChangeTest, HistoryUndoesAndRedoesWithoutLimit) {
    History history;
    for (int i = 0; i < 1000; ++i) {
        history.perform(dossier, rename(iran, "Iran " + std::to_string(i)));
    }
    while (history.canUndo()) {
        history.undo(dossier);
    }
    EXPECT_EQ(dossier.label(iran), "Iran");
    while (history.canRedo()) {
        history.redo(dossier);
    }
    EXPECT_EQ(dossier.label(iran), "Iran 999");
}

TEST_F(ChangeTest, ANewChangeForgetsWhatWasUndone) {
    History history;
    history.perform(dossier, rename(iran, "A"));
    history.undo(dossier);
    history.perform(dossier, rename(iran, "B"));
    EXPECT_FALSE(history.canRedo());
    EXPECT_EQ(history.changes().size(), 1U);
}

TEST_F(ChangeTest, HistoryKnowsWhetherTheDossierIsAsSaved) {
    History history;
    EXPECT_FALSE(history.changedSinceSaved());
    history.perform(dossier, rename(iran, "A"));
    EXPECT_TRUE(history.changedSinceSaved());
    history.markSaved();
    EXPECT_FALSE(history.changedSinceSaved());
    history.undo(dossier);
    EXPECT_TRUE(history.changedSinceSaved());
    history.redo(dossier);
    EXPECT_FALSE(history.changedSinceSaved());
    history.undo(dossier);
    history.perform(dossier, rename(iran, "B"));
    EXPECT_TRUE(history.changedSinceSaved());
}

TEST_F(ChangeTest, CoverAndSectorsHaveInversesToo) {
    Cover cover = dossier.cover();
    cover.title = "New title";
    std::vector<Sector> sectors = dossier.sectors();
    sectors.push_back({"culture", "Culture", 0x123456});
    const Change change{"Cover and sectors",
                        {ReplaceCover{dossier.cover(), cover},
                         ReplaceSectors{dossier.sectors(), sectors}}};
    apply(dossier, change);
    EXPECT_EQ(dossier.cover().title, "New title");
    EXPECT_EQ(dossier.sectors().size(), 9U);
    apply(dossier, inverse(change));
    EXPECT_EQ(dossier.cover().title, "");
    EXPECT_EQ(dossier.sectors().size(), 8U);
}

} // namespace entente
