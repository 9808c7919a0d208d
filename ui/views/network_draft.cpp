#include "ui/views/network_draft.h"

#include "ui/scene/network_geometry.h"
#include "ui/scene/shapes.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

/// How far around its centre a stamp reaches, in radii: triangles and diamonds exceed the circle.
constexpr double reach = 1.6;
constexpr double lineShare = 0.45;
constexpr std::size_t fewEdges = 4000;
constexpr double mostPixels = 5e6; ///< of lines: some 10 ms

/// A part of the segment's length, from 0 to 1; empty where `first` exceeds `last`.
struct Part {
    double first = 0;
    double last = 1;

    /// Keeps where start + share × way ≤ bound (Liang and Barsky 1984).
    void keepBelow(double start, double way, double bound) {
        if (way == 0) {
            last = start > bound ? -1 : last;
        } else if (way > 0) {
            last = std::min(last, (bound - start) / way);
        } else {
            first = std::max(first, (bound - start) / way);
        }
    }
};

/// A quarter of the line's colour over what is there: where many lines lie, it gets darker.
class LineDrawer {
public:
    explicit LineDrawer(QImage& image)
        : pixels_(reinterpret_cast<quint32*>(image.bits())), stride_(image.bytesPerLine() / 4),
          width_(image.width()), height_(image.height()) {}

    void draw(QPointF from, QPointF to, QRgb colour) {
        const QPointF way = to - from;
        if (!std::isfinite(way.x()) || !std::isfinite(way.y())) {
            return;
        }
        Part part;
        part.keepBelow(from.x(), way.x(), width_ - 1);
        part.keepBelow(-from.x(), -way.x(), 0);
        part.keepBelow(from.y(), way.y(), height_ - 1);
        part.keepBelow(-from.y(), -way.y(), 0);
        if (part.first > part.last) {
            return;
        }
        from += way * part.first;
        const QPointF rest = way * (part.last - part.first);
        const int steps =
            static_cast<int>(std::max(std::abs(rest.x()), std::abs(rest.y()))) + 1;
        constexpr double fixed = 65536;
        const int stepX = static_cast<int>(rest.x() / steps * fixed);
        const int stepY = static_cast<int>(rest.y() / steps * fixed);
        int x = static_cast<int>(from.x() * fixed);
        int y = static_cast<int>(from.y() * fixed);
        const quint32 quarter = (colour >> 2U) & mask;
        for (int i = 0; i < steps; ++i, x += stepX, y += stepY) {
            quint32& pixel = pixels_[(y >> 16) * stride_ + (x >> 16)];
            pixel = 0xFF000000U | (((pixel >> 2U) & mask) * 3 + quarter);
        }
    }

private:
    static constexpr quint32 mask = 0x003F3F3F;

    quint32* pixels_;
    qsizetype stride_;
    int width_;
    int height_;
};

/// Which share of the edges there is time for: of a hairball that fills the view, half says as much.
double drawnShare(const NetworkDraft::Frame& frame) {
    const double longest = std::max(frame.view.width(), frame.view.height());
    double pixels = 0;
    for (const NetworkEdge& edge : frame.network.edges()) {
        const QPointF way = frame.positions[edge.target] - frame.positions[edge.source];
        const double length = std::max(std::abs(way.x()), std::abs(way.y()));
        pixels += length < longest ? length : longest;
    }
    return pixels > mostPixels ? mostPixels / pixels : 1;
}

/// Scattered over all edges; with a larger share the same and more.
bool isDrawn(std::uint32_t edge, double share) {
    constexpr std::uint32_t scatter = 2'654'435'769; // 2³² over the golden ratio (Knuth)
    constexpr double most = 4'294'967'296.0;
    return static_cast<double>(edge * scatter) < share * most;
}

} // namespace

void NetworkDraft::paint(QPainter& painter, const Frame& frame) {
    // One pixel of the picture is one of the layout of the window: a draft need not be fine.
    if (image_.size() != frame.view) {
        image_ = QImage(frame.view, QImage::Format_RGB32);
    }
    if (image_.isNull()) {
        return;
    }
    image_.fill(frame.colours.ground);
    drawLines(frame);
    painter.drawImage(QPointF(), image_);
    drawMarks(painter, frame);
}

void NetworkDraft::clear() {
    stamps_.clear();
}

void NetworkDraft::drawLines(const Frame& frame) {
    const QRgb plain = mixed(frame.colours.quietText, frame.colours.ground, 1 - 2 * lineShare).rgb();
    const QRgb conflict = frame.colours.conflict.rgb();
    LineDrawer drawer(image_);
    const std::vector<NetworkEdge>& edges = frame.network.edges();
    const double share = drawnShare(frame);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        if (!isDrawn(i, share)) {
            continue;
        }
        const NetworkEdge& edge = edges[i];
        const QPointF from = frame.positions[edge.source];
        const QPointF to = frame.positions[edge.target];
        const QRgb colour = edge.sign < 0 ? conflict : plain;
        drawer.draw(from, to, colour);
        // A few lines are to be seen as well as many.
        if (edges.size() < fewEdges) {
            drawer.draw(from, to, colour);
        }
    }
}

const QPixmap& NetworkDraft::stamp(Shape shape, int radius, const Frame& frame) {
    QPixmap& pixmap = stamps_[{shape, radius}];
    const int side = 2 * static_cast<int>(std::ceil(radius * reach + 1));
    if (pixmap.isNull() || pixmap.devicePixelRatio() != frame.pixelRatio) {
        pixmap = QPixmap(QSize(side, side) * frame.pixelRatio);
        pixmap.setDevicePixelRatio(frame.pixelRatio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(frame.colours.outline, std::clamp(radius * 0.12, 0.6, 1.8)));
        painter.setBrush(radius < 3 ? frame.colours.outline : frame.colours.markFill);
        painter.drawPath(shapePath(shape, QPointF(side, side) / 2, radius));
    }
    return pixmap;
}

void NetworkDraft::drawMarks(QPainter& painter, const Frame& frame) {
    const double scale = NetworkScale::at(frame.zoom, frame.plan.edgeCount).marks;
    const QRectF view(QPointF(), QSizeF(frame.view));
    for (std::uint32_t vertex = 0; vertex < frame.plan.marks.size(); ++vertex) {
        const QPointF centre = frame.positions[vertex];
        const PlannedMark& mark = frame.plan.marks[vertex];
        const int radius = std::max(1, static_cast<int>(std::lround(mark.radius * scale)));
        if (!view.adjusted(-radius, -radius, radius, radius).contains(centre)) {
            continue;
        }
        const QPixmap& pixmap = stamp(mark.shape, radius, frame);
        painter.drawPixmap(centre - QPointF(pixmap.width(), pixmap.height()) /
                                        (2 * frame.pixelRatio),
                           pixmap);
    }
}

} // namespace entente::ui
