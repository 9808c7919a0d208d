#include "core/layout/sparse_stress.h"

#include "core/layout/distances.h"
#include "core/layout/lanes.h"
#include "core/layout/random.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr float leastSquare = 1e-8F;
constexpr float momentum = 0.7F;
constexpr double leastGain = 2e-5;
// Gains are judged over this many rounds together: momentum makes single ones uneven.
constexpr int roundsJudged = 5;
constexpr std::size_t blockSize = 64;
// Vertices with few ties are held apart from some that share a neighbour with them.
constexpr std::uint32_t fewTies = 3;
constexpr std::uint32_t mostSiblings = 4;
// How finely distances are counted where pivots stand for those near them.
constexpr float countsPerUnit = 4;

struct Pull {
    float x = 0;
    float y = 0;
    float weight = 0;
    float stress = 0;
};

float sum(const Lanes& lanes) {
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) +
           ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

/// Makes `root` 1 / √x to all but the last bits of a float, by Newton's method from a guess at the
/// exponent: the processors' own approximations differ from one another.
__attribute__((always_inline)) inline void invertRoot(const Lanes& x, Lanes& root) {
    using Bits = std::int32_t __attribute__((vector_size(sizeof(Lanes))));
    Bits bits;
    std::memcpy(&bits, &x, sizeof bits);
    bits = 0x5F3759DF - (bits >> 1);
    std::memcpy(&root, &bits, sizeof root);
    const Lanes half = 0.5F * x;
    for (int step = 0; step < 3; ++step) {
        root *= 1.5F - half * root * root;
    }
}

struct PivotRow {
    const float* distances;
    const float* weights;
    const float* x; ///< of the pivots
    const float* y;
    std::size_t count;
};

/// What the pivots want of a vertex at (x, y): the weighted sum of the moves to the right
/// distances.
ENTENTE_WIDE Pull pullOf(const PivotRow& row, float x, float y) {
    Lanes pullX{};
    Lanes pullY{};
    Lanes total{};
    Lanes stress{};
    for (std::size_t p = 0; p < row.count; p += laneCount) {
        Lanes distance;
        Lanes weight;
        Lanes dx;
        Lanes dy;
        std::memcpy(&distance, row.distances + p, sizeof distance);
        std::memcpy(&weight, row.weights + p, sizeof weight);
        std::memcpy(&dx, row.x + p, sizeof dx);
        std::memcpy(&dy, row.y + p, sizeof dy);
        dx = x - dx;
        dy = y - dy;
        const Lanes square = dx * dx + dy * dy + leastSquare;
        Lanes inverse;
        invertRoot(square, inverse);
        const Lanes gap = square * inverse;
        const Lanes lack = weight * (distance * inverse - 1);
        pullX += dx * lack;
        pullY += dy * lack;
        total += weight;
        stress += weight * (gap - distance) * (gap - distance);
    }
    return {sum(pullX), sum(pullY), sum(total), sum(stress)};
}

} // namespace

struct SparseStress::State {
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> velocityX;
    std::vector<float> velocityY;
    std::vector<float> pivotX;
    std::vector<float> pivotY;
    std::vector<double> blockStress;

    explicit State(const std::vector<Point>& positions)
        : x(positions.size()), y(x.size()), velocityX(x.size(), 0), velocityY(x.size(), 0),
          blockStress(x.size() / blockSize + 1) {
        for (std::size_t v = 0; v < positions.size(); ++v) {
            x[v] = static_cast<float>(positions[v].x);
            y[v] = static_cast<float>(positions[v].y);
        }
    }

    void gatherPivots(const std::vector<std::uint32_t>& pivots, std::size_t stride) {
        pivotX.assign(stride, 0);
        pivotY.assign(stride, 0);
        for (std::size_t p = 0; p < pivots.size(); ++p) {
            pivotX[p] = x[pivots[p]];
            pivotY[p] = y[pivots[p]];
        }
    }
};

SparseStress::SparseStress(const LayoutGraph& graph, const std::vector<float>& lengths,
                           PivotCount pivots, std::uint64_t seed, const Progress& progress) {
    drawPivots(graph, lengths, seed, pivots);
    measure(graph, lengths, progress);
    if (pivots_.size() < graph.vertexCount()) {
        addLocal(graph, lengths);
    } else {
        localOffsets_.assign(graph.vertexCount() + 1, 0);
    }
}

void SparseStress::drawPivots(const LayoutGraph& graph, const std::vector<float>& lengths,
                              std::uint64_t seed, PivotCount wanted) {
    const std::size_t n = graph.vertexCount();
    const std::size_t count = std::min(wanted.all, n);
    stride_ = (count + laneCount - 1) / laneCount * laneCount;
    std::vector<std::uint32_t> rest(n);
    std::iota(rest.begin(), rest.end(), 0U);
    if (count == n) {
        pivots_ = std::move(rest);
        return;
    }
    // The first ones each farthest from those before: they hold the corners.
    Random random(seed);
    std::vector<float> nearest(n, std::numeric_limits<float>::infinity());
    std::vector<float> distances(n);
    auto next = static_cast<std::uint32_t>(random.below(n));
    while (pivots_.size() < std::min(count, wanted.farthest)) {
        distancesFrom(graph, lengths, next, distances.data());
        for (std::size_t v = 0; v < n; ++v) {
            nearest[v] = std::min(nearest[v], distances[v]);
        }
        next = static_cast<std::uint32_t>(std::ranges::max_element(nearest) - nearest.begin());
        pivots_.push_back(next);
    }
    std::erase_if(rest,
                  [&](std::uint32_t v) { return std::ranges::find(pivots_, v) != pivots_.end(); });
    for (std::size_t p = 0; pivots_.size() < count; ++p) {
        std::swap(rest[p], rest[p + random.below(rest.size() - p)]);
        pivots_.push_back(rest[p]);
    }
    std::ranges::sort(pivots_);
}

void SparseStress::measure(const LayoutGraph& graph, const std::vector<float>& lengths,
                           const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    const std::size_t count = pivots_.size();
    distances_.assign(n * stride_, 0);
    weights_.assign(n * stride_, 0);
    // A few pivots at a time: their rows are then turned into columns while they are near.
    std::vector<float> rows(laneCount * n);
    for (std::size_t first = 0; first < count; first += laneCount) {
        progress.throwIfStopped();
        const std::size_t some = std::min(laneCount, count - first);
        tbb::parallel_for(std::size_t{0}, some, [&](std::size_t p) {
            distancesFrom(graph, lengths, pivots_[first + p], rows.data() + p * n);
        });
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 1024), [&](const auto& range) {
            for (std::size_t v = range.begin(); v != range.end(); ++v) {
                for (std::size_t p = 0; p < some; ++p) {
                    distances_[v * stride_ + first + p] = rows[p * n + v];
                }
            }
        });
        progress.tell(static_cast<double>(first + some) / static_cast<double>(count));
    }
    std::vector<std::vector<std::uint32_t>> within(count);
    for (std::size_t v = 0; v < n && count < n; ++v) {
        const float* const row = distances_.data() + v * stride_;
        const auto nearest = static_cast<std::size_t>(std::min_element(row, row + count) - row);
        const auto cell = static_cast<std::size_t>(row[nearest] * countsPerUnit);
        if (within[nearest].size() <= cell) {
            within[nearest].resize(cell + 1, 0);
        }
        ++within[nearest][cell];
    }
    for (std::vector<std::uint32_t>& counts : within) {
        std::partial_sum(counts.begin(), counts.end(), counts.begin());
    }
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 256), [&](const auto& range) {
        for (std::size_t v = range.begin(); v != range.end(); ++v) {
            for (std::size_t p = 0; p < count; ++p) {
                const float distance = distances_[v * stride_ + p];
                if (!(distance > 0)) {
                    continue;
                }
                float share = 1;
                if (count < n && !within[p].empty()) {
                    const auto cell = static_cast<std::size_t>(distance / 2 * countsPerUnit);
                    share = static_cast<float>(within[p][std::min(cell, within[p].size() - 1)]);
                }
                weights_[v * stride_ + p] = share / (distance * distance);
            }
        }
    });
}

void SparseStress::addLocal(const LayoutGraph& graph, const std::vector<float>& lengths) {
    localOffsets_.reserve(graph.vertexCount() + 1);
    localOffsets_.push_back(0);
    const auto lengthOf = [&](std::uint32_t arc) { return lengths.empty() ? 1.0F : lengths[arc]; };
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        const std::uint32_t begin = graph.offsets[v];
        const std::uint32_t end = graph.offsets[v + 1];
        for (std::uint32_t arc = begin; arc < end; ++arc) {
            localEnds_.push_back(graph.neighbours[arc]);
            localDistances_.push_back(lengthOf(arc));
        }
        for (std::uint32_t arc = begin; arc < end && end - begin <= fewTies; ++arc) {
            const std::uint32_t hub = graph.neighbours[arc];
            const std::uint32_t ties = graph.offsets[hub + 1] - graph.offsets[hub];
            const auto* const own = graph.neighbours.data() + graph.offsets[hub];
            const auto place = static_cast<std::uint32_t>(std::find(own, own + ties, v) - own);
            for (std::uint32_t k = 1; k <= std::min(mostSiblings, ties - 1); ++k) {
                const std::uint32_t next = (place + k) % ties;
                localEnds_.push_back(own[next]);
                localDistances_.push_back(lengthOf(arc) + lengthOf(graph.offsets[hub] + next));
            }
        }
        localOffsets_.push_back(static_cast<std::uint32_t>(localEnds_.size()));
    }
}

double SparseStress::fit(std::vector<Point>& positions) const {
    State state(positions);
    state.gatherPivots(pivots_, stride_);
    // With r the picture's distance: least at the factor Σ w d r / Σ w r².
    double across = 0;
    double squares = 0;
    double all = 0;
    double total = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        for (std::size_t p = 0; p < pivots_.size(); ++p) {
            const double weight = weights_[v * stride_ + p];
            const double distance = distances_[v * stride_ + p];
            const float dx = state.x[v] - state.pivotX[p];
            const float dy = state.y[v] - state.pivotY[p];
            const double gap = std::sqrt(static_cast<double>(dx * dx + dy * dy));
            across += weight * distance * gap;
            squares += weight * gap * gap;
            all += weight * distance * distance;
            total += weight;
        }
    }
    if (!(squares > 0)) {
        return 1;
    }
    const double scale = across / squares;
    for (Point& point : positions) {
        point = {point.x * scale, point.y * scale};
    }
    return (all - scale * across) / all;
}

void SparseStress::step(State& state, const std::vector<std::uint8_t>& pinned) const {
    const std::size_t n = state.x.size();
    state.gatherPivots(pivots_, stride_);
    tbb::parallel_for(std::size_t{0}, n / blockSize + 1, [&](std::size_t block) {
        double stress = 0;
        for (std::size_t v = block * blockSize; v < std::min(n, (block + 1) * blockSize); ++v) {
            const float x = state.x[v];
            const float y = state.y[v];
            Pull pull = pullOf({distances_.data() + v * stride_, weights_.data() + v * stride_,
                                state.pivotX.data(), state.pivotY.data(), stride_},
                               x, y);
            for (std::uint32_t i = localOffsets_[v]; i < localOffsets_[v + 1]; ++i) {
                const float dx = x - state.x[localEnds_[i]];
                const float dy = y - state.y[localEnds_[i]];
                const float gap = std::sqrt(dx * dx + dy * dy + leastSquare);
                const float distance = localDistances_[i];
                const float weight = 1 / (distance * distance);
                pull.x += dx * weight * (distance / gap - 1);
                pull.y += dy * weight * (distance / gap - 1);
                pull.weight += weight;
                pull.stress += weight * (gap - distance) * (gap - distance);
            }
            stress += static_cast<double>(pull.stress);
            const bool stays = (!pinned.empty() && pinned[v] != 0) || !(pull.weight > 0);
            state.velocityX[v] = stays ? 0 : momentum * state.velocityX[v] + pull.x / pull.weight;
            state.velocityY[v] = stays ? 0 : momentum * state.velocityY[v] + pull.y / pull.weight;
        }
        state.blockStress[block] = stress;
    });
    for (std::size_t v = 0; v < n; ++v) {
        state.x[v] += state.velocityX[v];
        state.y[v] += state.velocityY[v];
    }
}

void SparseStress::minimise(std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned,
                            int rounds, const Progress& progress,
                            const std::function<void(const std::vector<Point>&)>& watch) const {
    State state(positions);
    const auto write = [&] {
        for (std::size_t v = 0; v < positions.size(); ++v) {
            if (pinned.empty() || pinned[v] == 0) {
                positions[v] = {static_cast<double>(state.x[v]), static_cast<double>(state.y[v])};
            }
        }
    };
    double before = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        progress.throwIfStopped();
        step(state, pinned);
        if (round % roundsJudged == 0) {
            const double now =
                std::accumulate(state.blockStress.begin(), state.blockStress.end(), 0.0);
            if (before - now < leastGain * roundsJudged * now && round > roundsJudged) {
                break;
            }
            before = now;
        }
        if (watch) {
            write();
            watch(positions);
        }
        progress.tell(static_cast<double>(round + 1) / rounds);
    }
    progress.tell(1);
    write();
}

} // namespace entente
