#include "ui/views/camera_history.h"

#include <cmath>

namespace entente::ui {

namespace {

/// Whether two cameras show nearly the same: zooms within 3 %, centres within 40 pixels.
bool isNearly(const Camera& a, const Camera& b) {
    constexpr double pixels = 40;
    const QPointF apart = (a.centre - b.centre) * a.scale();
    return std::abs(std::log(a.zoom / b.zoom)) < 0.03 && std::hypot(apart.x(), apart.y()) < pixels;
}

} // namespace

void CameraHistory::rest(const Camera& camera) {
    if (!entries_.empty() && isNearly(camera, entries_[current_])) {
        entries_[current_] = camera;
        return;
    }
    if (!entries_.empty()) {
        entries_.resize(current_ + 1);
    }
    if (entries_.size() == mostEntries) {
        entries_.erase(entries_.begin());
    }
    entries_.push_back(camera);
    current_ = entries_.size() - 1;
}

std::optional<Camera> CameraHistory::back() {
    if (!canGoBack()) {
        return std::nullopt;
    }
    return entries_[--current_];
}

std::optional<Camera> CameraHistory::forward() {
    if (!canGoForward()) {
        return std::nullopt;
    }
    return entries_[++current_];
}

void CameraHistory::clear() {
    entries_.clear();
    current_ = 0;
}

} // namespace entente::ui
