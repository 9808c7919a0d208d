#pragma once

#include "core/network/network.h"
#include "ui/scene/network_plan.h"
#include "ui/scene/style.h"

#include <QImage>
#include <QPixmap>

#include <map>
#include <vector>

class QPainter;

namespace entente::ui {

/// A network as thin lines and plain marks, fast enough for each frame while a layout moves a
/// network of tens of thousands of edges: the lines are set pixel by pixel, since QPainter takes
/// ten times as long, and the marks are stamped.
class NetworkDraft {
public:
    struct Frame {
        const NetworkPlan& plan;
        const Network& network;
        const std::vector<QPointF>& positions; ///< pixels of the view, one a network vertex
        double zoom = 1;
        const Colours& colours;
        QSize view;
        qreal pixelRatio = 1;
    };

    /// Fills the view. O(n + m).
    void paint(QPainter& painter, const Frame& frame);
    /// Before another theme.
    void clear();

private:
    void drawLines(const Frame& frame);
    void drawMarks(QPainter& painter, const Frame& frame);
    [[nodiscard]] const QPixmap& stamp(Shape shape, int radius, const Frame& frame);

    QImage image_;
    std::map<std::pair<Shape, int>, QPixmap> stamps_;
};

} // namespace entente::ui
