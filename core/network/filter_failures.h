#pragma once

#include "core/network/filter.h"

#include <cstdint>
#include <vector>

namespace entente {

/// One byte a row of a table.
using RowBytes = std::vector<std::uint8_t>;

/// The criteria that an element fails, a bit each, its ends' and its agreement's included. 0: it
/// passes. A facet counts what fails no other criterion than its own.
enum Failure : std::uint8_t {
    Passes = 0,
    /// Removed, hidden, outside the time window, of an edge kind not wanted: no facet undoes it.
    Excluded = 1,
    WrongSector = 2,
    WrongKind = 4,
    WrongStatus = 8,
    WrongConfidence = 16,
    WrongPolarity = 32,
};

/// Whether `failures` holds nothing but `pardoned`.
constexpr bool passes(std::uint8_t failures, std::uint8_t pardoned = Passes) {
    return (failures & ~static_cast<unsigned>(pardoned)) == 0;
}

struct FilterFailures {
    RowBytes vertices;
    RowBytes edges;
};

/// What each row fails of the criteria that ask about the row itself: all but text and
/// neighbourhood. O(vertices + edges), in parallel.
FilterFailures filterFailures(const Dossier& dossier, const Filter& filter);

/// The criteria that let less than everything through: bits of `Failure`.
std::uint8_t restrictingCriteria(const Filter& filter);

/// Whether some actors must have an edge that passes in order to be shown.
bool mayNeedEdges(const Filter& filter);

/// Whether this one must.
bool needsEdge(const Dossier& dossier, const Filter& filter, VertexIndex actor);

} // namespace entente
