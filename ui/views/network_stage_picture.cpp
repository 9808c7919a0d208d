// What the network view shows, made when it is asked for.

#include "ui/scene/crowding.h"
#include "ui/scene/emphasis_picture.h"
#include "ui/scene/network_bends.h"
#include "ui/scene/network_picture.h"
#include "ui/views/network_stage.h"

#include <algorithm>
#include <cmath>
#include <functional>

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

const std::shared_ptr<const PlacedNetwork>& NetworkStage::placed() const {
    if (!placed_) {
        auto placed = std::make_shared<PlacedNetwork>();
        placed->plan = workspace_->plan();
        placed->network = workspace_->sharedNetwork();
        placed->places.reserve(workspace_->network().vertexCount());
        for (const VertexIndex row : workspace_->network().elements()) {
            placed->places.push_back(shown_[row]);
        }
        placed->crowding = crowdingOf(placed->places);
        placed->bends = bends_;
        placed->colours = workspace_->style().colours();
        placed_ = std::move(placed);
    }
    return placed_;
}

const Emphasis& NetworkStage::emphasis() const {
    if (!emphasis_) {
        if (!selectedEdges_) {
            selectedEdges_ = edgesStandingFor(workspace_->network(), workspace_->selection());
        }
        emphasis_ = emphasisOf(workspace_->network(), workspace_->selection(), *selectedEdges_,
                               hoveredVertex_, hoveredEdge_);
        for (const VertexIndex row : workspace_->pinnedRows()) {
            const std::uint32_t vertex = workspace_->network().vertexOf(row);
            if (vertex != noIndex) {
                emphasis_->pinned.push_back(vertex);
            }
        }
        std::ranges::sort(emphasis_->pinned);
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
    return options;
}

const NetworkScene& NetworkStage::scene() const {
    if (!scene_) {
        NetworkSceneOptions options = sceneOptions();
        if (!bends_.empty()) {
            options.bend = [this](std::uint32_t edge) { return bends_[edge] * camera_.scale(); };
        }
        if (workspace_->anyPinned()) {
            options.pinned.resize(workspace_->network().vertexCount());
            for (const std::uint32_t vertex : emphasis().pinned) {
                options.pinned[vertex] = 1;
            }
        }
        scene_ = buildNetworkScene(plan(), workspace_->dossier(), workspace_->network(),
                                   positionsOfVertices(), workspace_->style(), options);
    }
    return *scene_;
}

std::vector<std::uint32_t> NetworkStage::importantInSight() const {
    const NetworkPlan& plan = this->plan();
    // Names reach into the view from a little outside.
    const QRectF view = QRectF(QPointF(), size_).adjusted(-180, -80, 180, 80);
    std::vector<std::uint32_t> inSight;
    const auto take = [&](std::uint32_t vertex) {
        if (view.contains(viewPosition(vertex))) {
            inSight.push_back(vertex);
        }
    };
    // Others may hold on to what was placed before, whose index numbers other vertices.
    if (index_ && !outdated_ && placed_ && indexed_.lock() == placed_) {
        // Few in sight are found by where they are, many by going through the first of all.
        auto near = index_->verticesIn(
            {camera_.toLayout(view.topLeft(), size_), camera_.toLayout(view.bottomRight(), size_)},
            4 * mostNamed);
        if (near) {
            inSight = std::move(*near);
            std::ranges::stable_sort(inSight, std::greater<>(), [&plan](std::uint32_t vertex) {
                return plan.importance[vertex];
            });
            inSight.resize(std::min(inSight.size(), mostNamed));
            return inSight;
        }
    }
    for (const std::uint32_t vertex : plan.byImportance) {
        take(vertex);
        if (inSight.size() >= mostNamed) {
            break;
        }
    }
    return inSight;
}

DisplayList NetworkStage::marksInSight() const {
    const NetworkPlan& plan = this->plan();
    const double scale = NetworkScale::at(camera_.zoom, plan.strandCount).marks;
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
        if (motion() == Motion::Still) {
            constexpr qreal margin = 3;
            frame.view = QRectF(-offset(), size_).adjusted(margin, margin, -margin, -margin);
        }
        for (const QRectF& cover : covers_) {
            frame.covers.push_back(cover.translated(-offset()));
        }
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
    EmphasisPlaces places;
    places.zoom = camera_.zoom;
    places.vertex = [this](std::uint32_t vertex) { return viewPosition(vertex) - offset(); };
    if (!bends_.empty()) {
        places.bend = [this](std::uint32_t edge) { return bends_[edge] * camera_.scale(); };
    }
    return drawEmphasis(plan(), workspace_->dossier(), workspace_->network(), emphasis(),
                        workspace_->style(), places);
}

} // namespace entente::ui
