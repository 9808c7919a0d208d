#pragma once

#include "core/network/network.h"
#include "ui/scene/display_list.h"
#include "ui/scene/legend.h"
#include "ui/scene/style.h"

#include <QColor>

#include <cstdint>
#include <span>
#include <vector>

namespace entente::ui {

/// The mark of a network vertex, wherever it lies.
struct PlannedMark {
    float radius = 0; ///< in pixels at a mark scale of 1
    QRgb fill = 0;
    Shape shape = Shape::Circle;
};

enum class StrandForm : std::uint8_t {
    Line,
    ConflictBar, ///< across all strands of an edge, in its middle
    Arrowhead,   ///< over all strands of an edge, at its end
};

/// A strand between two marks, or what lies over all strands of an edge: a reference to the marks,
/// not a place, so that it holds while they move and at every zoom. 24 bytes, read as they are by
/// the graphics card.
struct PlannedStrand {
    /// `slot`, `places` and `span` count the distances between neighbouring strands by this much.
    static constexpr double unit = 1.0 / 20;
    /// `strength` and `widest` count by this much of the usual width.
    static constexpr double strengthUnit = 1.0 / 200;

    std::uint32_t from = 0; ///< network vertex
    std::uint32_t to = 0;
    std::uint32_t edge = 0;  ///< network edge
    std::int16_t slot = 0;   ///< place across the bundle of the pair; 0: on the centre line
    std::int16_t places = 0; ///< from the first to the last place of the bundle
    std::int16_t span = 0;   ///< from the first to the last strand of the edge
    std::uint8_t strength = 200;
    std::uint8_t widest = 200; ///< strength of the bundle's widest strand
    std::uint8_t colour = 0;   ///< in the plan's colours
    StrandForm form = StrandForm::Line;
    Dash dash = Dash::Solid;
    bool arrow = false; ///< a line with an arrowhead of its own
};
static_assert(sizeof(PlannedStrand) == 24);

/// What is drawn for a network at every zoom and wherever its vertices lie; compact, since networks
/// may have a million edges.
struct NetworkPlan {
    std::size_t edgeCount = 0;
    std::size_t strandCount = 0; ///< of the network, also where this is a part of its plan
    std::vector<PlannedMark> marks;          ///< one a network vertex
    std::vector<float> importance;           ///< one a network vertex: whose name is served first
    std::vector<std::uint32_t> byImportance; ///< network vertices, the most important first
    std::vector<PlannedStrand> strands;      ///< in drawing order: those of the strongest ties last
    std::vector<PlannedStrand> overlays;     ///< conflict bars, arrowheads of several strands
    std::vector<std::uint32_t> firstStrands; ///< one an edge: where its strands begin
    /// Of strands: sectors, then the three below. Where edges are coloured by an attribute, its
    /// colours are in the places that no sector has.
    std::vector<QColor> colours;
    std::vector<QColor> casings; ///< one a colour; transparent: none
    LegendContents legend;       ///< without pins
    /// Fills say more than outlines do: marks keep them from far, too.
    bool colouredMarks = false;

    static constexpr std::size_t plain = mostSectors; ///< colour of what is in no sector
    static constexpr std::size_t conflict = mostSectors + 1;
    static constexpr std::size_t quiet = mostSectors + 2;

    /// Of memory.
    [[nodiscard]] std::size_t bytes() const;
    /// An edge's own, which stand together. O(1).
    [[nodiscard]] std::span<const PlannedStrand> strandsOf(std::uint32_t edge) const;
    /// The same of what lies over them. O(log m).
    [[nodiscard]] std::span<const PlannedStrand> overlaysOf(std::uint32_t edge) const;
};

/// The sectors whose strands are drawn under a filter: those that it asks for.
SectorSet drawnSectors(const Filter& filter);

/// Plans a network: one strand for each sector of an edge that is in `sectors` (a plain one if none
/// is), all edges of a pair side by side. O(m log m), in parallel; the same whatever the number of
/// threads.
NetworkPlan planNetwork(const Dossier& dossier, const Network& network, const Style& style,
                        SectorSet sectors = allSectors);

} // namespace entente::ui
