#pragma once

#include "core/network/network.h"
#include "ui/scene/network_plan.h"

#include <cstdint>
#include <span>
#include <vector>

namespace entente::ui {

/// Which record of a table that the graphics card keeps each strand of a network has. Records name
/// the dossier's rows, and an edge that a filter hides keeps its records for when it comes back, so
/// that a filter sends no more than a list of what is drawn and the records that it has changed.
class StrandSlots {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// What the card has to be sent.
    struct Update {
        /// Records next to each other.
        struct Piece {
            std::size_t slot = 0;
            std::size_t begin = 0; ///< in `records`
            std::size_t count = 0;
        };
        bool anew = false; ///< nothing of what the card has is of use any more
        std::vector<PlannedStrand> records;
        std::vector<Piece> pieces;
    };

    /// Finds the strands and overlays of these edges of a network, ascending, their records. Edges
    /// that were there under another filter are known again by what they join or stand for.
    /// O(edges + known edges), and a sort where the network has its edges in another order.
    Update update(const NetworkPlan& plan, const Network& network,
                  std::span<const std::uint32_t> edges);

    /// How many records there are, hidden ones included.
    [[nodiscard]] std::size_t size() const { return prints_.size(); }
    /// Where an edge's records begin: its strands, then its overlays; `none` of other edges than
    /// the update was asked for.
    [[nodiscard]] std::uint32_t slotOf(std::uint32_t edge) const { return slotOfEdge_[edge]; }
    /// A strand or overlay as the card has it: between rows, and of no edge.
    [[nodiscard]] static PlannedStrand record(PlannedStrand strand, const Network& network);

private:
    struct Run {
        std::uint64_t key = 0;
        std::uint32_t slot = 0;
        std::uint32_t count = 0;
    };
    struct Wanted {
        std::uint64_t key = 0;
        std::uint32_t edge = 0;
        std::uint32_t count = 0; ///< records
    };

    class OverlayIndex;

    [[nodiscard]] bool place(const std::vector<Wanted>& wanted);
    [[nodiscard]] Update differences(const NetworkPlan& plan, const Network& network,
                                     const OverlayIndex& overlays,
                                     const std::vector<Wanted>& wanted);

    std::vector<Run> runs_;             ///< of all known edges, by key
    std::vector<std::uint64_t> prints_; ///< of the records that the card has
    std::vector<std::uint32_t> slotOfEdge_;
};

} // namespace entente::ui
