#include "tests/ui/graph_dossier.h"
#include "tests/ui/sample_workspace.h"
#include "ui/workspace/layout_inputs.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <cmath>

namespace entente::ui {

namespace {

struct WorkspaceFilePlaces : testing::Test {
    Workspace workspace;

    void open(Dossier dossier) {
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
    }

    void setProjection(Projection projection) {
        workspace.setProjection({projection, true});
        workspace.waitForLayout();
    }
};

/// What is written in a vertex's attribute.
void setAttribute(Dossier& dossier, VertexIndex row, std::string_view name,
                  std::string_view value) {
    Vertex vertex = dossier.vertices().row(row);
    for (Attribute& attribute : vertex.attributes) {
        if (dossier.text(attribute.name) == name) {
            attribute.value = dossier.intern(value);
        }
    }
    dossier.replaceVertex(row, vertex);
}

} // namespace

TEST(PlacesInFile, AreWhereBothAreNumbers) {
    Dossier dossier = graphDossier();
    setAttribute(dossier, 3, "y", "below");
    const std::vector<Point> places = placesInFile(dossier);
    ASSERT_EQ(places.size(), 12U);
    EXPECT_EQ(places[0], (Point{0, 0.5}));
    EXPECT_EQ(places[5], (Point{100, 100.5}));
    EXPECT_TRUE(std::isnan(places[3].x));
    EXPECT_TRUE(std::isnan(places[3].y));
    EXPECT_TRUE(std::isnan(places[11].x));
}

TEST_F(WorkspaceFilePlaces, AreShownFirstWhereNearlyAllHaveOne) {
    open(graphDossier());
    EXPECT_TRUE(workspace.hasPlacesInFile());
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::File);
    const QPointF first = *workspace.position(0);
    const QPointF right = *workspace.position(1);
    const QPointF below = *workspace.position(4);
    EXPECT_DOUBLE_EQ(first.y(), right.y());
    EXPECT_DOUBLE_EQ(first.x(), below.x());
    EXPECT_GT(below.y(), first.y());
    EXPECT_NEAR(below.y() - first.y(), right.x() - first.x(), 1e-9);
    ASSERT_TRUE(workspace.position(11)) << "who has none is placed too";
    for (const Projection projection : {Projection::Full, Projection::Alliances}) {
        setProjection(projection);
        EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::File);
    }
}

TEST_F(WorkspaceFilePlaces, GiveWayWhereAProjectionHasNone) {
    open(graphDossier());
    setProjection(Projection::Agreements);
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::Stress);
    setProjection(Projection::Full);
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::File);
    open(SampleWorkspace().dossier());
    EXPECT_FALSE(workspace.hasPlacesInFile());
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::Stress) << "another document";
}

TEST_F(WorkspaceFilePlaces, DoNotOverruleTheUser) {
    open(graphDossier());
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Circular);
    workspace.waitForLayout();
    setProjection(Projection::Full);
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::Circular);
}

TEST_F(WorkspaceFilePlaces, OfAFewAreOfferedButNotShownFirst) {
    Dossier dossier = graphDossier();
    for (VertexIndex row = 0; row < 8; ++row) {
        setAttribute(dossier, row, "x", "");
    }
    open(std::move(dossier));
    EXPECT_TRUE(workspace.hasPlacesInFile());
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::Stress);
}

TEST_F(WorkspaceFilePlaces, LooksOfTheFileComeWithIt) {
    const QSignalSpy changed(&workspace, &Workspace::styleChanged);
    open(graphDossier());
    EXPECT_EQ(workspace.style().looks.markColour.from, LookSource::From::File);
    EXPECT_EQ(changed.count(), 1);
    open(SampleWorkspace().dossier());
    EXPECT_EQ(workspace.style().looks, Looks());
}

} // namespace entente::ui
