// What the network view shows, made when it is asked for.

#include "ui/scene/network_bends.h"
#include "ui/scene/network_picture.h"
#include "ui/views/network_stage.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

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
        placed->bends = bends_;
        placed->colours = workspace_->style().colours();
        placed_ = std::move(placed);
    }
    return placed_;
}

const Emphasis& NetworkStage::emphasis() const {
    if (!emphasis_) {
        emphasis_ = emphasisOf(workspace_->network(), workspace_->selection(), hoveredVertex_,
                               hoveredEdge_);
        for (std::uint32_t vertex = 0;
             workspace_->anyPinned() && vertex < workspace_->network().vertexCount(); ++vertex) {
            if (workspace_->pinned(workspace_->network().element(vertex))) {
                emphasis_->pinned.push_back(vertex);
            }
        }
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
    options.mostNamedDots = namedDotsOn(size_);
    options.controls = scaled(bends_, camera_.scale());
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

std::vector<std::uint32_t> NetworkStage::importantInSight() const {
    const NetworkPlan& plan = this->plan();
    if (byImportance_.size() != plan.marks.size()) {
        byImportance_.resize(plan.marks.size());
        std::iota(byImportance_.begin(), byImportance_.end(), 0U);
        std::ranges::stable_sort(byImportance_, std::greater<>(),
                                 [&plan](std::uint32_t vertex) { return plan.importance[vertex]; });
    }
    // Names reach into the view from a little outside.
    const QRectF view = QRectF(QPointF(), size_).adjusted(-180, -80, 180, 80);
    std::vector<std::uint32_t> inSight;
    const auto take = [&](std::uint32_t vertex) {
        if (view.contains(viewPosition(vertex))) {
            inSight.push_back(vertex);
        }
    };
    if (index_ && !indexed_.expired()) {
        // Few in sight are found by where they are, many by going through the first of all.
        const auto near = index_->verticesIn(
            {camera_.toLayout(view.topLeft(), size_), camera_.toLayout(view.bottomRight(), size_)});
        if (near.size() < 4 * mostNamed) {
            inSight = near;
            std::ranges::stable_sort(inSight, std::greater<>(), [&plan](std::uint32_t vertex) {
                return plan.importance[vertex];
            });
            inSight.resize(std::min(inSight.size(), mostNamed));
            return inSight;
        }
    }
    for (const std::uint32_t vertex : byImportance_) {
        take(vertex);
        if (inSight.size() >= mostNamed) {
            break;
        }
    }
    return inSight;
}

DisplayList NetworkStage::marksInSight() const {
    const NetworkPlan& plan = this->plan();
    const double scale = NetworkScale::at(camera_.zoom, plan.edgeCount).marks;
    std::vector<std::uint32_t> vertices = importantInSight();
    const Emphasis& shown = emphasis();
    for (const auto* const lit : {&shown.selectedVertices, &shown.vertices}) {
        vertices.insert(vertices.end(), lit->begin(),
                        lit->begin() +
                            static_cast<std::ptrdiff_t>(std::min(lit->size(), mostNamed)));
    }
    std::ranges::sort(vertices);
    const auto twice = std::ranges::unique(vertices);
    vertices.erase(twice.begin(), twice.end());
    DisplayList list;
    list.font = workspace_->style().font;
    for (const std::uint32_t vertex : vertices) {
        Mark mark;
        mark.element = {ElementKind::Vertex, workspace_->network().element(vertex)};
        mark.centre = viewPosition(vertex) - offset();
        if (!std::isfinite(mark.centre.x() + mark.centre.y())) {
            continue;
        }
        mark.radius = static_cast<float>(plan.marks[vertex].radius * scale);
        mark.shape = plan.marks[vertex].shape;
        mark.selected = std::ranges::binary_search(shown.selectedVertices, vertex);
        mark.outlineWidth = markOutlineWidth(mark.radius, mark.selected);
        list.marks.push_back(mark);
    }
    return list;
}

const std::vector<Label>& NetworkStage::labels() const {
    if (!labels_) {
        std::vector<QLineF> axes;
        if (plan().edgeCount <= mostAxes) {
            for (const NetworkEdge& edge : workspace_->network().edges()) {
                axes.emplace_back(viewPosition(edge.source) - offset(),
                                  viewPosition(edge.target) - offset());
            }
        }
        const DisplayList list = marksInSight();
        const NetworkSceneOptions options = sceneOptions();
        NetworkNames::Frame frame{workspace_->dossier(),
                                  workspace_->network(),
                                  plan(),
                                  workspace_->style(),
                                  options,
                                  list.marks,
                                  axes};
        frame.milliseconds = static_cast<double>(
            frameClock_.isValid() ? std::min<qint64>(frameClock_.elapsed(), 50) : 50);
        frame.transitions = animationsEnabled_ && !settled_;
        frameClock_.start();
        labels_ = names_.arrange(frame);
    }
    return *labels_;
}

bool NetworkStage::isNaming() const {
    return labels_ && names_.isChanging();
}

void NetworkStage::bundle() {
    const double strength = workspace_->style().bundling;
    if (!(strength > 0) || motion() == Motion::Changing || !hasPositions_ || !bends_.empty() ||
        bundled_.lock() == placed()) {
        return;
    }
    const std::shared_ptr<const PlacedNetwork> straight = placed();
    bundled_ = straight;
    bundleThread_ = std::jthread([this, straight, strength, ends = endsOf(workspace_->network())](
                                     const std::stop_token& stop) {
        try {
            auto bends = std::make_shared<std::vector<QPointF>>(
                bendsOf(ends, straight->places, strength, {{}, stop}));
            QMetaObject::invokeMethod(
                this,
                [this, straight, bends] {
                    if (placed_ == straight) {
                        bends_ = std::move(*bends);
                        placed_.reset();
                        invalidate();
                    }
                },
                Qt::QueuedConnection);
        } catch (const Cancelled&) {
            // Something else is to be seen by now.
        }
    });
}

DisplayList NetworkStage::foreground() const {
    DisplayList list;
    const Network& network = workspace_->network();
    const Emphasis& shown = emphasis();
    if (!shown.empty() || !shown.pinned.empty()) {
        NetworkPlan some = plan();
        Highlight lit = highlight();
        lit.vertices.resize(network.vertexCount(), 0);
        lit.edges.resize(network.edgeCount(), 0);
        for (const std::uint32_t vertex : shown.pinned) {
            lit.vertices[vertex] = 1;
        }
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
    return list;
}

} // namespace entente::ui
