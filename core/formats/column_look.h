#pragma once

#include "core/formats/date_format.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente {

/// Whether the text is a number in some writing: with points, commas, blanks or an exponent.
bool looksLikeNumber(std::string_view text);

/// What the values of a column look like.
struct ColumnLook {
    std::vector<std::string_view> values; ///< that are not empty
    std::unordered_set<std::string_view> distinct;
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t letters = 0;        ///< bytes of all values
    std::size_t addresses = 0;      ///< of the web
    std::size_t decimalCommas = 0;  ///< numbers whose comma can only stand before decimals
    std::size_t otherMarks = 0;     ///< whose comma can only part thousands, or that have one point
    std::size_t doubtfulCommas = 0; ///< whose comma may be either
    DateEvidence dates;             ///< of `values`, when they are all there

    /// Takes a value in, which must outlive this.
    void add(std::string_view value);

    /// Of the values that are not empty.
    [[nodiscard]] double share(std::size_t count) const;
    /// Most values are dates.
    [[nodiscard]] bool isDate() const;
    /// Nearly all are numbers.
    [[nodiscard]] bool isNumber() const;
    /// Enough are dates, or numbers, for a column whose name speaks of them.
    [[nodiscard]] bool hasDates() const;
    [[nodiscard]] bool hasNumbers() const;
    /// The decimal mark that its numbers show; 0 where they show none, or both.
    [[nodiscard]] char decimal() const;
    /// The values count the rows: 1, 2, 3, …
    [[nodiscard]] bool isCount() const;
    /// What parts several names in one field; empty where fields hold one each.
    [[nodiscard]] std::string listMark() const;
};

/// Values that both columns have, as a share of those of the one that has fewer. O(values).
double sharedValues(const ColumnLook& first, const ColumnLook& second);

} // namespace entente
