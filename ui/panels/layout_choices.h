#pragma once

#include "ui/workspace/workspace.h"

#include <QString>

#include <vector>

class QPainter;
class QRectF;

namespace entente::ui {

/// A layout as a user chooses it.
struct LayoutChoice {
    LayoutAlgorithm algorithm;
    QString name;
    QString command; ///< with a mnemonic, for menus
    QString description;
};

/// All of them, in the order in which they are offered.
std::vector<LayoutChoice> layoutChoices();

/// Why a layout cannot be had for what is shown; empty where it can.
QString whyUnavailable(LayoutAlgorithm algorithm, const Workspace& workspace);

/// A sketch of what a layout does: lines in one colour, marks in another.
void paintLayoutSketch(QPainter& painter, const QRectF& area, LayoutAlgorithm algorithm,
                       const QColor& lines, const QColor& marks);

} // namespace entente::ui
