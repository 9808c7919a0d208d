#include "ui/panels/layout_choices.h"

#include <QCoreApplication>
#include <QPainter>

namespace entente::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Layouts", text); }

struct Sketch {
    std::vector<QPointF> marks; ///< in a square of 24
    std::vector<std::pair<int, int>> lines;
    std::vector<double> rings; ///< radii of circles about the middle
};

Sketch sketchOf(LayoutAlgorithm algorithm) {
    switch (algorithm) {
    case LayoutAlgorithm::Stress:
        return {{{4, 5}, {12, 4}, {20, 8}, {5, 14}, {13, 13}, {20, 19}, {9, 21}},
                {{0, 1}, {1, 2}, {0, 3}, {1, 4}, {3, 4}, {4, 5}, {3, 6}, {4, 6}},
                {}};
    case LayoutAlgorithm::Force:
        return {{{12, 12}, {5, 5}, {19, 4}, {21, 14}, {15, 21}, {4, 18}, {10, 4}},
                {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}},
                {}};
    case LayoutAlgorithm::Circular:
        return {{{12, 3}, {19.8, 7.5}, {19.8, 16.5}, {12, 21}, {4.2, 16.5}, {4.2, 7.5}},
                {{0, 2}, {1, 4}, {3, 5}, {0, 4}},
                {}};
    case LayoutAlgorithm::Grouped:
        return {{{5, 4}, {3, 10}, {9, 9}, {17, 4}, {21, 9}, {10, 20}, {16, 16}, {17, 21}},
                {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {5, 6}, {6, 7}, {5, 7}, {2, 6}},
                {}};
    case LayoutAlgorithm::Concentric:
        return {{{12, 12}, {12, 6.5}, {16.8, 14.8}, {7.2, 14.8}, {4, 6}, {21.6, 9.2}, {12, 22}},
                {},
                {5.5, 10}};
    case LayoutAlgorithm::Layered:
        return {{{4, 8}, {4, 16}, {12, 5}, {12, 12}, {12, 19}, {20, 9}, {20, 17}},
                {{0, 2}, {0, 3}, {1, 4}, {2, 5}, {3, 5}, {4, 6}},
                {}};
    case LayoutAlgorithm::Bipartite:
        return {{{5, 4}, {5, 12}, {5, 20}, {19, 8}, {19, 16}},
                {{0, 3}, {1, 3}, {1, 4}, {2, 4}, {2, 3}},
                {}};
    case LayoutAlgorithm::File:
        return {{{7, 9}, {17, 8}, {9, 17}, {17, 15}}, {{0, 1}, {0, 2}, {1, 3}, {0, 3}}, {}};
    case LayoutAlgorithm::Geographic:
        return {{{8, 9}, {14, 7}, {16, 15}}, {{0, 1}, {1, 2}}, {10}};
    }
    return {};
}

} // namespace

std::vector<LayoutChoice> layoutChoices() {
    return {{LayoutAlgorithm::Stress, tr("Force · faithful"), tr("Force Layout, &Faithful"),
             tr("Near in the network is near in the picture")},
            {LayoutAlgorithm::Force, tr("Force · fast"), tr("Force Layout, Fa&st"),
             tr("Springs and repulsion, for networks of any size")},
            {LayoutAlgorithm::Grouped, tr("Grouped by bloc"), tr("Layout Grouped by &Bloc"),
             tr("Each bloc in a circle of its own")},
            {LayoutAlgorithm::Circular, tr("Circular"), tr("&Circular Layout"),
             tr("All on one ring, with few crossings")},
            {LayoutAlgorithm::Concentric, tr("Concentric"), tr("Conc&entric Layout"),
             tr("Rings by steps from what is selected")},
            {LayoutAlgorithm::Layered, tr("Layered by time"), tr("Layout La&yered by Time"),
             tr("From left to right by when it began")},
            {LayoutAlgorithm::Bipartite, tr("Two columns"), tr("Layout in T&wo Columns"),
             tr("Actors left, agreements and events right")},
            {LayoutAlgorithm::Geographic, tr("Geographic"), tr("Geograp&hic Layout"),
             tr("Where on Earth the dossier places them")},
            {LayoutAlgorithm::File, tr("As in the file"), tr("Layout as in the F&ile"),
             tr("Where the file that was opened had them")}};
}

QString whyUnavailable(LayoutAlgorithm algorithm, const Workspace& workspace) {
    if (algorithm == LayoutAlgorithm::Geographic && !workspace.hasPlaces()) {
        return tr("Nothing that is shown has a location: give actors one, or columns named "
                  "latitude and longitude.");
    }
    if (algorithm == LayoutAlgorithm::File && !workspace.hasPlacesInFile()) {
        return tr("Nothing that is shown has a position of its own: open a graph file with "
                  "positions, or give vertices numbers named x and y.");
    }
    return {};
}

void paintLayoutSketch(QPainter& painter, const QRectF& area, LayoutAlgorithm algorithm,
                       const QColor& lines, const QColor& marks) {
    constexpr double side = 24;
    constexpr double radius = 2.2;
    const Sketch sketch = sketchOf(algorithm);
    painter.save();
    painter.translate(area.topLeft());
    painter.scale(area.width() / side, area.height() / side);
    painter.setPen(QPen(lines, 1.1));
    painter.setBrush(Qt::NoBrush);
    for (const double ring : sketch.rings) {
        painter.drawEllipse(QPointF(side, side) / 2, ring, ring);
    }
    if (algorithm == LayoutAlgorithm::Geographic) {
        painter.drawEllipse(QPointF(side, side) / 2, 4.5, 10);
        painter.drawLine(QPointF(2, side / 2), QPointF(side - 2, side / 2));
    }
    if (algorithm == LayoutAlgorithm::File) {
        painter.drawRoundedRect(QRectF(2, 3, side - 4, side - 6), 2, 2);
    }
    for (const auto& [from, to] : sketch.lines) {
        painter.drawLine(sketch.marks[static_cast<std::size_t>(from)],
                         sketch.marks[static_cast<std::size_t>(to)]);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(marks);
    for (const QPointF& mark : sketch.marks) {
        painter.drawEllipse(mark, radius, radius);
    }
    painter.restore();
}

} // namespace entente::ui
