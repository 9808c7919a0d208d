#include "core/network/collapse.h"
#include "tests/ui/sample_workspace.h"

#include <QLineF>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

/// Two rings of ten states each with chords, one tie between them.
struct WorkspaceCommunitiesTest : testing::Test {
    Workspace workspace;

    WorkspaceCommunitiesTest() {
        Dossier dossier;
        const auto tie = [&](VertexIndex a, VertexIndex b) {
            Edge edge;
            edge.source = a;
            edge.target = b;
            edge.type = dossier.intern("ally");
            edge.polarity = Polarity::Cooperative;
            dossier.add(edge);
        };
        for (int i = 0; i < 20; ++i) {
            Vertex vertex;
            vertex.id = dossier.intern("s" + std::to_string(i));
            vertex.label = vertex.id;
            vertex.kind = VertexKind::State;
            dossier.add(vertex);
        }
        for (const VertexIndex first : {0U, 10U}) {
            for (VertexIndex i = 0; i < 10; ++i) {
                for (VertexIndex j = i + 1; j < 10; ++j) {
                    tie(first + i, first + j);
                }
            }
        }
        tie(0, 10);
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
    }
};

TEST_F(WorkspaceCommunitiesTest, CommunitiesAreDrawnTogetherOpenedAndShownAgain) {
    ASSERT_EQ(workspace.network().vertexCount(), 20U);
    std::vector<std::optional<QPointF>> before;
    for (VertexIndex row = 0; row < 20; ++row) {
        before.push_back(workspace.position(row));
    }
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    ASSERT_EQ(workspace.network().vertexCount(), 2U);
    EXPECT_EQ(workspace.network().membersOf(0), 10U);
    EXPECT_EQ(workspace.network().edgeCount(), 1U);
    workspace.waitForLayout();
    const VertexIndex hub = workspace.network().element(0);
    const QPointF place = workspace.position(hub).value();
    workspace.openCommunities({hub});
    EXPECT_EQ(workspace.network().vertexCount(), 11U);
    for (const VertexIndex row : workspace.network().elements()) {
        ASSERT_TRUE(workspace.position(row).has_value());
        if (workspace.communityOfRow()[row] == workspace.communityOfRow()[hub]) {
            EXPECT_LT(QLineF(place, *workspace.position(row)).length(), 2.2);
        } else {
            EXPECT_GT(QLineF(place, *workspace.position(row)).length(), 2.2);
        }
    }
    workspace.setCollapsed(false);
    EXPECT_EQ(workspace.network().vertexCount(), 20U);
    for (VertexIndex row = 0; row < 20; ++row) {
        EXPECT_EQ(workspace.position(row), before[row]);
    }
    EXPECT_FALSE(workspace.network().isCollapsed());
}

TEST_F(WorkspaceCommunitiesTest, AFilterWorksOnCollapsedOnesAndAnotherProjectionShowsAll) {
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    workspace.hide({3, 4});
    EXPECT_EQ(workspace.network().vertexCount(), 2U);
    EXPECT_EQ(workspace.network().membersOf(0), 8U);
    QSignalSpy changes(&workspace, &Workspace::collapsedChanged);
    workspace.setProjection({Projection::Full, true});
    EXPECT_EQ(changes.count(), 1);
    EXPECT_FALSE(workspace.collapsed());
    EXPECT_EQ(workspace.network().vertexCount(), 18U);
}

TEST_F(WorkspaceCommunitiesTest, AnotherDossierWhileCommunitiesAreSoughtIsShownWhole) {
    workspace.setCollapsed(true);
    Dossier other;
    Vertex vertex;
    vertex.label = other.intern("Alone");
    other.add(vertex);
    workspace.setDossier(std::move(other), {});
    workspace.waitForCommunities();
    EXPECT_FALSE(workspace.collapsed());
    EXPECT_EQ(workspace.network().vertexCount(), 1U);
}

} // namespace

} // namespace entente::ui
