#pragma once

#include "ui/scene/style.h"

#include <QIcon>
#include <QPalette>
#include <QWidget>

#include <functional>

class QPainter;

namespace entente::ui {

/// Draws a sample of how something looks in the views; `on`: it is shown, else filtered out.
using SamplePainter =
    std::function<void(QPainter& painter, const QRectF& area, const QPalette& palette, bool on)>;

/// A dot in the sector's colour: filled, or a ring.
SamplePainter sectorSample(const Sector& sector, Theme theme);
/// A line in the text's colour, dashed as the views dash that confidence.
SamplePainter confidenceSample(Confidence confidence);
/// The shape of a kind: filled, or its outline.
SamplePainter kindSample(VertexKind kind);
/// A line; a conflictual one carries the red bar.
SamplePainter polaritySample(Polarity polarity);
/// A neutral dot: filled, or a ring.
SamplePainter dotSample();

/// An icon of 16 logical pixels, sharp on fine screens, of what `paint` draws into that square.
QIcon drawnIcon(const std::function<void(QPainter& painter, const QRectF& area)>& paint);
/// The shape of a kind as an icon of 16 logical pixels.
QIcon kindIcon(VertexKind kind, const Colours& colours);
/// The icon of any element: a vertex its kind's, an edge a line, a source a page.
QIcon elementIcon(const Dossier& dossier, ElementRef element, const Colours& colours);

/// A sample standing still in a layout.
class SampleWidget : public QWidget {
    Q_OBJECT

public:
    SampleWidget(SamplePainter sample, QSize size, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SamplePainter sample_;
};

} // namespace entente::ui
