// What the network view shows, made when it is asked for.

#include "ui/scene/network_labels.h"
#include "ui/scene/network_picture.h"
#include "ui/views/network_stage.h"

#include <algorithm>
#include <limits>

namespace entente::ui {

namespace {

/// Names of more marks than this are not asked for: the most important are.
constexpr std::size_t mostNamed = 2500;
/// Of more edges than this, none leaves room for a name.
constexpr std::size_t mostAxes = 6000;

} // namespace

std::vector<QPointF> NetworkStage::positionsOfVertices() const {
    std::vector<QPointF> positions;
    positions.reserve(workspace_->network().vertexCount());
    for (const VertexIndex row : workspace_->network().elements()) {
        positions.push_back(shown_[row] * camera_.scale());
    }
    return positions;
}

const NetworkPlan& NetworkStage::plan() const {
    return *sharedPlan();
}

const std::shared_ptr<const NetworkPlan>& NetworkStage::sharedPlan() const {
    if (!plan_) {
        plan_ = std::make_shared<const NetworkPlan>(
            planNetwork(workspace_->dossier(), workspace_->network(), workspace_->style(),
                        drawnSectors(workspace_->filter())));
    }
    return plan_;
}

const std::shared_ptr<const PlacedNetwork>& NetworkStage::placed() const {
    if (!placed_) {
        auto placed = std::make_shared<PlacedNetwork>();
        placed->plan = sharedPlan();
        placed->places.reserve(workspace_->network().vertexCount());
        for (const VertexIndex row : workspace_->network().elements()) {
            placed->places.push_back(shown_[row]);
        }
        placed->colours = workspace_->style().colours();
        placed_ = std::move(placed);
    }
    return placed_;
}

const Emphasis& NetworkStage::emphasis() const {
    if (!emphasis_) {
        emphasis_ = emphasisOf(workspace_->network(), workspace_->selection(), hoveredVertex_,
                               hoveredEdge_);
    }
    return *emphasis_;
}

Highlight NetworkStage::highlight() const {
    const Emphasis& shown = emphasis();
    if (shown.empty()) {
        return {};
    }
    Highlight highlight;
    highlight.vertices.resize(workspace_->network().vertexCount(), 0);
    highlight.edges.resize(workspace_->network().edgeCount(), 0);
    for (const auto* const vertices : {&shown.vertices, &shown.selectedVertices}) {
        for (const std::uint32_t vertex : *vertices) {
            highlight.vertices[vertex] = 1;
        }
    }
    for (const auto* const edges : {&shown.edges, &shown.selectedEdges}) {
        for (const std::uint32_t edge : *edges) {
            highlight.edges[edge] = 1;
        }
    }
    return highlight;
}

NetworkSceneOptions NetworkStage::sceneOptions() const {
    NetworkSceneOptions options;
    options.zoom = camera_.zoom;
    options.selected = workspace_->selection();
    options.highlight = highlight();
    options.hovered = hoveredVertex_;
    options.sectors = drawnSectors(workspace_->filter());
    if (workspace_->anyPinned()) {
        for (const VertexIndex row : workspace_->network().elements()) {
            options.pinned.push_back(workspace_->pinned(row) ? 1 : 0);
        }
    }
    return options;
}

const NetworkScene& NetworkStage::scene() const {
    if (!scene_) {
        scene_ = buildNetworkScene(plan(), workspace_->dossier(), workspace_->network(),
                                   positionsOfVertices(), workspace_->style(), sceneOptions());
    }
    return *scene_;
}

DisplayList NetworkStage::marksInSight() const {
    const NetworkPlan& plan = this->plan();
    const double scale = NetworkScale::at(camera_.zoom, plan.edgeCount).marks;
    const QRectF view(QPointF(), size_);
    std::vector<std::pair<float, std::uint32_t>> inSight;
    for (std::uint32_t vertex = 0; vertex < plan.marks.size(); ++vertex) {
        if (view.contains(viewPosition(vertex))) {
            inSight.emplace_back(-plan.importance[vertex], vertex);
        }
    }
    if (inSight.size() > mostNamed) {
        std::ranges::nth_element(inSight, inSight.begin() + mostNamed);
        inSight.resize(mostNamed);
    }
    DisplayList list;
    list.font = workspace_->style().font;
    for (const auto& [rank, vertex] : inSight) {
        Mark mark;
        mark.element = {ElementKind::Vertex, workspace_->network().element(vertex)};
        mark.centre = viewPosition(vertex) - offset();
        mark.radius = static_cast<float>(plan.marks[vertex].radius * scale);
        mark.shape = plan.marks[vertex].shape;
        mark.selected = workspace_->selection().contains(mark.element);
        mark.outlineWidth = markOutlineWidth(mark.radius, mark.selected);
        list.marks.push_back(mark);
    }
    return list;
}

const std::vector<Label>& NetworkStage::labels() const {
    if (!labels_) {
        if (isLight()) {
            labels_ = scene().list.labels;
        } else {
            DisplayList list = marksInSight();
            std::vector<QLineF> axes;
            if (plan().edgeCount <= mostAxes) {
                for (const NetworkEdge& edge : workspace_->network().edges()) {
                    axes.emplace_back(viewPosition(edge.source) - offset(),
                                      viewPosition(edge.target) - offset());
                }
            }
            const std::vector<double> importance(plan().importance.begin(),
                                                 plan().importance.end());
            addNetworkLabels(list, workspace_->dossier(), workspace_->network(), axes, importance,
                             workspace_->style(), sceneOptions());
            labels_ = std::move(list.labels);
        }
    }
    return *labels_;
}

DisplayList NetworkStage::foreground() const {
    DisplayList list;
    const Emphasis& shown = emphasis();
    if (!shown.empty()) {
        NetworkPlan some = plan();
        const Highlight lit = highlight();
        const auto isDim = [&lit](const PlannedStrand& strand) {
            return lit.edges[strand.edge] == 0;
        };
        std::erase_if(some.strands, isDim);
        std::erase_if(some.overlays, isDim);
        std::vector<QPointF> positions = positionsOfVertices();
        for (std::size_t vertex = 0; vertex < positions.size(); ++vertex) {
            if (lit.vertices[vertex] == 0) {
                positions[vertex].setX(std::numeric_limits<double>::quiet_NaN());
            }
        }
        NetworkSceneOptions options = sceneOptions();
        options.labels = false;
        options.highlight = {};
        list = buildNetworkScene(some, workspace_->dossier(), workspace_->network(), positions,
                                 workspace_->style(), options)
                   .list;
    }
    list.ground = Qt::transparent;
    list.font = workspace_->style().font;
    list.labels = labels();
    return list;
}

} // namespace entente::ui
