#include "ui/views/network_menu.h"

#include "ui/scene/counted.h"
#include "ui/scene/vertex_text.h"
#include "ui/views/network_view.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace entente::ui {

namespace {

void addFocus(QMenu& menu, Workspace& workspace, const std::vector<VertexIndex>& rows) {
    QMenu* const focus = menu.addMenu(NetworkView::tr("&Focus on the Neighbourhood"));
    for (unsigned hops = 1; hops <= 3; ++hops) {
        focus->addAction(
            counted(hops, NetworkView::tr("Within 1 step"), NetworkView::tr("Within %L1 steps")),
            &workspace, [&workspace, rows, hops] { workspace.focus(rows, hops); });
    }
}

void addPaths(QMenu& menu, NetworkView& view, Workspace& workspace,
              const std::vector<VertexIndex>& rows) {
    if (rows.size() == 2) {
        const Dossier& dossier = workspace.dossier();
        const QString& language = workspace.style().labelLanguage;
        menu.addAction(NetworkView::tr("Find a &Path from %1 to %2")
                           .arg(vertexName(dossier, rows[0], language),
                                vertexName(dossier, rows[1], language)),
                       &view, [&view, rows] { view.selectPath(rows[0], rows[1]); });
    } else if (rows.size() == 1) {
        menu.addAction(NetworkView::tr("Find a &Path to…"), &view,
                       [&view, rows] { view.startPathFrom(rows.front()); });
    }
}

void addPins(QMenu& menu, Workspace& workspace, const std::vector<VertexIndex>& rows) {
    const bool allPinned =
        std::ranges::all_of(rows, [&workspace](VertexIndex row) { return workspace.pinned(row); });
    menu.addAction(allPinned ? NetworkView::tr("Un&pin") : NetworkView::tr("&Pin in Place"),
                   &workspace,
                   [&workspace, rows, allPinned] { workspace.setPinned(rows, !allPinned); });
}

void addForVertices(QMenu& menu, NetworkView& view, Workspace& workspace,
                    const std::vector<VertexIndex>& rows) {
    addFocus(menu, workspace, rows);
    addPaths(menu, view, workspace, rows);
    menu.addAction(NetworkView::tr("Select &Neighbours"), &workspace, [&workspace, rows] {
        workspace.select(withNeighbours(workspace.network(), rows));
    });
    menu.addSeparator();
    addPins(menu, workspace, rows);
    menu.addAction(NetworkView::tr("&Hide"), &workspace,
                   [&workspace, rows] { workspace.hide(rows); });
    menu.addSeparator();
    menu.addAction(
        rows.size() == 1 ? NetworkView::tr("&Copy Name") : NetworkView::tr("&Copy Names"),
        &workspace, [&workspace, rows] {
            QStringList names;
            for (const VertexIndex row : rows) {
                names << vertexName(workspace.dossier(), row, workspace.style().labelLanguage);
            }
            QGuiApplication::clipboard()->setText(names.join(QLatin1Char('\n')));
        });
}

} // namespace

void fillNetworkMenu(QMenu& menu, NetworkView& view, Workspace& workspace,
                     const std::vector<VertexIndex>& rows) {
    if (!rows.empty()) {
        addForVertices(menu, view, workspace, rows);
        menu.addSeparator();
    }
    if (!workspace.filter().centres.empty()) {
        menu.addAction(NetworkView::tr("Clear F&ocus"), &workspace,
                       [&workspace] { workspace.focus({}, 1); });
    }
    if (!workspace.filter().hidden.empty()) {
        menu.addAction(NetworkView::tr("Show &Hidden Again"), &workspace, [&workspace] {
            Filter filter = workspace.filter();
            filter.hidden.clear();
            workspace.setFilter(std::move(filter));
        });
    }
    if (workspace.anyPinned()) {
        menu.addAction(NetworkView::tr("&Unpin All"), &workspace, &Workspace::unpinAll);
    }
    menu.addAction(NetworkView::tr("Select &All"), &workspace, [&workspace] {
        std::set<ElementRef> all;
        for (const VertexIndex row : workspace.network().elements()) {
            all.insert({ElementKind::Vertex, row});
        }
        workspace.select(std::move(all));
    });
    menu.addAction(NetworkView::tr("&Fit into View"), &view, &NetworkView::fit);
    QAction* const signs = menu.addAction(NetworkView::tr("&Signs of Sectors on Ties"));
    signs->setCheckable(true);
    signs->setChecked(workspace.style().sectorGlyphs);
    signs->setToolTip(NetworkView::tr("Tells sectors apart without colour, as in print"));
    QObject::connect(signs, &QAction::toggled, &workspace, [&workspace](bool on) {
        Style style = workspace.style();
        style.sectorGlyphs = on;
        workspace.setStyle(std::move(style));
    });
    QAction* const legend = menu.addAction(NetworkView::tr("&Legend"));
    legend->setCheckable(true);
    legend->setChecked(view.isLegendVisible());
    QObject::connect(legend, &QAction::toggled, &view, &NetworkView::setLegendVisible);
}

std::set<ElementRef> withNeighbours(const Network& network, const std::vector<VertexIndex>& rows) {
    std::vector<std::uint32_t> vertices;
    for (const VertexIndex row : rows) {
        if (network.vertexOf(row) != noIndex) {
            vertices.push_back(network.vertexOf(row));
        }
    }
    const Highlight near = highlightAround(network, vertices, {});
    std::vector<std::uint32_t> lit;
    for (std::uint32_t vertex = 0; vertex < near.vertices.size(); ++vertex) {
        if (near.vertices[vertex] != 0) {
            lit.push_back(vertex);
        }
    }
    return elementsOf(network, lit);
}

} // namespace entente::ui
