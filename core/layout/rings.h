#pragma once

#include "core/layout/layout.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace entente {

/// Rings of vertices around the middle, and where these stand on them.
struct Rings {
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::uint32_t> order;  ///< from the middle outwards
    std::vector<std::uint32_t> starts; ///< of the rings in `order`, and its end
    std::vector<std::uint32_t> depth;  ///< the ring of each vertex; `nobody`: not reached
    std::vector<std::uint32_t> parent; ///< one ring further in
    std::vector<double> radii;
    std::vector<double> gaps;   ///< wanted between neighbours on the ring, as angles
    std::vector<double> angles; ///< one a vertex

    [[nodiscard]] std::size_t count() const { return starts.size() - 1; }
    [[nodiscard]] std::size_t size(std::size_t ring) const {
        return starts[ring + 1] - starts[ring];
    }
    [[nodiscard]] Point place(std::uint32_t vertex) const {
        const double radius = radii[depth[vertex]];
        return radius > 0
                   ? Point{radius * std::cos(angles[vertex]), radius * std::sin(angles[vertex])}
                   : Point{};
    }
};

/// The vertices by their distance from `centres`, of which there is at least one. O(n + m).
Rings ringsFrom(const LayoutGraph& graph, const std::vector<std::uint32_t>& centres);

/// Radii on which neighbours on a ring are at least `onRing` apart, and rings `between`; what is
/// inside a wide ring grows with it. O(rings).
void chooseRadii(Rings& rings, double onRing, double between);

/// Gives each vertex a sector for what hangs on it, as wide as that needs on its rings (Wills 1999;
/// Yee, Fisher, Dhamija & Hearst 2001), and puts it in the middle of that. The sectors of the
/// innermost ring go around in an order that crosses few edges. O(m log n), for small rings as
/// `circularLayout`.
void shareSectors(const LayoutGraph& graph, Rings& rings, const Progress& progress);

} // namespace entente
