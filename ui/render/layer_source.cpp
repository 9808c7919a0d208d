#include "ui/render/layer_source.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

/// Seconds that a sample may take.
constexpr double sampleBudget = 0.009;
/// Seconds a strand: however busy the processor is, some strands are seen.
constexpr double mostStrandCost = 1e-5;
/// Of the view's size, to each side of a layer.
constexpr double margin = 0.1;
/// Seconds for a layer while the camera moves.
constexpr double movingBudget = 0.1;
/// While the camera moves, a layer serves that is shown no more than so much larger or smaller, and
/// that covers at least so much of the view.
constexpr double mostStretch = 1.8;
constexpr double leastCovered = 0.8;
/// Worse than this a sample must do at once.
constexpr double unbearableStretch = 3.5;
constexpr double unbearablyCovered = 0.5;

/// What a layer for a view shows: a whole number of the device's pixels more to each side, so that
/// at rest its pixels are the view's own.
PictureView layerView(const PictureView& view) {
    const auto whole = [&](double length) {
        return std::ceil(length * margin * view.pixelRatio) / view.pixelRatio;
    };
    PictureView wider = view;
    wider.size += QSizeF(2 * whole(view.size.width()), 2 * whole(view.size.height()));
    return wider;
}

/// Whether a layer is good enough: shown at most that much larger or smaller, covering so much.
bool serves(const PictureView& layer, const PictureView& view, double stretch, double share) {
    const double ratio = view.camera.zoom / layer.camera.zoom;
    const QRectF whole(QPointF(), view.size);
    const QRectF covered = LayerSource::boxOf(layer, view) & whole;
    return layer.pixelRatio == view.pixelRatio && ratio < stretch && ratio > 1 / stretch &&
           covered.width() * covered.height() > share * whole.width() * whole.height();
}

} // namespace

LayerSource::LayerSource(std::function<void()> ready) : thread_(std::move(ready)) {}

void LayerSource::setNetwork(std::shared_ptr<const PlacedNetwork> network) {
    network_ = std::move(network);
    thread_.cancel();
    layer_ = {};
}

LayerSource::Change LayerSource::update(const PictureView& view, Motion motion) {
    if (motion == Motion::Changing) {
        sample(view);
        return Change::Replaced;
    }
    Change change = Change::None;
    std::optional<PictureLayer> done = thread_.take();
    if (done && done->network == network_) {
        change = layer_.image.isNull() ? Change::Replaced : Change::Refined;
        layer_ = std::move(*done);
        strandCost_ = std::clamp((strandCost_ + layer_.strandCost) / 2, 1e-8, mostStrandCost);
    }
    if (layer_.image.isNull() || !serves(layer_.view, view, unbearableStretch, unbearablyCovered)) {
        sample(layerView(view));
        change = Change::Replaced;
    }
    request(view, layerView(view), motion);
    return change;
}

QRectF LayerSource::boxOf(const PictureView& layer, const PictureView& view) {
    const double ratio = view.camera.zoom / layer.camera.zoom;
    // Its image may be a little larger than what it shows.
    return {view.camera.toView(layer.camera.toLayout({}, layer.size), view.size),
            QSizeF(layer.pixels()) / layer.pixelRatio * ratio};
}

bool LayerSource::isCompleteFor(const PictureView& view) const {
    return layer_.complete && layer_.view == layerView(view);
}

/// As many edges as a frame has time for, as dense together as all of them.
void LayerSource::sample(const PictureView& view) {
    // What is under way is of somewhere else, and would only take the processor from this.
    thread_.cancel();
    RasterPicture picture =
        rasterNetwork(*network_, view, static_cast<std::size_t>(sampleBudget / strandCost_));
    const double each =
        picture.strandSeconds / static_cast<double>(std::max<std::size_t>(1, picture.strands));
    strandCost_ = std::clamp((strandCost_ + each) / 2, 1e-8, mostStrandCost);
    layer_ = {std::move(picture.image), view, network_, picture.complete};
}

void LayerSource::request(const PictureView& view, const PictureView& wanted, Motion motion) {
    const std::optional<PictureView> underWay = thread_.underWay();
    if (motion == Motion::Moving) {
        const auto good = [&](const PictureView& layer) {
            return serves(layer, view, mostStretch, leastCovered);
        };
        if (good(layer_.view) || (underWay && good(*underWay))) {
            return;
        }
        thread_.request(network_, wanted, static_cast<std::size_t>(movingBudget / strandCost_),
                        true);
        underWayIsRough_ = true;
        return;
    }
    const bool there = layer_.complete && layer_.view == wanted;
    if (!there && (!underWay || *underWay != wanted || underWayIsRough_)) {
        thread_.request(network_, wanted, std::numeric_limits<std::size_t>::max(), false);
        underWayIsRough_ = false;
    }
}

} // namespace entente::ui
