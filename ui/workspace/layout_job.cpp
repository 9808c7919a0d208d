#include "ui/workspace/layout_job.h"

namespace entente::ui {

LayoutJob::LayoutJob(LayoutGraph graph, LayoutOptions options, std::vector<VertexIndex> rows,
                     Projection projection)
    : graph_(std::move(graph)), options_(std::move(options)), rows_(std::move(rows)),
      projection_(projection) {}

LayoutJob::~LayoutJob() {
    stop();
    wait();
}

void LayoutJob::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void LayoutJob::stop() { thread_.request_stop(); }

void LayoutJob::wait() {
    if (thread_.joinable()) {
        thread_.join();
    }
}

std::optional<std::vector<Point>> LayoutJob::takePositions() {
    return std::exchange(positions_, std::nullopt);
}

void LayoutJob::run(const std::stop_token& stop) {
    Progress progress;
    progress.stop = stop;
    progress.report = [this](double fraction) { emit progressed(fraction); };
    try {
        positions_ = layout(graph_, options_, progress);
    } catch (const std::exception&) {
        // Cancelled, or too big for the memory: what is drawn stays where it is.
        positions_.reset();
    }
    emit finished();
}

} // namespace entente::ui
