#include "ui/views/network_fit.h"

#include "ui/scene/network_picture.h"

#include <algorithm>

namespace entente::ui {

namespace {

const QMarginsF leastMargins(56, 40, 56, 52);
constexpr double edge = 8;

/// A guess at what a mark and half its label take around its centre.
const QRectF usualSurroundings(-64, -28, 128, 72);

using Surroundings = std::vector<QRectF>;

QRectF boxAt(const std::vector<QPointF>& places, const Surroundings& surroundings, std::size_t i,
             const Camera& camera, QSizeF view) {
    const QRectF& around = surroundings.empty() ? usualSurroundings : surroundings[i];
    return around.translated(camera.toView(places[i], view));
}

/// Step by step more room at one side, until the card has a corner to itself.
Camera besideCard(const std::vector<QPointF>& places, const FitFrame& frame,
                  const QMarginsF& margins, const Surroundings& surroundings) {
    const QRectF bounds = boundsOf(places);
    const QSizeF view = frame.view;
    const Camera widest = Camera::fitting(bounds, view, margins);
    if (frame.card.isEmpty()) {
        return widest;
    }
    constexpr int steps = 5;
    for (int step = 0; step <= steps; ++step) {
        const double extra = frame.card.width() * step / steps;
        for (const bool left : {true, false}) {
            const QMarginsF wider = margins + QMarginsF(left ? extra : 0, 0, left ? 0 : extra, 0);
            const Camera camera = Camera::fitting(bounds, view, wider);
            const double x = left ? 0 : view.width() - frame.card.width();
            for (const double y : {0.0, view.height() - frame.card.height()}) {
                const QRectF corner(QPointF(x, y), frame.card);
                bool free = true;
                for (std::size_t i = 0; free && i < places.size(); ++i) {
                    free = !corner.intersects(boxAt(places, surroundings, i, camera, view));
                }
                if (free) {
                    return camera;
                }
            }
        }
    }
    return widest;
}

/// How far marks and labels reach over the edges of the view.
QMarginsF beyondEdges(const std::vector<QPointF>& places, const FitFrame& frame,
                      const Camera& camera, const Surroundings& surroundings) {
    QMarginsF beyond;
    const double width = frame.view.width();
    const double height = frame.view.height();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRectF box = boxAt(places, surroundings, i, camera, frame.view);
        if (!box.isNull()) {
            beyond.setLeft(std::max(beyond.left(), edge - box.left()));
            beyond.setTop(std::max(beyond.top(), edge - box.top()));
            beyond.setRight(std::max(beyond.right(), box.right() + edge - width));
            beyond.setBottom(std::max(beyond.bottom(), box.bottom() + edge - height));
        }
    }
    return {std::min(beyond.left(), width / 5), std::min(beyond.top(), height / 5),
            std::min(beyond.right(), width / 5), std::min(beyond.bottom(), height / 5)};
}

} // namespace

Camera fitNetwork(const std::vector<QPointF>& places, const FitFrame& frame) {
    QMarginsF margins = leastMargins;
    Camera camera = besideCard(places, frame, margins, {});
    // Labels may find their places elsewhere under another camera: two rounds are enough.
    constexpr int rounds = 2;
    for (int round = 0; frame.surroundings && round < rounds; ++round) {
        const Surroundings surroundings = frame.surroundings(camera);
        margins += beyondEdges(places, frame, camera, surroundings);
        camera = besideCard(places, frame, margins, surroundings);
    }
    return camera;
}

} // namespace entente::ui
