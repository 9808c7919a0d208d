#pragma once

#include "core/model/dossier.h"
#include "ui/scene/display_list.h"
#include "ui/scene/style.h"

#include <cstdint>
#include <vector>

namespace entente::ui {

/// What colours, sizes or widths say of an attribute.
struct LegendScale {
    enum class Of : std::uint8_t { MarkColour, MarkSize, EdgeColour, EdgeWidth };
    /// A value that is shown, and its colour.
    struct Swatch {
        QRgb colour = 0;
        QString text;

        friend bool operator==(const Swatch&, const Swatch&) = default;
    };

    Of of = Of::MarkColour;
    QString attribute;            ///< empty: as the file has it, which means what it means there
    std::vector<Swatch> swatches; ///< of single values; empty: none, or numbers
    std::vector<QRgb> ramp;       ///< colours of numbers, from the least to the largest
    double least = 0;             ///< of the attribute; where there are no swatches
    double most = 0;

    friend bool operator==(const LegendScale&, const LegendScale&) = default;
};

/// What a picture shows, and so what its legend has to explain.
struct LegendContents {
    SectorSet sectors = 0;        ///< of strands, sheets and events
    bool plain = false;           ///< strands in no sector
    std::uint8_t confidences = 0; ///< bit i: the i-th confidence
    std::uint8_t kinds = 0;       ///< bit i: the i-th kind of vertex
    bool conflict = false;
    bool arrows = false;
    bool pins = false;
    bool communities = false; ///< marks that stand for many
    std::vector<LegendScale> scales; ///< of attributes

    friend bool operator==(const LegendContents&, const LegendContents&) = default;
};

/// One line of a legend: a sample, drawn in a box `legendSampleSize` with its corner at the origin,
/// and what it means.
struct LegendEntry {
    DisplayList sample;
    QString text;
    bool startsGroup = false; ///< a little space before it
    bool heading = false;     ///< of the entries after it; has no sample
};

inline constexpr QSizeF legendSampleSize{36, 16};

std::vector<LegendEntry> legendEntries(const LegendContents& contents, const Dossier& dossier,
                                       const Style& style);

/// Entries in a column (two where there are many) on a card, its corner at the origin; `bounds` is
/// the card. No entries: nothing.
DisplayList legendCard(const std::vector<LegendEntry>& entries, const Style& style);

/// Entries one after the other in rows at most `width` wide, without a card: for figures.
DisplayList legendRows(const std::vector<LegendEntry>& entries, const Style& style, qreal width);

/// Where a card of `size` hides least of a picture: one of the four corners of `view`, `margin`
/// from its edges; marks count most, then labels, then strands. `preferred` (0 top left, 1 top
/// right, 2 bottom left, 3 bottom right) wins ties. The list's coordinates are the view's.
QPointF emptiestCorner(const DisplayList& list, const QRectF& view, QSizeF size, qreal margin,
                       int preferred = 0);

} // namespace entente::ui
