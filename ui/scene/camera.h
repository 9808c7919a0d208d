#pragma once

#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace entente::ui {

/// Which part of the layout plane is looked at. At zoom 1, one layout unit is `pixelsPerUnit`
/// pixels.
struct Camera {
    QPointF centre; ///< in layout units
    double zoom = 1;

    static constexpr double smallestZoom = 1e-5;
    static constexpr double largestZoom = 8;
    /// Fitting enlarges no further: three vertices need not fill a screen.
    static constexpr double largestFit = 1.6;

    /// Pixels a layout unit.
    [[nodiscard]] double scale() const;
    [[nodiscard]] QPointF toView(QPointF position, QSizeF view) const;
    [[nodiscard]] QPointF toLayout(QPointF pixel, QSizeF view) const;

    /// Zooms so that what lies under `pixel` stays there.
    void zoomAbout(QPointF pixel, double factor, QSizeF view);
    void pan(QPointF pixels);

    /// The camera that shows all of `bounds` (layout units) within the view less the margins.
    static Camera fitting(const QRectF& bounds, QSizeF view, const QMarginsF& margins);

    friend bool operator==(const Camera&, const Camera&) = default;
};

} // namespace entente::ui
