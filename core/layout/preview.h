#pragma once

#include "core/layout/layout.h"

#include <chrono>
#include <functional>
#include <vector>

namespace entente {

/// Shows how a layout gets on, as often as is worth it: whoever asks `due` first computes nothing
/// in vain. Never changes what is laid out. For one thread.
class Preview {
public:
    Preview() = default;
    explicit Preview(std::function<void(const std::vector<Point>&)> show)
        : show_(std::move(show)) {}

    [[nodiscard]] bool due() const { return show_ && Clock::now() - last_ >= interval; }

    void show(const std::vector<Point>& positions) const {
        last_ = Clock::now();
        show_(positions);
    }

    /// For a part of a graph: what it shows is shown as the given vertices among all the others,
    /// which stand where `all` has them. Refers to this, to `vertices` and to `all`.
    [[nodiscard]] Preview of(const std::vector<std::uint32_t>& vertices,
                             const std::vector<Point>& all) const {
        if (!show_) {
            return {};
        }
        return Preview([this, &vertices, &all](const std::vector<Point>& positions) {
            std::vector<Point> whole = all;
            for (std::size_t i = 0; i < vertices.size(); ++i) {
                whole[vertices[i]] = positions[i];
            }
            show(whole);
        });
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds interval{30};

    std::function<void(const std::vector<Point>&)> show_;
    mutable Clock::time_point last_ = Clock::now();
};

} // namespace entente
