#pragma once

#include "core/network/filter.h"

#include <vector>

namespace entente::ui {

/// How many of the visible agreements were in force in each year, by sector. An agreement in two
/// sectors counts in both.
struct SectorYears {
    int firstYear = 0;
    struct Series {
        std::size_t sector = 0;          ///< `mostSectors`: in no sector
        std::vector<std::size_t> counts; ///< one a year
    };
    std::vector<Series> series; ///< only sectors that have any, in the dossier's order

    [[nodiscard]] std::size_t years() const {
        return series.empty() ? 0 : series.front().counts.size();
    }
    [[nodiscard]] bool empty() const { return series.empty(); }
};

/// `extent` bounds what is open at an end. Agreements without any date are left out.
/// O(agreements × sectors + years).
SectorYears agreementsByYear(const Dossier& dossier, const Visibility& visibility, DaySpan extent);

/// An actor's visible ties; a tie in k sectors gives each of them 1/k, so that shares sum to ties.
struct ActorTies {
    VertexIndex actor = noIndex;
    std::size_t ties = 0;
    std::vector<double> shares; ///< by sector; the last: in no sector
};

/// The actors with the most ties, most first; ties in number by the order of the dossier. O(edges).
std::vector<ActorTies> tiesByActor(const Dossier& dossier, const Visibility& visibility,
                                   std::size_t most);

} // namespace entente::ui
