#pragma once

#include "ui/scene/camera.h"

#include <optional>
#include <vector>

namespace entente::ui {

/// Where one has looked from, to go back and forward through, as a browser does.
class CameraHistory {
public:
    static constexpr std::size_t mostEntries = 100;

    /// The camera has come to rest. What is nearly where it was replaces that; what lay ahead is
    /// forgotten if it is elsewhere.
    void rest(const Camera& camera);
    [[nodiscard]] bool canGoBack() const { return current_ > 0; }
    [[nodiscard]] bool canGoForward() const { return current_ + 1 < entries_.size(); }
    /// Nothing where there is nowhere to go.
    std::optional<Camera> back();
    std::optional<Camera> forward();
    void clear();

private:
    std::vector<Camera> entries_;
    std::size_t current_ = 0;
};

} // namespace entente::ui
