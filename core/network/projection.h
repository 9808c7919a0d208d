#pragma once

#include "core/network/leadership.h"
#include "core/network/network.h"

#include <span>
#include <vector>

namespace entente {

/// Who stands for a row of the dossier among what is visible: itself, or the state that a folded
/// leader led at the time.
class StandIns {
public:
    StandIns(const Dossier& dossier, const Visibility& visibility, bool foldLeaders);

    /// Whether the edge and both its ends are visible.
    [[nodiscard]] bool shows(EdgeIndex edge) const;

    /// Whether the row is visible and stands for itself.
    [[nodiscard]] bool standsForItself(VertexIndex row) const {
        return visibility_.vertices[row] != 0 && !folds(row);
    }

    /// `noIndex` where the row is not visible.
    [[nodiscard]] VertexIndex of(VertexIndex row, DaySpan when) const {
        if (visibility_.vertices[row] == 0) {
            return noIndex;
        }
        return folds(row) ? leadership_.stateLed(row, when) : row;
    }

    /// Whether the edge is a term of office that folding has used up.
    [[nodiscard]] bool isFoldedTerm(EdgeIndex edge) const {
        return fold_ && leadership_.isTerm(edge) && folds(dossier_.edges().source(edge));
    }

private:
    [[nodiscard]] bool folds(VertexIndex row) const {
        return fold_ && dossier_.vertices().kind(row) == VertexKind::Leader &&
               leadership_.folds(row);
    }

    const Dossier& dossier_;
    const Visibility& visibility_;
    bool fold_;
    Leadership leadership_;
};

/// Edges between rows of the dossier, with what they stand for.
struct ProjectedEdges {
    std::vector<NetworkEdge> edges;
    std::vector<std::uint32_t> backingOffsets{0};
    std::vector<ElementRef> backing;

    void add(const NetworkEdge& edge, std::span<const ElementRef> standsFor);
    void append(const ProjectedEdges& more);
};

/// Joins blocks that were made in parallel, in their order.
ProjectedEdges concatenate(const std::vector<ProjectedEdges>& blocks);

std::int8_t signOf(Polarity polarity);

/// When a participant took part: its own period where it has one, within that of the agreement or
/// event.
DaySpan participationSpan(const Dossier& dossier, EdgeIndex participation);

ProjectedEdges projectFull(const Dossier& dossier, const StandIns& standIns);
ProjectedEdges projectAlliances(const Dossier& dossier, const Visibility& visibility,
                                const StandIns& standIns);
ProjectedEdges projectAgreements(const Dossier& dossier, const Visibility& visibility,
                                 const StandIns& standIns);

} // namespace entente
