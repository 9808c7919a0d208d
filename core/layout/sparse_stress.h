#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace entente {

/// How many pivots stand for all vertices, and how many of them are drawn for being far from the
/// others: these hold the corners of what is drawn out like a grid, where others know little.
struct PivotCount {
    std::size_t all = 0;
    std::size_t farthest = 0;
};

/// Stress, the sum over pairs of ((|x_i − x_j| − d_ij) / d_ij)², over the pairs of each vertex and
/// some pivots, which stand for those near them (Ortmann, Klimenta & Brandes 2017), and over
/// neighbours. With as many pivots as vertices it is the whole stress.
class SparseStress {
public:
    /// For a connected graph; `lengths` as for `distancesFrom`. Draws the pivots with `seed`.
    /// 8 n · pivots bytes; O(pivots · m), in parallel.
    SparseStress(const LayoutGraph& graph, const std::vector<float>& lengths, PivotCount pivots,
                 std::uint64_t seed, const Progress& progress);

    /// Scales `positions` so that their stress is least. Gives it, over the sum of the weights.
    /// O(n · pivots).
    double fit(std::vector<Point>& positions) const;

    /// Moves the vertices to less stress, each to where its distances want it on average (Gansner,
    /// Koren & North 2004, all at a time and with momentum), at most `rounds` times or until a
    /// round gains little. Pinned vertices (1 in `pinned`, which may be empty) stay. The same to
    /// the last bit whatever the number of threads. O(n · pivots + m) a round.
    void minimise(std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned,
                  int rounds, const Progress& progress,
                  const std::function<void(const std::vector<Point>&)>& watch = {}) const;

private:
    struct State;

    void drawPivots(const LayoutGraph& graph, const std::vector<float>& lengths, std::uint64_t seed,
                    PivotCount wanted);
    void measure(const LayoutGraph& graph, const std::vector<float>& lengths,
                 const Progress& progress);
    void addLocal(const LayoutGraph& graph, const std::vector<float>& lengths);
    void step(State& state, const std::vector<std::uint8_t>& pinned) const;

    std::vector<std::uint32_t> pivots_;
    std::size_t stride_ = 0;       ///< pivots, filled up to whole lanes
    std::vector<float> distances_; ///< a row a vertex
    std::vector<float> weights_;
    std::vector<std::uint32_t> localOffsets_;
    std::vector<std::uint32_t> localEnds_;
    std::vector<float> localDistances_;
};

} // namespace entente
