#include "ui/workspace/layout_job.h"

#include "core/analysis/communities.h"

namespace entente::ui {

LayoutJob::LayoutJob(std::shared_ptr<const Network> network, LayoutOptions options,
                     LayoutEngine engine)
    : network_(std::move(network)), options_(std::move(options)), engine_(std::move(engine)) {
    options_.preview = [this](const std::vector<Point>& positions) { takeFromLayout(positions); };
}

LayoutJob::~LayoutJob() {
    stop();
    wait();
}

void LayoutJob::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void LayoutJob::stop() {
    thread_.request_stop();
}

void LayoutJob::wait() {
    if (thread_.joinable()) {
        thread_.join();
    }
}

LayoutJob::Positions LayoutJob::takePreview() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(untaken_, false) ? latest_ : nullptr;
}

LayoutJob::Positions LayoutJob::takePositions() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(positions_, nullptr);
}

void LayoutJob::takeFromLayout(const std::vector<Point>& positions) {
    auto snapshot = std::make_shared<const std::vector<Point>>(positions);
    bool news = false;
    {
        const std::scoped_lock lock(mutex_);
        latest_ = std::move(snapshot);
        news = !std::exchange(untaken_, true);
    }
    if (news) {
        QMetaObject::invokeMethod(this, &LayoutJob::moved, Qt::QueuedConnection);
    }
}

void LayoutJob::tellProgress(double fraction) {
    fraction_ = fraction;
    if (!progressOnItsWay_.exchange(true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                progressOnItsWay_ = false;
                emit progressed(fraction_);
            },
            Qt::QueuedConnection);
    }
}

void LayoutJob::run(const std::stop_token& stop) {
    Progress progress;
    progress.stop = stop;
    progress.report = [this](double fraction) { tellProgress(fraction); };
    try {
        if (options_.algorithm == LayoutAlgorithm::Grouped && options_.groups.empty()) {
            options_.groups = communities(*network_);
        }
        auto positions = std::make_shared<const std::vector<Point>>(
            engine_(makeLayoutGraph(*network_), options_, progress));
        const std::scoped_lock lock(mutex_);
        positions_ = std::move(positions);
    } catch (const std::exception&) {
        // Stopped, or too big for the memory: what one has seen so far stays.
        const std::scoped_lock lock(mutex_);
        positions_ = latest_;
    }
    emit finished();
}

} // namespace entente::ui
