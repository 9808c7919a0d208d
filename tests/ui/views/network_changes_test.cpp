#include "tests/data/random_dossier.h"
#include "tests/ui/render/picture_similarity.h"
#include "ui/views/network_hover_card.h"
#include "ui/views/network_view.h"
#include "ui/workspace/built_in_dossier.h"

#include <QApplication>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

/// A view whose network changes beneath it while somebody looks closely at a part.
struct NetworkChangesTest : testing::TestWithParam<NetworkView::Renderer> {
    Workspace workspace;
    std::unique_ptr<NetworkView> view;

    void show(Dossier dossier) {
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
        view = std::make_unique<NetworkView>(&workspace);
        view->setAnimationsEnabled(false);
        view->setRenderer(GetParam());
        view->resize(800, 600);
        view->show();
        settle();
    }

    void settle() {
        workspace.waitForLayout();
        QApplication::processEvents();
        view->finishDrawing();
        QApplication::processEvents();
    }

    void filter(const std::function<void(Filter&)>& change) {
        Filter wanted = workspace.filter();
        change(wanted);
        workspace.setFilter(wanted);
        settle();
    }

    void expectPicksWhatIsShown() const {
        const QRectF inner = QRectF(view->rect()).adjusted(20, 20, -20, -20);
        std::size_t hits = 0;
        for (std::uint32_t vertex = 0; vertex < workspace.network().vertexCount(); ++vertex) {
            const auto pixel = view->pixelOf(workspace.network().element(vertex));
            if (pixel && inner.contains(*pixel)) {
                const NetworkStage::Target target = view->targetAt(*pixel);
                ASSERT_NE(target.vertex, noIndex);
                hits += target.vertex == vertex ? 1 : 0;
            }
        }
        EXPECT_GT(hits, 0U);
    }
};

TEST_P(NetworkChangesTest, FiltersChangeALargeNetworkThatIsSeenFromNear) {
    show(randomDossier({900, 3000, 100, 3000}, 2));
    for (int i = 0; i < 6; ++i) {
        view->zoomIn();
    }
    settle();
    for (std::size_t sector = 0; sector < 4; ++sector) {
        filter([&](Filter& wanted) { wanted.sectors = sectorBit(sector); });
        filter([&](Filter& wanted) { wanted.sectors = allSectors & ~sectorBit(sector); });
    }
    filter([&](Filter& wanted) { wanted.sectors = allSectors; });
    // Few vertices are left.
    filter([&](Filter& wanted) { wanted.text = "12"; });
    filter([&](Filter& wanted) { wanted.text.clear(); });
    const DaySpan extent = workspace.extent();
    for (int share = 1; share <= 4; ++share) {
        filter([&](Filter& wanted) {
            wanted.window =
                DaySpan{extent.first, extent.first + (extent.last - extent.first) * share / 5};
        });
    }
    filter([&](Filter& wanted) { wanted.window.reset(); });
    expectPicksWhatIsShown();
}

TEST_P(NetworkChangesTest, SoDoProjectionsAndCommunities) {
    show(randomDossier({900, 3000, 100, 3000}, 3));
    for (const Projection projection :
         {Projection::Full, Projection::Agreements, Projection::Alliances}) {
        workspace.setProjection({projection, true});
        settle();
        view->zoomIn();
        settle();
    }
    for (const bool collapsed : {true, false, true}) {
        workspace.setCollapsed(collapsed);
        workspace.waitForCommunities();
        settle();
        view->zoomIn();
        settle();
    }
    view->fit();
    settle();
    expectPicksWhatIsShown();
}

TEST_P(NetworkChangesTest, CommunitiesOfASmallNetworkHaveCountsBetweenThem) {
    show(builtInDossier());
    const std::size_t all = workspace.network().vertexCount();
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    settle();
    EXPECT_LT(workspace.network().vertexCount(), all);
    view->fit();
    settle();
    expectPicksWhatIsShown();
}

TEST_P(NetworkChangesTest, HoveringACommunitySaysWhoBelongsToIt) {
    show(builtInDossier());
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    settle();
    const Network& network = workspace.network();
    NetworkHoverCard card(&workspace, view.get());
    std::size_t communities = 0;
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        card.showVertex(network.element(vertex), {});
        const std::uint32_t count = network.membersOf(vertex) - 1;
        const QString others = count == 1 ? QStringLiteral("and 1 other<")
                                          : QStringLiteral("and %1 others").arg(count);
        EXPECT_EQ(card.html().contains(others), network.membersOf(vertex) > 1);
        EXPECT_EQ(card.html().contains(QStringLiteral("States ")), network.membersOf(vertex) > 1);
        communities += network.membersOf(vertex) > 1 ? 1 : 0;
    }
    EXPECT_GT(communities, 0U);
    std::size_t joined = 0;
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        card.showEdge(edge, {});
        EXPECT_EQ(card.html().contains(QStringLiteral("of members joined")),
                  network.edgesBehind(edge) > 1);
        joined += network.edgesBehind(edge) > 1 ? 1 : 0;
        // Communities are no parties: who is tied is said.
        const ElementRef first = network.backing(edge).front();
        if (first.kind == ElementKind::Edge) {
            EXPECT_TRUE(card.html().contains(
                QString::fromStdString(workspace.dossier().describe(first)).toHtmlEscaped()));
        }
    }
    EXPECT_GT(joined, 0U);
}

TEST_P(NetworkChangesTest, AClickOnACommunityMeansAllOfIt) {
    show(builtInDossier());
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    settle();
    std::uint32_t largest = 0;
    for (std::uint32_t vertex = 0; vertex < workspace.network().vertexCount(); ++vertex) {
        largest = workspace.network().membersOf(vertex) > workspace.network().membersOf(largest)
                      ? vertex
                      : largest;
    }
    const std::size_t members = workspace.network().membersOf(largest);
    const VertexIndex hub = workspace.network().element(largest);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->pixelOf(hub)->toPoint());
    EXPECT_EQ(workspace.selection().size(), members);
    // A member that is not drawn itself leads to the disc.
    const std::vector<VertexIndex> rows = workspace.network().rowsOf(std::span(&largest, 1));
    const VertexIndex hidden = rows.front() == hub ? rows.back() : rows.front();
    EXPECT_EQ(view->pixelOf(hidden), view->pixelOf(hub));
    QTest::keyClick(view.get(), Qt::Key_Return);
    settle();
    EXPECT_EQ(workspace.network().membersOf(workspace.network().vertexOf(hub)), 1U);
    EXPECT_NE(view->pixelOf(hidden), view->pixelOf(hub));
    workspace.setCollapsed(false);
    settle();
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    settle();
    ASSERT_EQ(workspace.selection().size(), members) << "as before";
    QTest::keyClick(view.get(), Qt::Key_Delete);
    settle();
    workspace.setCollapsed(false);
    settle();
    for (const VertexIndex row : rows) {
        EXPECT_EQ(workspace.network().vertexOf(row), noIndex);
    }
}

TEST_P(NetworkChangesTest, ACardIsNoTallerThanItsText) {
    show(builtInDossier());
    NetworkHoverCard card(&workspace, view.get());
    const Network& network = workspace.network();
    const auto heightOf = [&card](std::uint32_t edge) {
        card.showEdge(edge, {});
        return card.height();
    };
    std::vector<int> heights;
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        heights.push_back(heightOf(edge));
    }
    const auto tallest = std::ranges::max_element(heights) - heights.begin();
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        heightOf(static_cast<std::uint32_t>(tallest));
        NetworkHoverCard fresh(&workspace, view.get());
        fresh.showEdge(edge, {});
        EXPECT_EQ(heightOf(edge), fresh.height());
    }
}

TEST_P(NetworkChangesTest, TheLegendKeepsOffTheMarksOfAnotherPicture) {
    show(builtInDossier());
    view->resize(1046, 520);
    settle();
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    settle();
    const DisplayList list = view->displayList();
    QRectF legend;
    for (const Label& label : list.labels) {
        if (label.element.index == noIndex && !label.text.at(0).isDigit()) {
            legend |= labelBox(label, list.font);
        }
    }
    ASSERT_GT(legend.height(), 100);
    std::size_t marks = 0;
    for (const Mark& mark : list.marks) {
        if (mark.element.index != noIndex) {
            ++marks;
            const QPointF reach(mark.radius, mark.radius);
            EXPECT_FALSE(legend.intersects(QRectF(mark.centre - reach, mark.centre + reach)))
                << mark.element.index;
        }
    }
    EXPECT_EQ(marks, workspace.network().vertexCount());
}

TEST_P(NetworkChangesTest, ACanvasThatSawTheChangesShowsWhatANewOneDoes) {
    show(randomDossier({300, 900, 50, 900}, 4));
    view->setLegendVisible(false);
    for (const SectorSet sectors : {sectorBit(0), sectorBit(1) | sectorBit(2), allSectors}) {
        filter([&](Filter& wanted) { wanted.sectors = sectors; });
        const QImage seen = view->grab().toImage();
        view->setRenderer(GetParam() == NetworkView::Renderer::Painter
                              ? NetworkView::Renderer::OpenGl
                              : NetworkView::Renderer::Painter);
        view->setRenderer(GetParam());
        settle();
        EXPECT_GT(structuralSimilarity(seen, view->grab().toImage()), 0.99);
    }
}

TEST(NetworkStageTest, OnlyTheLegendOfAnotherPictureMakesRoomForItself) {
    Workspace workspace;
    workspace.setDossier(builtInDossier(), {});
    workspace.waitForLayout();
    NetworkStage stage(&workspace);
    stage.setAnimationsEnabled(false);
    stage.setViewSize({900, 500});
    stage.fit(false);
    stage.setCardSize({200, 150});
    Filter filter = workspace.filter();
    filter.sectors = sectorBit(0);
    workspace.setFilter(filter);
    const Camera before = stage.camera();
    stage.setCardSize({160, 120});
    EXPECT_EQ(stage.camera(), before);
    // Nor one that had no room before, unless it is asked for or the view got another size.
    stage.setCardSize({});
    stage.setCardSize({200, 150});
    EXPECT_EQ(stage.camera(), before);
    stage.setCardSize({});
    stage.awaitCard();
    stage.setCardSize({260, 300});
    EXPECT_NE(stage.camera(), before);
    stage.setCardSize({});
    stage.setViewSize({900, 520});
    const Camera resized = stage.camera();
    stage.setCardSize({260, 300});
    EXPECT_NE(stage.camera(), resized);
    workspace.setProjection({Projection::Agreements, true});
    workspace.waitForLayout();
    const Camera fitted = stage.camera();
    stage.setCardSize({240, 200});
    EXPECT_NE(stage.camera(), fitted);
}

INSTANTIATE_TEST_SUITE_P(Renderers, NetworkChangesTest,
                         testing::Values(NetworkView::Renderer::Painter,
                                         NetworkView::Renderer::OpenGl),
                         [](const auto& parameter) {
                             return parameter.param == NetworkView::Renderer::Painter ? "Painter"
                                                                                      : "OpenGl";
                         });

} // namespace

} // namespace entente::ui
