#pragma once

#include "ui/render/layer_thread.h"

#include <QRectF>

#include <functional>
#include <optional>

namespace entente::ui {

/// What a picture on the screen is doing.
enum class Motion : std::uint8_t {
    Still,
    Moving,  ///< the camera moves
    Changing ///< marks move: what is drawn now is of no use later
};

/// The layer to show of a network too large to be drawn for each frame: larger than the view, so
/// that the camera can move a little. At once a sample of the edges, all of them as soon as a
/// thread has drawn them; while the camera moves, the last layer serves until the next is there.
class LayerSource {
public:
    /// `ready` is called from a thread when `update` would give another layer.
    explicit LayerSource(std::function<void()> ready = {});

    void setNetwork(std::shared_ptr<const PlacedNetwork> network);

    enum class Change : std::uint8_t {
        None,
        Replaced, ///< another layer, to be shown at once
        Refined   ///< the same drawn better: it may come softly
    };
    /// Asks for what the view needs, and takes what is there.
    Change update(const PictureView& view, Motion motion);

    /// Null before the first update.
    [[nodiscard]] const QImage& image() const { return layer_.image; }
    /// What the image shows.
    [[nodiscard]] const PictureView& view() const { return layer_.view; }
    /// Where it lies in a view, in its logical pixels.
    [[nodiscard]] QRectF boxIn(const PictureView& view) const { return boxOf(layer_.view, view); }
    [[nodiscard]] static QRectF boxOf(const PictureView& layer, const PictureView& view);
    /// Whether it has all edges and is just what the view needs.
    [[nodiscard]] bool isCompleteFor(const PictureView& view) const;
    /// Blocks until what was asked for is drawn.
    void wait() { thread_.wait(); }

private:
    void sample(const PictureView& view);
    void request(const PictureView& view, const PictureView& wanted, Motion motion);

    LayerThread thread_;
    std::shared_ptr<const PlacedNetwork> network_;
    PictureLayer layer_;
    bool underWayIsRough_ = false; ///< what the thread draws is for the moment only
    double strandCost_ = 2e-6;     ///< seconds
};

} // namespace entente::ui
