#include "core/network/neighbourhood.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <utility>

namespace entente {

namespace {

constexpr EdgeIndex mostEdges = 0x7FFFFFFF;
constexpr std::size_t frontGrain = 512;

/// Whether the edge belongs into the adjacency at all.
bool joins(const Dossier& dossier, EdgeIndex row) {
    const EdgeTable& edges = dossier.edges();
    const std::size_t vertices = dossier.vertices().size();
    return !edges.removed(row) && edges.source(row) < vertices && edges.target(row) < vertices;
}

using Front = std::vector<VertexIndex>;

/// How far the walk is with a vertex. It is entered from one place only: by the edges of half a hop
/// at once, since nothing nearer is left; by ties only if nothing comes before them.
enum Stage : std::uint8_t { Unseen, ExpectedByTie, Entered };

/// Vertices that are the same number of half hops away.
struct Level {
    Front entered;
    Front expected; ///< by ties; some may have been entered before

    [[nodiscard]] bool empty() const { return entered.empty() && expected.empty(); }
};

/// Walks from the centres outwards, half a hop at a time.
class Walk {
public:
    Walk(const Dossier& dossier, const Incidence& incidence, const FilterFailures& failures,
         std::uint8_t pardoned, const NeighbourhoodQuery& query)
        : vertices_(dossier.vertices()), incidence_(incidence), failures_(failures),
          pardoned_(pardoned), query_(query), progress_(vertices_.size(), Unseen) {}

    RowBytes run() {
        // What is `n` half hops away waits in waiting_[n % 3]: no edge is longer than two of them.
        for (const VertexIndex row : query_.centres) {
            if (admits(row) && progress_[row] == Unseen) {
                const bool halfWay = !isActor(vertices_.kind(row)) && query_.hops > 0;
                progress_[row] = Entered;
                waiting_[halfWay ? 1 : 0].entered.push_back(row);
            }
        }
        const std::uint64_t furthest = std::uint64_t{query_.hops} * 2;
        for (std::uint64_t half = 0; half <= furthest && somethingWaits(); ++half) {
            const Level level = std::exchange(waiting_[half % 3], {});
            Level& next = waiting_[(half + 1) % 3];
            Level& afterNext = waiting_[(half + 2) % 3];
            leaveFrom(level.entered, false, half == furthest, next, afterNext);
            leaveFrom(level.expected, true, half == furthest, next, afterNext);
        }
        for (const VertexIndex row : query_.rim) {
            if (admits(row)) {
                progress_[row] = Entered;
            }
        }
        for (std::uint8_t& cell : progress_) {
            cell = cell == Entered ? 1 : 0;
        }
        return std::move(progress_);
    }

private:
    [[nodiscard]] bool somethingWaits() const {
        return !std::ranges::all_of(waiting_, &Level::empty);
    }

    [[nodiscard]] bool isWithin(VertexIndex row) const {
        return query_.within.empty() || query_.within[row] != 0;
    }

    [[nodiscard]] bool admits(VertexIndex row) const {
        return row < vertices_.size() && passes(failures_.vertices[row], pardoned_) &&
               isWithin(row);
    }

    /// Puts the neighbours of the front where they wait, unless this is the last step.
    void leaveFrom(const Front& front, bool expected, bool last, Level& next, Level& afterNext) {
        std::mutex joining;
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, front.size(), frontGrain),
                          [&](const tbb::blocked_range<std::size_t>& range) {
                              Front near;
                              Front far;
                              for (std::size_t i = range.begin(); i != range.end(); ++i) {
                                  if ((!expected || enter(front[i])) && !last) {
                                      look(front[i], near, far);
                                  }
                              }
                              // Their order does not matter: only what is entered is kept.
                              const std::scoped_lock lock(joining);
                              next.entered.insert(next.entered.end(), near.begin(), near.end());
                              afterNext.expected.insert(afterNext.expected.end(), far.begin(),
                                                        far.end());
                          });
    }

    /// False where the walk has been there before.
    bool enter(VertexIndex row) {
        return std::atomic_ref(progress_[row]).exchange(Entered, std::memory_order_relaxed) !=
               Entered;
    }

    /// False where the walk has been there, or a tie leads there already.
    bool expect(VertexIndex row) {
        std::uint8_t unseen = Unseen;
        return std::atomic_ref(progress_[row])
            .compare_exchange_strong(unseen, ExpectedByTie, std::memory_order_relaxed);
    }

    void look(VertexIndex row, Front& near, Front& far) {
        for (const Incidence::Arc arc : incidence_.at(row)) {
            const std::uint8_t progress =
                std::atomic_ref(progress_[arc.other]).load(std::memory_order_relaxed);
            const bool tie = arc.isTie != 0;
            if (progress == Entered || (tie && progress == ExpectedByTie) ||
                !passes(failures_.edges[arc.edge], pardoned_) || !isWithin(arc.other)) {
                continue;
            }
            if (tie ? expect(arc.other) : enter(arc.other)) {
                (tie ? far : near).push_back(arc.other);
            }
        }
    }

    const VertexTable& vertices_;
    const Incidence& incidence_;
    const FilterFailures& failures_;
    std::uint8_t pardoned_;
    const NeighbourhoodQuery& query_;
    RowBytes progress_;
    std::array<Level, 3> waiting_;
};

} // namespace

Incidence::Incidence(const Dossier& dossier) : offsets_(dossier.vertices().size() + 1, 0) {
    const EdgeTable& edges = dossier.edges();
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (joins(dossier, row)) {
            ++offsets_[edges.source(row) + 1];
            ++offsets_[edges.target(row) + 1];
        }
    }
    for (std::size_t i = 1; i < offsets_.size(); ++i) {
        offsets_[i] += offsets_[i - 1];
    }
    arcs_.resize(offsets_.back());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (joins(dossier, row)) {
            const EdgeIndex isTie = edges.kind(row) == EdgeKind::Tie ? 1 : 0;
            arcs_[next[edges.source(row)]++] = {edges.target(row), row & mostEdges, isTie & 1U};
            arcs_[next[edges.target(row)]++] = {edges.source(row), row & mostEdges, isTie & 1U};
        }
    }
}

RowBytes neighbourhood(const Dossier& dossier, const Incidence& incidence,
                       const FilterFailures& failures, std::uint8_t pardoned,
                       const NeighbourhoodQuery& query) {
    return Walk(dossier, incidence, failures, pardoned, query).run();
}

} // namespace entente
