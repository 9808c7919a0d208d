#pragma once

#include "ui/scene/camera.h"

#include <QSize>

#include <cmath>

namespace entente::ui {

/// What a picture is drawn for: a part of the layout plane, and the pixels that it fills.
struct PictureView {
    Camera camera;
    QSizeF size; ///< logical pixels
    qreal pixelRatio = 1;

    [[nodiscard]] QSize pixels() const {
        return {static_cast<int>(std::ceil(size.width() * pixelRatio)),
                static_cast<int>(std::ceil(size.height() * pixelRatio))};
    }
    friend bool operator==(const PictureView&, const PictureView&) = default;
};

} // namespace entente::ui
