#include "ui/scene/clipping.h"

#include <algorithm>

namespace entente::ui {

std::optional<std::pair<double, double>> partWithin(const QRectF& box, QPointF from, QPointF to) {
    double first = 0;
    double last = 1;
    const auto keep = [&](double start, double way, double bound) {
        if (way == 0) {
            last = start > bound ? -1 : last;
        } else if (way > 0) {
            last = std::min(last, (bound - start) / way);
        } else {
            first = std::max(first, (bound - start) / way);
        }
    };
    const QPointF way = to - from;
    keep(from.x(), way.x(), box.right());
    keep(-from.x(), -way.x(), -box.left());
    keep(from.y(), way.y(), box.bottom());
    keep(-from.y(), -way.y(), -box.top());
    return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
}

} // namespace entente::ui
