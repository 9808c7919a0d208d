#pragma once

#include "core/model/dossier.h"

#include <limits>
#include <vector>

namespace entente {

/// One attribute of all vertices or all edges, its values numbered: 4 bytes a row. For filters,
/// counts and styles, which ask about many rows.
struct AttributeIndex {
    ElementKind of = ElementKind::Vertex;
    StringId name = noString;
    /// Different values, the most frequent first, equally frequent ones by their text (more than
    /// ten thousand: as they came).
    std::vector<StringId> values;
    std::vector<std::uint32_t> counts; ///< rows that have it, one a value
    std::vector<double> numbers;       ///< one a value; NaN where it is no number
    /// One a row: 0 where it has no value (or is removed), else 1 + the value's place.
    std::vector<std::uint32_t> codes;
    std::size_t absent = 0; ///< rows that are asked and have no value
    /// Bit i: some vertex (edge) of the i-th kind has a value. A criterion asks these kinds only:
    /// what is said of states says nothing of treaties.
    std::uint16_t kinds = 0;
    bool numeric = false; ///< there are values, and each is a number
    double least =
        std::numeric_limits<double>::quiet_NaN(); ///< of the numbers; NaN: there are none
    double most = std::numeric_limits<double>::quiet_NaN();

    [[nodiscard]] bool empty() const { return values.empty(); }
    [[nodiscard]] std::uint32_t code(std::uint32_t row) const {
        return row < codes.size() ? codes[row] : 0;
    }
    /// The number of a row; NaN where it has none.
    [[nodiscard]] double number(std::uint32_t row) const {
        const std::uint32_t code = this->code(row);
        return code == 0 ? std::numeric_limits<double>::quiet_NaN() : numbers[code - 1];
    }
};

/// `of`: vertices or edges. An attribute that nothing has gives an empty index.
/// O(rows + values · log values).
AttributeIndex indexAttribute(const Dossier& dossier, ElementKind of, StringId name);
AttributeIndex indexAttribute(const Dossier& dossier, ElementKind of, std::string_view name);

/// The attributes that vertices or edges (not removed) have, in the order in which they first
/// came. O(rows · attributes) at worst.
std::vector<StringId> attributeNames(const Dossier& dossier, ElementKind of);

} // namespace entente
