#pragma once

#include "core/model/dossier.h"
#include "ui/scene/display_list.h"

#include <QColor>
#include <QFont>

#include <string>

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
    QColor communityFill; ///< of marks that stand for many
    QColor accent;   ///< selection, links, focus
    QColor conflict; ///< bars across conflictual ties

    static const Colours& of(Theme theme);
};

/// What decides how one thing about marks or edges looks.
struct LookSource {
    enum class From : std::uint8_t {
        Entente, ///< sectors, numbers of ties, weights
        Values,  ///< an attribute, each value for itself; colours only
        Numbers, ///< an attribute, from its least to its largest number
        File,    ///< what the file says itself: "color" and "size", edges' "color" and "thickness"
    };
    From from = From::Entente;
    std::string attribute; ///< its name, for values and numbers

    friend bool operator==(const LookSource&, const LookSource&) = default;
};

/// What marks and edges of the network are coloured and sized by. What names an attribute that a
/// dossier does not have is as Entente has it.
struct Looks {
    LookSource markColour;
    LookSource markSize;
    LookSource edgeColour;
    LookSource edgeWidth;

    friend bool operator==(const Looks&, const Looks&) = default;
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
    Looks looks;

    [[nodiscard]] const Colours& colours() const { return Colours::of(theme); }
};

Shape shapeOf(VertexKind kind);
Dash dashOf(Confidence confidence);
/// A colour as it is shown on the theme's ground: dark ones are lighter on a dark one.
QColor onGround(const QColor& colour, Theme theme);
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
