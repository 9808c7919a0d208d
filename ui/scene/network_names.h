#pragma once

#include "ui/scene/network_scene.h"

#include <QLineF>
#include <QStringList>

#include <map>
#include <unordered_map>
#include <vector>

namespace entente::ui {

/// The names beside the marks of a network, as far as there is room, and the codes inside them.
/// Remembers from frame to frame: a name that is in sight stays at its side of its mark as long as
/// there is room, so that moving the camera makes nothing jump; what comes and what goes does so
/// softly.
class NetworkNames {
public:
    struct Frame {
        const Dossier& dossier;
        const Network& network;
        const NetworkPlan& plan;
        const Style& style;
        const NetworkSceneOptions& options;
        /// Those that may be named, and that names keep off.
        const std::vector<Mark>& marks;
        /// What names had better not lie on.
        const std::vector<QLineF>& strandAxes;
        /// Names of marks in it had better not leave it; null while it moves.
        QRectF view = {};
        /// What lies over the picture: no name goes beneath it, nor is what it hides named.
        std::vector<QRectF> covers = {};
        double milliseconds = 0; ///< since the last frame; names come and go within 150
        bool transitions = false;
    };

    /// Labels in the coordinates of the marks. About a microsecond a mark beside the placing.
    std::vector<Label> arrange(const Frame& frame);
    /// Whether names are coming or going: another frame should follow.
    [[nodiscard]] bool isChanging() const { return changing_; }
    /// Forgets all: before another network or style.
    void clear();

private:
    struct Text {
        QStringList lines;
        QSizeF size;
    };
    struct Shown {
        QPointF offset; ///< of the box from the mark's centre
        std::uint8_t side = 0;
        float opacity = 0;
        bool placed = false; ///< in this frame
    };
    struct Naming {
        const Mark* mark;
        std::uint32_t vertex;
        const Text* text;
        float pixelSize;
        bool bold;
        bool faded;
    };

    [[nodiscard]] std::vector<Naming> candidates(const Frame& frame);
    const Text& textOf(const Frame& frame, VertexIndex row, float pixelSize, bool bold);
    void place(const Frame& frame, const std::vector<Naming>& namings);
    void fade(const Frame& frame);
    void addName(const Frame& frame, const Naming& naming, const Shown& shown,
                 std::vector<Label>& labels) const;

    std::unordered_map<std::uint64_t, Text> texts_; ///< by row and font
    std::map<std::uint32_t, Shown> shown_;          ///< by network vertex
    bool changing_ = false;
};

/// A network vertex' name, "Russia", or "Russia +12" where it stands for a community of thirteen.
QString markName(const Dossier& dossier, const Network& network, std::uint32_t vertex,
                 const QString& language);

/// The box of a mark that names keep off.
QRectF boxOf(const Mark& mark);

/// Adds to `list` the names beside its marks, all at once and the best: for figures.
void addNetworkLabels(DisplayList& list, const NetworkPlan& plan, const Dossier& dossier,
                      const Network& network, const std::vector<QLineF>& strandAxes,
                      const Style& style, const NetworkSceneOptions& options);

} // namespace entente::ui
