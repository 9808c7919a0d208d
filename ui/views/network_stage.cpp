#include "ui/views/network_stage.h"

#include "ui/scene/network_geometry.h"
#include "ui/scene/network_picture.h"
#include "ui/views/network_fit.h"

#include <QCoreApplication>
#include <QEasingCurve>

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::ui {

namespace {

constexpr int motionTime = 200; ///< milliseconds
constexpr int restDelay = 250;
constexpr std::size_t lightEdges = 450;
constexpr std::size_t lightVertices = 300;
constexpr std::size_t streamedEdges = 150;
constexpr std::size_t streamedVertices = 100;
constexpr int cameraDelay = 110;
/// Than a picture that fits the view.
constexpr double mostTimesSmaller = 8;

} // namespace

NetworkStage::NetworkStage(Workspace* workspace, QObject* parent)
    : QObject(parent), workspace_(workspace) {
    motion_.setDuration(motionTime);
    motion_.setEasingCurve(QEasingCurve::InOutCubic);
    motion_.setStartValue(0.0);
    motion_.setEndValue(1.0);
    connect(&motion_, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { advance(value.toDouble()); });
    connect(&motion_, &QVariantAnimation::finished, this, [this] {
        forgetPlaces();
        emit rearranged();
    });
    connect(workspace_, &Workspace::networkReplaced, this, [this] { outdated_ = true; });
    connect(workspace_, &Workspace::networkChanged, this, [this] {
        outdated_ = false;
        hoveredVertex_ = noIndex;
        hoveredEdge_ = noIndex;
        placed_.reset();
        bends_.clear();
        names_.clear();
        selectedEdges_.reset();
        emphasis_.reset();
        takePositions(false);
        if (followsFit_ && size_ != fittedSize_) {
            fit(false);
        }
        emit rearranged();
    });
    connect(workspace_, &Workspace::positionsChanged, this, &NetworkStage::takePositions);
    connect(workspace_, &Workspace::positionsStreamed, this, &NetworkStage::takeStream);
    connect(workspace_, &Workspace::layoutStarted, this, [this](bool anew) {
        // It may come out anywhere: where the user looks now says nothing about it.
        followsFit_ = followsFit_ || anew;
    });
    cameraTimer_.setSingleShot(true);
    cameraTimer_.setInterval(cameraDelay);
    connect(&cameraTimer_, &QTimer::timeout, this, [this] {
        labels_.reset(); // Those that have left the view with the camera come back into it.
        emit changed();
    });
    restTimer_.setSingleShot(true);
    restTimer_.setInterval(restDelay);
    connect(&restTimer_, &QTimer::timeout, this, &NetworkStage::rest);
    connect(workspace_, &Workspace::selectionChanged, this, [this] {
        selectedEdges_.reset();
        forgetEmphasis();
    });
    connect(workspace_, &Workspace::planChanged, this, &NetworkStage::forgetPlan);
    takePositions(false);
}

void NetworkStage::setViewSize(QSizeF size) {
    cardMakesRoom_ = cardMakesRoom_ || size != size_;
    size_ = size;
    fittingZoom_.reset();
    if (outdated_) {
        return; // It fits itself when the network is there.
    }
    if (followsFit_) {
        fit(false);
    }
    emit changed();
}

void NetworkStage::zoomAbout(QPointF pixel, double factor) {
    motion_.stop();
    followsFit_ = false;
    if (factor < 1 && hasPositions_) {
        // Farther off than this, there is nothing but names around a dot.
        if (!fittingZoom_) {
            fittingZoom_ = fittingCamera(shown_, true).zoom;
        }
        const double smallest = *fittingZoom_ / mostTimesSmaller;
        factor = std::min(1.0, std::max(factor, smallest / camera_.zoom));
    }
    camera_.zoomAbout(pixel, factor, size_);
    moveCamera();
}

void NetworkStage::pan(QPointF pixels) {
    motion_.stop();
    followsFit_ = false;
    camera_.pan(pixels);
    if (isLight()) {
        cameraTimer_.start();
        emit changed(); // The picture is that of before, elsewhere.
    } else {
        moveCamera();
    }
}

void NetworkStage::lookFrom(const Camera& camera, bool animate) {
    followsFit_ = false;
    if (animate && isLight()) {
        move(isMoving() ? to_ : shown_, camera, true);
    } else {
        motion_.stop();
        camera_ = camera;
        moveCamera();
    }
}

void NetworkStage::fit(bool animate) {
    followsFit_ = true;
    if (!hasPositions_) {
        return;
    }
    fittedSize_ = size_;
    const std::vector<QPointF> rows = isMoving() ? to_ : shown_;
    move(rows, fittingCamera(rows), animate);
    emit rearranged();
}

Camera NetworkStage::fittingCamera(const std::vector<QPointF>& rows, bool roughly) const {
    std::vector<QPointF> positions;
    positions.reserve(workspace_->network().vertexCount());
    for (const VertexIndex row : workspace_->network().elements()) {
        positions.push_back(rows[row]);
    }
    FitFrame frame{size_, cardSize_, {}};
    if (roughly) {
        frame.card = {};
    } else if (isLight()) {
        frame.surroundings = [&](const Camera& camera) {
            NetworkSceneOptions options;
            options.zoom = camera.zoom;
            const DisplayList list =
                buildNetworkScene(plan(), workspace_->dossier(), workspace_->network(),
                                  scaled(positions, camera.scale()), workspace_->style(), options)
                    .list;
            std::vector<QRectF> boxes(positions.size());
            for (const Mark& mark : list.marks) {
                const QPointF reach(mark.radius, mark.radius);
                boxes[workspace_->network().vertexOf(mark.element.index)] = QRectF(-reach, reach);
            }
            for (const Label& label : list.labels) {
                const std::uint32_t vertex =
                    label.element.kind == ElementKind::Vertex
                        ? workspace_->network().vertexOf(label.element.index)
                        : noIndex;
                if (vertex != noIndex) { // An edge's stands between its marks.
                    boxes[vertex] |=
                        labelBox(label, list.font).translated(-positions[vertex] * camera.scale());
                }
            }
            return boxes;
        };
    }
    return fitNetwork(positions, frame);
}

void NetworkStage::setCovers(std::vector<QRectF> covers) {
    if (covers != covers_) {
        covers_ = std::move(covers);
        labels_.reset();
        emit changed();
    }
}

void NetworkStage::setCardSize(QSizeF size) {
    const bool makesRoom = std::exchange(cardMakesRoom_, false);
    if (size == cardSize_) {
        return;
    }
    // One that grows or shrinks, or comes where a larger one had no room, as it does with every
    // filter, moves nothing: what stays must stay where it is.
    const bool comes = cardSize_.isEmpty();
    cardSize_ = size;
    if (makesRoom && followsFit_ && !isMoving() && !outdated_) {
        fit(!comes);
    }
}

void NetworkStage::centreOn(std::span<const std::uint32_t> vertices, bool animate) {
    const std::vector<QPointF> rows = isMoving() ? to_ : shown_;
    QPointF middle;
    for (const std::uint32_t vertex : vertices) {
        middle +=
            rows[workspace_->network().element(vertex)] / static_cast<double>(vertices.size());
    }
    if (vertices.empty() || !isPlaced(middle)) {
        return;
    }
    followsFit_ = false;
    Camera camera = camera_;
    camera.centre = middle;
    // Too far off to be read: come nearer.
    camera.zoom = std::max(camera.zoom, 0.6);
    move(rows, camera, animate);
}

bool NetworkStage::isLight() const {
    return workspace_->network().edgeCount() <= lightEdges &&
           workspace_->network().vertexCount() <= lightVertices;
}

bool NetworkStage::isLightStreaming() const {
    return workspace_->network().edgeCount() <= streamedEdges &&
           workspace_->network().vertexCount() <= streamedVertices;
}

QPointF NetworkStage::viewPosition(std::uint32_t vertex) const {
    return camera_.toView(shown_[workspace_->network().element(vertex)], size_);
}

void NetworkStage::drag(VertexIndex row, QPointF pixel) {
    motion_.stop();
    followsFit_ = false;
    held_.insert(row);
    shown_[row] = camera_.toLayout(pixel, size_);
    forgetPlaces();
}

void NetworkStage::setHovered(std::uint32_t vertex, std::uint32_t edge) {
    if (vertex == hoveredVertex_ && edge == hoveredEdge_) {
        return;
    }
    hoveredVertex_ = vertex;
    hoveredEdge_ = edge;
    forgetEmphasis();
}

Motion NetworkStage::motion() const {
    return streaming_ || isMoving() || !held_.empty() ? Motion::Changing
           : cameraTimer_.isActive()                  ? Motion::Moving
                                                      : Motion::Still;
}

void NetworkStage::waitForBundles() {
    if (bundleThread_.joinable()) {
        bundleThread_.join();
    }
    QCoreApplication::sendPostedEvents(this);
}

void NetworkStage::settle() {
    if (isMoving()) {
        motion_.setCurrentTime(motion_.duration());
    }
    cameraTimer_.stop();
    settled_ = true;
    labels_.reset();
    emit changed();
}

void NetworkStage::moveCamera() {
    cameraTimer_.start();
    settled_ = false;
    invalidate();
}

void NetworkStage::forgetPlaces() {
    placed_.reset();
    fittingZoom_.reset();
    bends_.clear();
    forgetEmphasis(); // Pins come and go with places.
    bundle();
}

void NetworkStage::goOnNaming() {
    labels_.reset();
    emit changed();
}

void NetworkStage::forgetPlan() {
    names_.clear();
    forgetPlaces();
}

void NetworkStage::forgetEmphasis() {
    emphasis_.reset();
    invalidate();
}

void NetworkStage::invalidate() {
    scene_.reset();
    labels_.reset();
    picker_.reset();
    emit changed();
}

} // namespace entente::ui
