#include "core/layout/stress.h"

#include "core/layout/random.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente {

namespace {

// Even, so that the blocks pair up. Fixed, whatever the machine: the picture depends on it.
constexpr std::size_t blockCount = 16;
// Below this, blocks cost more than they gain.
constexpr std::size_t fewestForBlocks = 320;

class Descent {
public:
    Descent(const DistanceMatrix& distances, std::vector<Point>& positions,
            const std::vector<std::uint8_t>& pinned, std::uint64_t seed)
        : distances_(distances), positions_(positions), pinned_(pinned), random_(seed),
          order_(positions.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
    }

    void sweep(double step) {
        step_ = step;
        shuffle(order_);
        if (order_.size() < fewestForBlocks) {
            sweepPairs();
        } else {
            sweepBlocks();
        }
    }

private:
    template <typename Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t i = values.size() - 1; i > 0; --i) {
            std::swap(values[i], values[random_.below(i + 1)]);
        }
    }

    void sweepPairs() {
        if (pairs_.empty()) {
            for (std::uint32_t i = 0; i < order_.size(); ++i) {
                for (std::uint32_t j = i + 1; j < order_.size(); ++j) {
                    pairs_.emplace_back(i, j);
                }
            }
        }
        shuffle(pairs_);
        for (const auto& [i, j] : pairs_) {
            pull(i, j);
        }
    }

    /// A tournament of blocks (the circle method): in each round each block meets one other.
    void sweepBlocks() {
        const std::size_t n = order_.size();
        const auto begin = [n](std::size_t block) { return n * block / blockCount; };
        tbb::parallel_for(std::size_t{0}, blockCount, [&](std::size_t block) {
            for (std::size_t i = begin(block); i < begin(block + 1); ++i) {
                for (std::size_t j = i + 1; j < begin(block + 1); ++j) {
                    pull(order_[i], order_[j]);
                }
            }
        });
        for (std::size_t round = 0; round + 1 < blockCount; ++round) {
            tbb::parallel_for(std::size_t{0}, blockCount / 2, [&](std::size_t game) {
                const std::size_t circle = blockCount - 1;
                const std::size_t one = game == 0 ? circle : (round + game) % circle;
                const std::size_t two = (round + circle - game) % circle;
                for (std::size_t i = begin(one); i < begin(one + 1); ++i) {
                    for (std::size_t j = begin(two); j < begin(two + 1); ++j) {
                        pull(order_[i], order_[j]);
                    }
                }
            });
        }
    }

    void pull(std::uint32_t i, std::uint32_t j) {
        const double distance = i < j ? distances_(i, j) : distances_(j, i);
        if (!(distance > 0 && distance < std::numeric_limits<float>::infinity())) {
            return;
        }
        Point& a = positions_[i];
        Point& b = positions_[j];
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        double square = dx * dx + dy * dy;
        if (square < 1e-18) {
            // Any direction will do, but not the same for all.
            dx = 1e-3 * std::cos(static_cast<double>(i) + 2.0 * j);
            dy = 1e-3 * std::sin(static_cast<double>(i) + 2.0 * j);
            square = dx * dx + dy * dy;
        }
        const double gap = std::sqrt(square);
        const double share = std::min(1.0, step_ / (distance * distance));
        const double move = share * 0.5 * (1 - distance / gap);
        const bool aStays = !pinned_.empty() && pinned_[i] != 0;
        const bool bStays = !pinned_.empty() && pinned_[j] != 0;
        const double moveA = aStays ? 0 : bStays ? 2 * move : move;
        const double moveB = bStays ? 0 : aStays ? 2 * move : move;
        a.x -= dx * moveA;
        a.y -= dy * moveA;
        b.x += dx * moveB;
        b.y += dy * moveB;
    }

    const DistanceMatrix& distances_;
    std::vector<Point>& positions_;
    const std::vector<std::uint8_t>& pinned_;
    Random random_;
    std::vector<std::uint32_t> order_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
    double step_ = 0;
};

} // namespace

void minimiseStress(const DistanceMatrix& distances, std::vector<Point>& positions,
                    const std::vector<std::uint8_t>& pinned, StressStart start, std::uint64_t seed,
                    const Progress& progress) {
    const std::size_t n = positions.size();
    if (n < 2) {
        return;
    }
    double shortest = std::numeric_limits<double>::infinity();
    double longest = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
            const double distance = distances(i, j);
            if (std::isfinite(distance) && distance > 0) {
                shortest = std::min(shortest, distance);
                longest = std::max(longest, distance);
            }
        }
    }
    if (longest == 0) {
        return;
    }
    // The step sizes of the paper: from one that moves the farthest pair all the way down to one
    // that changes the nearest by a hundredth.
    const double first =
        start == StressStart::Rough ? longest * longest : 0.5 * shortest * shortest;
    const double last = 0.01 * shortest * shortest;
    const int sweeps = n <= 200 ? 60 : 20;
    const double decay = std::log(first / last) / (sweeps - 1);
    Descent descent(distances, positions, pinned, seed);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        progress.throwIfStopped();
        descent.sweep(first * std::exp(-decay * sweep));
        progress.tell(static_cast<double>(sweep + 1) / sweeps);
    }
}

} // namespace entente
