#include "ui/render/layer_source.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace entente::ui {

namespace {

/// Seconds that a sample may take.
constexpr double sampleBudget = 0.012;
/// Of the view's size, to each side of a layer.
constexpr double margin = 0.1;
/// A layer that would be shown so much smaller or larger is not worth waiting for.
constexpr double mostStretch = 2;

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

} // namespace

LayerSource::LayerSource(std::function<void()> ready) : thread_(std::move(ready)) {}

void LayerSource::setNetwork(std::shared_ptr<const PlacedNetwork> network) {
    network_ = std::move(network);
    thread_.cancel();
    layer_ = {};
    complete_ = false;
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
        complete_ = true;
    }
    if (layer_.image.isNull()) {
        sample(layerView(view));
        change = Change::Replaced;
    }
    request(layerView(view), motion);
    return change;
}

QRectF LayerSource::boxOf(const PictureView& layer, const PictureView& view) {
    const double ratio = view.camera.zoom / layer.camera.zoom;
    // Its image may be a little larger than what it shows.
    return {view.camera.toView(layer.camera.toLayout({}, layer.size), view.size),
            QSizeF(layer.pixels()) / layer.pixelRatio * ratio};
}

bool LayerSource::isCompleteFor(const PictureView& view) const {
    return complete_ && layer_.view == layerView(view);
}

/// As many edges as a frame has time for, as dense together as all of them.
void LayerSource::sample(const PictureView& view) {
    const auto begin = std::chrono::steady_clock::now();
    const double strands = std::max(1.0, static_cast<double>(network_->plan->strands.size()));
    const double share = std::min(1.0, sampleBudget / (strands * strandCost_));
    layer_ = {rasterNetwork(*network_, view, share), view, network_};
    complete_ = share >= 1;
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    strandCost_ = std::clamp((strandCost_ + taken.count() / (share * strands)) / 2, 1e-8, 1e-4);
}

void LayerSource::request(const PictureView& view, Motion motion) {
    if (complete_ && layer_.view == view) {
        return;
    }
    if (const std::optional<PictureView> underWay = thread_.underWay()) {
        const double stretch = view.camera.zoom / underWay->camera.zoom;
        const bool useful = underWay->pixelRatio == view.pixelRatio && stretch < mostStretch &&
                            stretch > 1 / mostStretch;
        // While the camera moves, what is nearly right and soon there is better than nothing.
        if (*underWay == view || (motion == Motion::Moving && useful)) {
            return;
        }
    }
    thread_.request(network_, view, motion == Motion::Moving);
}

} // namespace entente::ui
