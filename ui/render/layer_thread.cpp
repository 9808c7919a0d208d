#include "ui/render/layer_thread.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <utility>

namespace entente::ui {

LayerThread::LayerThread(std::function<void()> ready)
    : ready_(std::move(ready)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

LayerThread::~LayerThread() {
    cancel();
    thread_.request_stop();
    changed_.notify_all();
}

void LayerThread::request(std::shared_ptr<const PlacedNetwork> network, const PictureView& view,
                          std::size_t most, bool gently) {
    const std::lock_guard lock(mutex_);
    abandon_.request_stop();
    wanted_ = PictureLayer{{}, view, std::move(network)};
    most_ = most;
    gently_ = gently;
    drawing_ = view;
    changed_.notify_all();
}

void LayerThread::cancel() {
    const std::lock_guard lock(mutex_);
    abandon_.request_stop();
    wanted_.reset();
    drawing_.reset();
    done_.reset();
    changed_.notify_all();
}

std::optional<PictureView> LayerThread::underWay() const {
    const std::lock_guard lock(mutex_);
    return drawing_;
}

std::optional<PictureLayer> LayerThread::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(done_, std::nullopt);
}

void LayerThread::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !drawing_; });
}

void LayerThread::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        PictureLayer layer;
        std::stop_token abandoned;
        std::size_t most = 0;
        bool gently = false;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
                return;
            }
            layer = *std::exchange(wanted_, std::nullopt);
            most = most_;
            gently = gently_;
            abandon_ = {};
            abandoned = abandon_.get_token();
        }
        try {
            const auto cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
            tbb::task_arena arena(gently ? std::max(1, cores / 2) : cores);
            RasterPicture picture = arena.execute([&] {
                return rasterNetwork(*layer.network, layer.view, most, {{}, abandoned});
            });
            layer.image = std::move(picture.image);
            layer.complete = picture.complete;
            layer.strandCost = picture.strandSeconds /
                               static_cast<double>(std::max<std::size_t>(1, picture.strands));
        } catch (const Cancelled&) {
            continue;
        }
        {
            const std::lock_guard lock(mutex_);
            if (abandoned.stop_requested()) {
                continue;
            }
            done_ = std::move(layer);
            drawing_.reset();
            changed_.notify_all();
        }
        if (ready_) {
            ready_();
        }
    }
}

} // namespace entente::ui
