#include "ui/render/strand_slots.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>

namespace entente::ui {

namespace {

constexpr std::size_t grain = 8192;
/// Records that are used no more are kept up to as many as are used, and these.
constexpr std::size_t spare = 4096;
/// Sending more pieces than one for so many edges takes longer than sending all.
constexpr std::size_t edgesAPiece = 16;

/// What an edge is known by under every filter: the tie that it stands for, or whom it joins.
std::uint64_t keyOf(const Network& network, std::uint32_t edge) {
    const std::span<const ElementRef> backing = network.backing(edge);
    if (network.options().projection == Projection::Full && backing.size() == 1) {
        return backing.front().index;
    }
    const NetworkEdge& each = network.edges()[edge];
    const std::uint64_t source = network.element(each.source);
    const std::uint64_t target = network.element(each.target);
    return (std::min(source, target) << 33U) | (std::max(source, target) << 2U) |
           static_cast<std::uint64_t>(1 - each.sign);
}

/// Nearly never the same for different records, and never 0.
std::uint64_t printOf(const PlannedStrand& strand) {
    std::array<std::uint64_t, 3> words{};
    static_assert(sizeof(words) == sizeof(strand));
    std::memcpy(words.data(), &strand, sizeof(words));
    std::uint64_t print = 0x9E3779B97F4A7C15U;
    for (const std::uint64_t word : words) {
        print = (print ^ word) * 0xD6E8FEB86659FD93U;
        print ^= print >> 32U;
    }
    return print | 1U;
}

void add(StrandSlots::Update& update, std::size_t slot, const PlannedStrand& record) {
    if (update.pieces.empty() || update.pieces.back().slot + update.pieces.back().count != slot) {
        update.pieces.push_back({slot, update.records.size(), 0});
    }
    ++update.pieces.back().count;
    update.records.push_back(record);
}

template <typename Body>
void forEachRange(std::size_t count, const Body& body) {
    const std::size_t parts = (count + grain - 1) / grain;
    tbb::parallel_for(std::size_t{0}, parts, [&](std::size_t part) {
        body(part, part * grain, std::min(count, (part + 1) * grain));
    });
}

} // namespace

/// The overlays of edges, as they follow one another in the plan.
class StrandSlots::OverlayIndex {
public:
    /// `all`: so many edges will be asked for that it is worth while to look at all overlays first.
    OverlayIndex(const NetworkPlan& plan, bool all) : plan_(plan) {
        if (plan.overlays.empty() || !all) {
            return;
        }
        firsts_.resize(plan.edgeCount, static_cast<std::uint32_t>(plan.overlays.size()));
        for (std::size_t i = plan.overlays.size(); i-- > 0;) {
            firsts_[plan.overlays[i].edge] = static_cast<std::uint32_t>(i);
        }
    }

    [[nodiscard]] std::span<const PlannedStrand> of(std::uint32_t edge) const {
        if (firsts_.empty()) {
            return plan_.overlaysOf(edge);
        }
        const std::size_t first = firsts_[edge];
        std::size_t end = first;
        while (end < plan_.overlays.size() && plan_.overlays[end].edge == edge) {
            ++end;
        }
        return std::span(plan_.overlays).subspan(first, end - first);
    }

private:
    const NetworkPlan& plan_;
    std::vector<std::uint32_t> firsts_; ///< one an edge; empty: the plan has to be asked
};

PlannedStrand StrandSlots::record(PlannedStrand strand, const Network& network) {
    strand.from = network.element(strand.from);
    strand.to = network.element(strand.to);
    strand.edge = 0;
    return strand;
}

/// Gives each edge its records; false where too many would be left that nothing uses.
bool StrandSlots::place(const std::vector<Wanted>& wanted) {
    std::vector<Run> come;
    std::size_t used = 0;
    std::size_t size = prints_.size();
    auto run = runs_.begin();
    for (const Wanted& each : wanted) {
        used += each.count;
        while (run != runs_.end() && run->key < each.key) {
            ++run;
        }
        const bool known = run != runs_.end() && run->key == each.key;
        if (!known || run->count < each.count) {
            const Run made{each.key, static_cast<std::uint32_t>(size), each.count};
            size += each.count;
            if (known) {
                *run = made;
            } else {
                come.push_back(made);
            }
            slotOfEdge_[each.edge] = made.slot;
        } else {
            slotOfEdge_[each.edge] = run->slot;
        }
        if (known) {
            ++run; // Another edge with the same key has the next run.
        }
    }
    if (size > 2 * used + spare) {
        return false;
    }
    prints_.resize(size, 0);
    if (!come.empty()) {
        const auto middle = static_cast<std::ptrdiff_t>(runs_.size());
        runs_.insert(runs_.end(), come.begin(), come.end());
        std::inplace_merge(runs_.begin(), runs_.begin() + middle, runs_.end(),
                           [](const Run& a, const Run& b) { return a.key < b.key; });
    }
    return true;
}

StrandSlots::Update StrandSlots::update(const NetworkPlan& plan, const Network& network,
                                        std::span<const std::uint32_t> edges) {
    const OverlayIndex overlays(plan, edges.size() > plan.edgeCount / 8);
    std::vector<Wanted> wanted(edges.size());
    forEachRange(edges.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t edge = edges[i];
            wanted[i] = {
                keyOf(network, edge), edge,
                static_cast<std::uint32_t>(plan.strandsOf(edge).size() + overlays.of(edge).size())};
        }
    });
    const auto before = [](const Wanted& a, const Wanted& b) {
        return a.key != b.key ? a.key < b.key : a.edge < b.edge;
    };
    if (!std::ranges::is_sorted(wanted, before)) {
        tbb::parallel_sort(wanted.begin(), wanted.end(), before);
    }

    slotOfEdge_.assign(network.edgeCount(), none);
    bool anew = prints_.empty();
    for (;;) {
        if (place(wanted)) {
            Update update = differences(plan, network, overlays, wanted);
            update.anew = anew;
            if (anew || update.pieces.size() <= 1 + wanted.size() / edgesAPiece) {
                return update;
            }
        }
        runs_.clear();
        prints_.clear();
        anew = true;
    }
}

/// The records that are not as the card has them.
StrandSlots::Update StrandSlots::differences(const NetworkPlan& plan, const Network& network,
                                             const OverlayIndex& overlays,
                                             const std::vector<Wanted>& wanted) {
    std::vector<Update> parts((wanted.size() + grain - 1) / grain);
    forEachRange(wanted.size(), [&](std::size_t part, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            std::size_t slot = slotOfEdge_[wanted[i].edge];
            for (const auto strands :
                 {plan.strandsOf(wanted[i].edge), overlays.of(wanted[i].edge)}) {
                for (const PlannedStrand& strand : strands) {
                    const PlannedStrand made = record(strand, network);
                    const std::uint64_t print = printOf(made);
                    if (prints_[slot] != print) {
                        prints_[slot] = print;
                        add(parts[part], slot, made);
                    }
                    ++slot;
                }
            }
        }
    });
    Update update;
    std::size_t count = 0;
    for (const Update& part : parts) {
        count += part.records.size();
    }
    update.records.reserve(count);
    for (Update& part : parts) {
        for (Update::Piece piece : part.pieces) {
            piece.begin += update.records.size();
            update.pieces.push_back(piece);
        }
        update.records.insert(update.records.end(), part.records.begin(), part.records.end());
        part = {};
    }
    return update;
}

} // namespace entente::ui
