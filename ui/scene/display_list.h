#pragma once

#include "core/model/element.h"

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <vector>

namespace entente::ui {

/// The outline of a mark; one for each kind of vertex.
enum class Shape : std::uint8_t {
    Circle,        ///< state
    RoundedSquare, ///< leader
    Hexagon,       ///< organisation
    Diamond,       ///< group
    Rectangle,     ///< company
    Dot,           ///< actor of no stated kind
    Sheet,         ///< agreement: a page with a folded corner
    Triangle,      ///< event
};

/// How a line is dashed; lengths are multiples of its width.
enum class Dash : std::uint8_t {
    Solid,     ///< confirmed
    LongDash,  ///< reported
    Dotted,    ///< alleged
    ShortDash, ///< planned
};

/// A shape filled and outlined, centred on a point.
struct Mark {
    QPointF centre;
    float radius = 0; ///< of the circle that has the shape's area
    Shape shape = Shape::Circle;
    QColor fill;
    QColor outline;
    float outlineWidth = 1.5F;
    bool pinned = false;   ///< carries the pin mark
    bool selected = false; ///< carries the selection glow
    float opacity = 1;     ///< below 1: in the background (neighbourhood highlight)
    ElementRef element;
};

/// A line or curve, with what it carries along.
struct Strand {
    QPointF from;
    QPointF control; ///< of the quadratic curve; unused where `straight`
    QPointF to;
    bool straight = true;
    QColor colour;
    /// Drawn under the colour, a little wider, where it is not transparent (yellow on white).
    QColor casing;
    float width = 2;
    Dash dash = Dash::Solid;
    bool arrowAtEnd = false;
    bool conflictBar = false; ///< a short red bar across the middle
    bool selected = false;
    float opacity = 1;
    float headOpacity = 1;        ///< of its arrowhead
    ElementRef element;           ///< what it stands for in the dossier, where it is one element
    std::uint32_t edge = noIndex; ///< network edge
    QColor barColour{0xB0, 0x12, 0x23}; ///< of the conflict bar
    float barReach = 7;                 ///< of the conflict bar to each side
};

/// How a bar of the timeline ends.
enum class BarEnd : std::uint8_t {
    Square, ///< an exact date, rounded a little
    Fade,   ///< open
    Ragged, ///< unknown
    Soft,   ///< approximate or of low precision
};

/// A horizontal bar: an agreement in force, a term of office.
struct Bar {
    QRectF rect;
    QColor colour;
    QColor outline; ///< transparent: none
    BarEnd begin = BarEnd::Square;
    BarEnd end = BarEnd::Square;
    Dash dash = Dash::Solid; ///< planned and alleged bars are broken
    bool selected = false;
    float opacity = 1;
    ElementRef element;
};

/// A small filled sign: the glyph of a sector.
struct Glyph {
    QPainterPath path;
    QColor colour;
    QColor halo; ///< transparent: none
    float opacity = 1;
};

/// One line of text.
struct Label {
    enum class Anchor : std::uint8_t { Left, Centre, Right };

    QString text;
    QPointF position; ///< on the base line; the anchor says which point of the text
    Anchor anchor = Anchor::Centre;
    float pixelSize = 13;
    bool bold = false;
    QColor colour;
    QColor halo; ///< transparent: none
    float opacity = 1;
    ElementRef element;
};

/// Everything that one picture shows, in drawing order within each array: bands and rules first,
/// then strands, bars, overlays, glyphs, marks, labels. Screen, print and export all draw this and
/// nothing else. Coordinates are logical pixels, y down.
struct DisplayList {
    QColor ground;
    QFont font;                ///< the family of all labels; sizes are the labels' own
    QRectF bounds;             ///< of all that is drawn, labels included
    std::vector<Bar> bands;    ///< in the background
    std::vector<Strand> rules; ///< grid lines and ticks, in the background
    std::vector<Strand> strands;
    std::vector<Bar> bars;
    std::vector<Strand> overlays; ///< ticks on bars, lineage arrows
    std::vector<Glyph> glyphs;
    std::vector<Mark> marks;
    std::vector<Label> labels;
};

/// Adds what `more` shows, moved by `offset`; ground, font and bounds stay those of `list`.
void append(DisplayList& list, const DisplayList& more, QPointF offset);

/// The list drawn larger or smaller about the origin, lines and text as well.
DisplayList scaledList(DisplayList list, qreal factor);

} // namespace entente::ui
