#pragma once

#include "ui/scene/camera.h"

#include <functional>
#include <vector>

namespace entente::ui {

/// What a fitted network has to keep to.
struct FitFrame {
    QSizeF view;
    /// A card that gets a corner to itself if the picture need not shrink by more than the card's
    /// width; empty: none.
    QSizeF card;
    /// What the mark and the label of each place take around it, in pixels, under a camera; null
    /// where they take nothing. Empty function: nobody knows.
    std::function<std::vector<QRectF>(const Camera&)> surroundings;
};

/// The camera that shows all of these places (layout units), with room for their marks and labels.
Camera fitNetwork(const std::vector<QPointF>& places, const FitFrame& frame);

} // namespace entente::ui
