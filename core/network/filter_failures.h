#pragma once

#include "core/network/filter.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace entente {

/// One byte a row of a table.
using RowBytes = std::vector<std::uint8_t>;

/// The criteria that an element fails, a bit each, its ends' and its agreement's included. 0: it
/// passes. A facet counts what fails no other criterion than its own.
enum Failure : std::uint8_t {
    Passes = 0,
    /// Removed, hidden, outside the time window, of an edge kind or an attribute not wanted: no
    /// facet of these undoes it.
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

/// A criterion about an attribute, worked out for each value that there is: a row costs two
/// look-ups.
class AttributeTest {
public:
    AttributeTest(const Dossier& dossier, const AttributeCriterion& criterion,
                  std::shared_ptr<const AttributeIndex> index);

    [[nodiscard]] ElementKind of() const { return index_->of; }
    /// `kind` is that of the row's vertex or edge.
    [[nodiscard]] bool passes(std::uint32_t row, unsigned kind) const {
        return (index_->kinds >> kind & 1U) == 0 || allowed_[index_->code(row)] != 0;
    }
    /// Whether it may hide ties, agreements or events, and so the actors that it leaves alone.
    [[nodiscard]] bool asksRelations() const;

private:
    std::shared_ptr<const AttributeIndex> index_;
    std::vector<std::uint8_t> allowed_; ///< one a code
};

/// Of a filter's criteria about attributes, those that restrict.
using AttributeTests = std::vector<AttributeTest>;

/// What each row fails of the criteria that ask about the row itself: all but text and
/// neighbourhood. O(vertices + edges), in parallel.
FilterFailures filterFailures(const Dossier& dossier, const Filter& filter,
                              const AttributeTests& tests);

/// The criteria that let less than everything through: bits of `Failure`.
std::uint8_t restrictingCriteria(const Filter& filter);

/// Whether some actors must have an edge that passes in order to be shown.
bool mayNeedEdges(const Filter& filter, const AttributeTests& tests);

/// Whether this one must.
bool needsEdge(const Dossier& dossier, const Filter& filter, const AttributeTests& tests,
               VertexIndex actor);

} // namespace entente
