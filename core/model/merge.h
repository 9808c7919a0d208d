#pragma once

#include "core/model/change.h"
#include "core/model/progress.h"
#include "core/model/reconcile.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// How one dossier is brought into another, and what the user should know of it.
struct Merge {
    /// Conflicts of which a sentence is kept; those beyond are only counted.
    static constexpr std::size_t mostConflicts = 1000;

    Change change;
    std::size_t united = 0;   ///< vertices that are vertices of the dossier
    std::size_t repeated = 0; ///< vertices that are others of those that came in
    std::size_t addedVertices = 0;
    std::size_t addedEdges = 0;
    std::size_t sameEdges = 0; ///< in the dossier already, and not doubled
    std::size_t addedClaims = 0;
    std::size_t sameClaims = 0;
    std::size_t addedSources = 0;
    std::size_t sameSources = 0;
    std::size_t renamed = 0; ///< elements whose id another one has already
    std::size_t conflictCount = 0;
    std::vector<std::string> conflicts;

    /// "Into the dossier went 3 actors, …": a sentence or two.
    [[nodiscard]] std::string summary() const;
};

/// The change that brings all of `incoming` into `dossier`, whose pool takes its strings. The pairs
/// of `matches` become one vertex each, and what repeats another one becomes that, whatever their
/// certainty:
///
/// - what the dossier says is kept, and what it leaves open is taken from `incoming`: type, period,
///   place, status, ends of a period that are unknown;
/// - other names become aliases; codes, sectors, terms, renewals, quantities and notes are united;
/// - where both say different things, the incoming one is kept as an attribute ("other period") and
///   named among the conflicts.
///
/// An edge that is there already (same ends, type, kind, period and sectors) is united with that
/// one, claims and sources likewise; what takes part under several names does so once. Ids that are
/// taken get a number. A participation that would lie outside its agreement keeps its dates as an
/// attribute, and a state the period of a former name. Merging the same again changes nothing,
/// unless what came decides what was open. O(rows). Throws `Cancelled`.
Merge merge(Dossier& dossier, const Dossier& incoming, std::span<const VertexMatch> matches,
            const Progress& progress = {});

} // namespace entente
