#include "core/layout/bundling.h"

#include "core/layout/geometry.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace entente {

namespace {

/// Squares that an edge spans, about.
constexpr double squaresOfEdge = 1.5;
constexpr double mostBend = 0.33; ///< of the edge's length
constexpr std::size_t grain = 8192;

struct Member {
    std::uint64_t bundle;
    std::uint32_t edge;

    friend bool operator<(const Member& a, const Member& b) {
        return a.bundle != b.bundle ? a.bundle < b.bundle : a.edge < b.edge;
    }
};

struct Frame {
    double left = 0;
    double top = 0;
    double size = 1; ///< of the whole, in layout units
};

Frame frameOf(std::span<const Point> places) {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    bool any = false;
    for (const Point& place : places) {
        if (isPlaced(place)) {
            left = any ? std::min(left, place.x) : place.x;
            right = any ? std::max(right, place.x) : place.x;
            top = any ? std::min(top, place.y) : place.y;
            bottom = any ? std::max(bottom, place.y) : place.y;
            any = true;
        }
    }
    return {left, top, std::max({right - left, bottom - top, 1e-12})};
}

class Bundler {
public:
    Bundler(std::span<const Point> places,
            std::span<const std::pair<std::uint32_t, std::uint32_t>> edges)
        : places_(places), edges_(edges), frame_(frameOf(places)) {}

    [[nodiscard]] bool isDrawn(std::uint32_t edge) const {
        return isPlaced(places_[edges_[edge].first]) && isPlaced(places_[edges_[edge].second]);
    }

    [[nodiscard]] Point middle(std::uint32_t edge) const {
        const Point& a = places_[edges_[edge].first];
        const Point& b = places_[edges_[edge].second];
        return {(a.x + b.x) / 2, (a.y + b.y) / 2};
    }

    [[nodiscard]] double length(std::uint32_t edge) const {
        const Point& a = places_[edges_[edge].first];
        const Point& b = places_[edges_[edge].second];
        return std::hypot(a.x - b.x, a.y - b.y);
    }

    /// The two squares that an edge joins and their mesh, as one number; `shift`: of the grid, in
    /// meshes. Half the levels of a power of two: lengths within a factor of about 1.4 go together.
    [[nodiscard]] std::uint64_t bundleOf(std::uint32_t edge, double shift) const {
        const double meshes = frame_.size * squaresOfEdge / std::max(length(edge), 1e-12);
        const int level = std::clamp(static_cast<int>(std::lround(2 * std::log2(meshes))), 0, 27);
        const double count = std::exp2(level / 2.0);
        const auto square = [&](const Point& place) {
            const auto index = [&](double along) {
                return static_cast<std::uint64_t>(
                    std::clamp(along / frame_.size * count + shift, 0.0, 16'383.0));
            };
            return (index(place.y - frame_.top) << 14U) | index(place.x - frame_.left);
        };
        std::uint64_t a = square(places_[edges_[edge].first]);
        std::uint64_t b = square(places_[edges_[edge].second]);
        if (a > b) {
            std::swap(a, b);
        }
        return (static_cast<std::uint64_t>(level) << 56U) | (a << 28U) | b;
    }

    /// Adds to `pull` how far each edge's middle is from the mean one of its bundle.
    void gather(double shift, std::vector<Point>& pull, const Progress& progress) const {
        std::vector<Member> members(edges_.size());
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, members.size(), grain), [&](const auto& range) {
                for (std::size_t i = range.begin(); i < range.end(); ++i) {
                    const auto edge = static_cast<std::uint32_t>(i);
                    members[i] = {isDrawn(edge) ? bundleOf(edge, shift) : ~edge, edge};
                }
            });
        progress.throwIfStopped();
        tbb::parallel_sort(members.begin(), members.end());
        progress.throwIfStopped();
        for (std::size_t begin = 0; begin < members.size();) {
            std::size_t end = begin;
            Point sum{0, 0};
            while (end < members.size() && members[end].bundle == members[begin].bundle) {
                const Point each = middle(members[end].edge);
                sum = {sum.x + each.x, sum.y + each.y};
                ++end;
            }
            const auto count = static_cast<double>(end - begin);
            for (std::size_t i = begin; i < end; ++i) {
                const Point own = middle(members[i].edge);
                Point& mine = pull[members[i].edge];
                mine = {mine.x + sum.x / count - own.x, mine.y + sum.y / count - own.y};
            }
            begin = end;
        }
    }

private:
    std::span<const Point> places_;
    std::span<const std::pair<std::uint32_t, std::uint32_t>> edges_;
    Frame frame_;
};

} // namespace

std::vector<Point> bundleEdges(std::span<const Point> places,
                               std::span<const std::pair<std::uint32_t, std::uint32_t>> edges,
                               double strength, const Progress& progress) {
    const Bundler bundler(places, edges);
    std::vector<Point> pull(edges.size(), Point{0, 0});
    constexpr std::array<double, 2> shifts{0, 0.5};
    for (const double shift : shifts) {
        bundler.gather(shift, pull, progress);
    }
    std::vector<Point> controls(edges.size());
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, edges.size(), grain), [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
                const auto edge = static_cast<std::uint32_t>(i);
                const Point middle = bundler.middle(edge);
                controls[i] = middle;
                if (!bundler.isDrawn(edge)) {
                    continue;
                }
                // A quadratic curve passes half way between its middle and its control point.
                const double share = 2 * std::clamp(strength, 0.0, 1.0) / shifts.size();
                const Point way{pull[i].x * share, pull[i].y * share};
                const double most = 2 * mostBend * bundler.length(edge);
                const double far = std::hypot(way.x, way.y);
                const double kept = far > most ? most / far : 1;
                controls[i] = {middle.x + way.x * kept, middle.y + way.y * kept};
            }
        });
    return controls;
}

} // namespace entente
