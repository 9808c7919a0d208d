#pragma once

#include "core/model/dossier.h"
#include "ui/scene/display_list.h"

#include <QColor>
#include <QFont>

namespace entente::ui {

enum class Theme : std::uint8_t { Light, Dark };

/// The colours of one theme. Text on ground has a contrast of 4.5:1 or more.
struct Colours {
    QColor ground; ///< of views and figures
    QColor panel;  ///< of docks, bars and headers
    QColor text;
    QColor quietText; ///< secondary text
    QColor line;      ///< grid lines and separators
    QColor outline;   ///< of marks
    QColor markFill;
    QColor accent;   ///< selection, links, focus
    QColor conflict; ///< bars across conflictual ties

    static const Colours& of(Theme theme);
};

/// How elements look: the same on screen, in legends and on the page.
struct Style {
    Theme theme = Theme::Light;
    /// Empty: the label as the dossier has it; else a BCP 47 language ("original": the element's
    /// own script) where the element has a name in it.
    QString labelLanguage;
    QFont font; ///< its family is used, its size is not
    /// Sectors' signs on their strands: for print in grey and for eyes that see few colours.
    bool sectorGlyphs = false;
    /// How closely edges between the same two regions run together: 0 (all straight) to 1.
    double bundling = 0;

    [[nodiscard]] const Colours& colours() const { return Colours::of(theme); }
};

Shape shapeOf(VertexKind kind);
Dash dashOf(Confidence confidence);
/// The colour of a sector on the theme's ground.
QColor sectorColour(const Sector& sector, Theme theme);
/// A darker or lighter edge for colours that would be lost on the ground; else transparent.
QColor sectorCasing(const Sector& sector, Theme theme);
/// For elements in no sector.
QColor plainColour(Theme theme);
/// `colour` with a share (0 to 1) of `other` in it; opaque.
QColor mixed(const QColor& colour, const QColor& other, qreal share);
/// The font in which a label of that size is drawn, and so must be measured.
QFont labelFont(QFont family, float pixelSize, bool bold);
/// The box that a label takes when drawn in that font.
QRectF labelBox(const Label& label, const QFont& family);

} // namespace entente::ui
