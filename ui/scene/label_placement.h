#pragma once

#include <QLineF>
#include <QRectF>
#include <QSizeF>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::ui {

/// A label that wants a place beside its mark.
struct LabelWish {
    QRectF mark;                ///< the box of the mark that it names
    QSizeF size;                ///< of the text block
    double importance = 0;      ///< higher is served first
    std::uint32_t tieBreak = 0; ///< lower is served first among equals
    /// The side where it was in the last frame: it is served before those that were nowhere, and
    /// stays there as long as there is room.
    std::optional<std::uint8_t> side = std::nullopt;
};

/// Where a label goes: at which side of its mark, of eight.
struct LabelPlace {
    QRectF box;
    std::uint8_t side = 0;

    friend bool operator==(const LabelPlace&, const LabelPlace&) = default;
};

/// What labels have to keep clear of.
struct LabelObstacles {
    std::vector<QRectF> marks;   ///< must not be covered
    std::vector<QLineF> strands; ///< better not crossed
    QRectF view = {};            ///< not left where the mark is in it; null: no bounds
};

/// Gives each wish the box of its text, or nothing where there is no room. No two boxes overlap,
/// and none covers a mark. The most important are served first, ties by number, so that the result
/// depends on nothing but its arguments. Places below a mark are preferred, then above, right and
/// left (after Christensen, Marks and Shieber 1995), unless strands run there.
/// About O(n log n) where labels are spread out.
std::vector<std::optional<LabelPlace>> placeLabels(std::span<const LabelWish> wishes,
                                                   const LabelObstacles& obstacles);

} // namespace entente::ui
