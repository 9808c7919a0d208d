// How the marks get to the places that the workspace gives them: at once, smoothly, or on a stream.

#include "ui/scene/network_geometry.h"
#include "ui/views/network_stage.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

QPointF nowhere() {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none};
}

} // namespace

void NetworkStage::takePositions(bool animate) {
    const Network& network = workspace_->network();
    const bool streamed = std::exchange(streaming_, false);
    restTimer_.stop();
    held_.clear();
    shown_.resize(workspace_->dossier().vertices().size(), nowhere());
    std::vector<QPointF> to = shown_;
    bool any = false;
    bool knew = false;
    for (const VertexIndex row : network.elements()) {
        const std::optional<QPointF> position = workspace_->position(row);
        knew = knew || isPlaced(shown_[row]);
        any = any || position.has_value();
        to[row] = position.value_or(nowhere());
    }
    if (network.vertexCount() == 0) {
        // Nothing passes the filter: what comes back later finds the camera where it was.
        forgetPlaces();
        return;
    }
    if (!any) {
        hasPositions_ = false;
        std::ranges::fill(shown_, nowhere());
        forgetPlaces();
        return;
    }
    const Projection projection = workspace_->projection().projection;
    const bool first = !hasPositions_;
    // A picture that the user has moved in while it came stays where it was put.
    const bool fits = first || projection != projection_ || (animate && followsFit_) ||
                      (streamed && !anyInSight(to));
    animate = knew && (animate || projection != projection_);
    hasPositions_ = true;
    projection_ = projection;
    if (fits) {
        fittedSize_ = size_;
        cardMakesRoom_ = true;
    }
    move(to, fits ? fittingCamera(to) : isMoving() ? cameraTo_ : camera_, animate);
    if (fits) {
        followsFit_ = true;
    }
    if (fits || streamed) {
        emit rearranged();
    }
}

void NetworkStage::takeStream() {
    const Network& network = workspace_->network();
    motion_.stop();
    shown_.resize(workspace_->dossier().vertices().size(), nowhere());
    const bool first = !hasPositions_;
    for (const VertexIndex row : network.elements()) {
        if (held_.empty() || !held_.contains(row)) {
            const std::optional<QPointF> position = workspace_->position(row);
            shown_[row] = position.value_or(nowhere());
            hasPositions_ = hasPositions_ || position.has_value();
        }
    }
    if (!hasPositions_) {
        return;
    }
    streaming_ = true;
    projection_ = workspace_->projection().projection;
    if (followsFit_ || first) {
        followsFit_ = true;
        fittedSize_ = size_;
        camera_ = fittingCamera(shown_, true);
    }
    restTimer_.start();
    forgetPlaces();
    if (first) {
        emit rearranged();
    }
}

/// Who looked at a part of a picture that was only beginning may find nothing there in the end.
bool NetworkStage::anyInSight(const std::vector<QPointF>& rows) const {
    const QRectF view(QPointF(), size_);
    return std::ranges::any_of(workspace_->network().elements(), [&](VertexIndex row) {
        return view.contains(camera_.toView(rows[row], size_));
    });
}

/// Nothing has moved for a moment: time for the whole picture.
void NetworkStage::rest() {
    if (workspace_->layoutRunning()) {
        restTimer_.start();
        return;
    }
    streaming_ = false;
    if (followsFit_ || !anyInSight(shown_)) {
        fit(true);
    } else {
        invalidate();
        emit rearranged();
    }
    bundle();
}

void NetworkStage::move(const std::vector<QPointF>& to, const Camera& camera, bool animate) {
    motion_.stop();
    if (!animate || !animationsEnabled_ || !isLight()) {
        shown_ = to;
        camera_ = camera;
        forgetPlaces();
        return;
    }
    from_ = shown_;
    to_ = to;
    for (std::size_t i = 0; i < to_.size(); ++i) {
        if (!isPlaced(from_[i])) {
            from_[i] = to_[i];
        }
    }
    cameraFrom_ = camera_;
    cameraTo_ = camera;
    motion_.start();
}

void NetworkStage::advance(double share) {
    for (std::size_t i = 0; i < shown_.size() && i < to_.size(); ++i) {
        shown_[i] = from_[i] + (to_[i] - from_[i]) * share;
    }
    camera_.centre = cameraFrom_.centre + (cameraTo_.centre - cameraFrom_.centre) * share;
    camera_.zoom = cameraFrom_.zoom * std::pow(cameraTo_.zoom / cameraFrom_.zoom, share);
    forgetPlaces();
}

} // namespace entente::ui
