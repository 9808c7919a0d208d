#include "core/layout/two_layers.h"

#include <algorithm>
#include <limits>
#include <span>

namespace entente {

namespace {

constexpr int mostSweeps = 24;
constexpr int patience = 6;
constexpr int mostSiftingRounds = 12;
// What all rounds of one kind may cost, in edges.
constexpr double mostEdges = 3e6;
// What sifting a line may cost, in pairs of edges looked at.
constexpr std::size_t mostPairs = 10'000'000;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// Places along a line; `nowhere` for all that is not on it.
std::vector<std::uint32_t> placesOn(const std::vector<std::uint32_t>& line, std::size_t n) {
    std::vector<std::uint32_t> places(n, nowhere);
    for (std::uint32_t i = 0; i < line.size(); ++i) {
        places[line[i]] = i;
    }
    return places;
}

/// For each vertex of a line, in its order, the places of its neighbours on the other, ascending.
struct Facing {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> places;

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t i) const {
        return std::span(places).subspan(starts[i], starts[i + 1] - starts[i]);
    }
};

Facing facing(const LayoutGraph& graph, const std::vector<std::uint32_t>& line,
              const std::vector<std::uint32_t>& other) {
    const std::vector<std::uint32_t> placeOf = placesOn(other, graph.vertexCount());
    Facing found;
    for (const std::uint32_t v : line) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (placeOf[graph.neighbours[arc]] != nowhere) {
                found.places.push_back(placeOf[graph.neighbours[arc]]);
            }
        }
        std::sort(found.places.begin() + found.starts.back(), found.places.end());
        found.starts.push_back(static_cast<std::uint32_t>(found.places.size()));
    }
    return found;
}

enum class Middle : std::uint8_t { Mean, Median };

/// Orders a line by the middles of the neighbours on the other; what has none keeps its place.
void orderByMiddles(const LayoutGraph& graph, std::vector<std::uint32_t>& line,
                    const std::vector<std::uint32_t>& other, Middle middle, bool turnTies) {
    const Facing faces = facing(graph, line, other);
    struct Item {
        double middle = 0;
        std::uint32_t vertex = 0;
    };
    std::vector<Item> items;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::span<const std::uint32_t> places = faces.of(i);
        if (places.empty()) {
            continue;
        }
        free.push_back(i);
        double value = 0;
        if (middle == Middle::Median) {
            value = (static_cast<double>(places[(places.size() - 1) / 2]) +
                     static_cast<double>(places[places.size() / 2])) /
                    2;
        } else {
            for (const std::uint32_t place : places) {
                value += place;
            }
            value /= static_cast<double>(places.size());
        }
        items.push_back({value, line[i]});
    }
    if (turnTies) {
        std::ranges::reverse(items);
    }
    std::ranges::stable_sort(items, {}, &Item::middle);
    for (std::size_t i = 0; i < items.size(); ++i) {
        line[free[i]] = items[i].vertex;
    }
}

/// Crossings of two vertices' edges with the one before the other, less those the other way round.
std::int64_t crossingsSaved(std::span<const std::uint32_t> first,
                            std::span<const std::uint32_t> second) {
    std::int64_t saved = 0;
    std::size_t below = 0;
    std::size_t upTo = 0;
    for (const std::uint32_t place : first) {
        while (below < second.size() && second[below] < place) {
            ++below;
        }
        while (upTo < second.size() && second[upTo] <= place) {
            ++upTo;
        }
        saved += static_cast<std::int64_t>(below) - static_cast<std::int64_t>(second.size() - upTo);
    }
    return saved;
}

/// Moves each vertex of a line to where its edges cross the fewest. Gives whether any moved.
bool sift(const LayoutGraph& graph, std::vector<std::uint32_t>& line,
          const std::vector<std::uint32_t>& other, const Progress& progress) {
    const Facing faces = facing(graph, line, other);
    const std::size_t n = line.size();
    const std::size_t reach =
        std::clamp<std::size_t>(mostPairs / (faces.places.size() + n + 1), 1, n + 1);
    std::vector<std::uint32_t> order(n); // as indices into `faces`
    for (std::uint32_t i = 0; i < n; ++i) {
        order[i] = i;
    }
    std::vector<std::uint32_t> place = order;
    bool moved = false;
    for (std::uint32_t v = 0; v < n; ++v) {
        progress.throwIfStopped();
        const std::size_t at = place[v];
        std::size_t best = at;
        std::int64_t most = 0;
        std::int64_t saved = 0;
        for (std::size_t to = at; to > 0 && at - to < reach; --to) {
            saved += crossingsSaved(faces.of(order[to - 1]), faces.of(v));
            if (saved > most) {
                most = saved;
                best = to - 1;
            }
        }
        saved = 0;
        for (std::size_t to = at + 1; to < n && to - at <= reach; ++to) {
            saved += crossingsSaved(faces.of(v), faces.of(order[to]));
            if (saved > most) {
                most = saved;
                best = to;
            }
        }
        const auto offset = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
        if (best < at) {
            std::rotate(order.begin() + offset(best), order.begin() + offset(at),
                        order.begin() + offset(at) + 1);
        } else if (best > at) {
            std::rotate(order.begin() + offset(at), order.begin() + offset(at) + 1,
                        order.begin() + offset(best) + 1);
        }
        for (std::size_t i = std::min(at, best); i <= std::max(at, best); ++i) {
            place[order[i]] = static_cast<std::uint32_t>(i);
        }
        moved = moved || best != at;
    }
    std::vector<std::uint32_t> sifted(n);
    std::ranges::transform(order, sifted.begin(), [&](std::uint32_t i) { return line[i]; });
    line = std::move(sifted);
    return moved;
}

/// Connected vertices after one another, from each found at the ends of what was found first.
void orderByBreadth(const LayoutGraph& graph, TwoLayers& layers) {
    const std::vector<std::uint32_t> onLeft = placesOn(layers.left, graph.vertexCount());
    const std::vector<std::uint32_t> onRight = placesOn(layers.right, graph.vertexCount());
    std::vector<std::uint32_t> found;
    std::vector<bool> seen(graph.vertexCount(), false);
    for (const std::vector<std::uint32_t>* line : {&layers.left, &layers.right}) {
        for (const std::uint32_t start : *line) {
            if (seen[start]) {
                continue;
            }
            seen[start] = true;
            found.push_back(start);
            for (std::size_t next = found.size() - 1; next < found.size(); ++next) {
                const std::uint32_t v = found[next];
                for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                    const std::uint32_t other = graph.neighbours[arc];
                    if (!seen[other] && (onLeft[other] != nowhere || onRight[other] != nowhere)) {
                        seen[other] = true;
                        found.push_back(other);
                    }
                }
            }
        }
    }
    layers = {};
    for (const std::uint32_t v : found) {
        (onLeft[v] != nowhere ? layers.left : layers.right).push_back(v);
    }
}

} // namespace

std::uint64_t crossingsBetween(const LayoutGraph& graph, const TwoLayers& layers) {
    const Facing faces = facing(graph, layers.left, layers.right);
    // How many edges so far end at each place, as a Fenwick tree.
    std::vector<std::uint64_t> sums(layers.right.size() + 1, 0);
    std::uint64_t crossings = 0;
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < layers.left.size(); ++i) {
        for (const std::uint32_t place : faces.of(i)) {
            std::uint64_t notBeyond = 0;
            for (std::size_t at = place + 1; at > 0; at -= at & (~at + 1)) {
                notBeyond += sums[at];
            }
            crossings += before - notBeyond;
        }
        for (const std::uint32_t place : faces.of(i)) {
            for (std::size_t at = place + 1; at < sums.size(); at += at & (~at + 1)) {
                ++sums[at];
            }
            ++before;
        }
    }
    return crossings;
}

void cutCrossings(const LayoutGraph& graph, TwoLayers& layers, const Progress& progress) {
    const double edges = static_cast<double>(graph.neighbours.size()) / 2;
    const int affordable = static_cast<int>(std::clamp(mostEdges / (edges + 1), 4.0, 100.0));
    const int rounds = std::min(mostSweeps, affordable);
    const int siftingRounds = std::min(mostSiftingRounds, affordable);
    TwoLayers best = layers;
    std::uint64_t least = crossingsBetween(graph, layers);
    const auto keepIfBetter = [&](const TwoLayers& tried) {
        const std::uint64_t crossings = crossingsBetween(graph, tried);
        if (crossings < least) {
            least = crossings;
            best = tried;
            return true;
        }
        return false;
    };
    const auto sweeps = [&](Middle middle) {
        TwoLayers now = best;
        for (int sweep = 0, idle = 0; sweep < rounds && idle < patience && least > 0; ++sweep) {
            progress.throwIfStopped();
            // Ties turned round now and then lead out of dead ends.
            orderByMiddles(graph, now.right, now.left, middle, sweep % 4 == 3);
            orderByMiddles(graph, now.left, now.right, middle, sweep % 4 == 1);
            idle = keepIfBetter(now) ? 0 : idle + 1;
        }
    };
    TwoLayers byBreadth = layers;
    orderByBreadth(graph, byBreadth);
    keepIfBetter(byBreadth);
    sweeps(Middle::Mean);
    progress.tell(0.3);
    sweeps(Middle::Median);
    progress.tell(0.5);
    TwoLayers sifted = best;
    for (int round = 0; round < siftingRounds && least > 0; ++round) {
        const bool right = sift(graph, sifted.right, sifted.left, progress);
        const bool left = sift(graph, sifted.left, sifted.right, progress);
        keepIfBetter(sifted);
        if (!right && !left) {
            break;
        }
        progress.tell(0.5 + 0.5 * (round + 1) / siftingRounds);
    }
    layers = std::move(best);
}

} // namespace entente
