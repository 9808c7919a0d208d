#pragma once

#include "ui/render/network_raster.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace entente::ui {

/// A picture of a network as one camera sees it.
struct PictureLayer {
    QImage image;
    PictureView view;
    std::shared_ptr<const PlacedNetwork> network;
    bool complete = false; ///< not a sample
    double strandCost = 0; ///< seconds a strand that was drawn
};

/// Draws pictures of networks on a thread of its own, one after the other.
class LayerThread {
public:
    /// `ready` is called from the thread when a picture can be taken.
    explicit LayerThread(std::function<void()> ready = {});
    ~LayerThread();
    LayerThread(const LayerThread&) = delete;
    LayerThread& operator=(const LayerThread&) = delete;

    /// Draws this next; what is being drawn is given up. `most`: see `rasterNetwork`. `gently`:
    /// leaves half of the processor to who shows frames meanwhile.
    void request(std::shared_ptr<const PlacedNetwork> network, const PictureView& view,
                 std::size_t most, bool gently);
    /// Nothing is wanted any more.
    void cancel();
    /// What is being drawn, if anything.
    [[nodiscard]] std::optional<PictureView> underWay() const;
    /// The last picture that was completed, once.
    [[nodiscard]] std::optional<PictureLayer> take();
    /// Blocks until what was requested is drawn.
    void wait();

private:
    void run(const std::stop_token& stop);

    std::function<void()> ready_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<PictureLayer> wanted_; ///< without its image
    std::size_t most_ = 0;
    bool gently_ = false;
    std::optional<PictureView> drawing_;
    std::optional<PictureLayer> done_;
    std::stop_source abandon_;
    std::jthread thread_;
};

} // namespace entente::ui
