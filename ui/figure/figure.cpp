#include "ui/figure/figure.h"

#include "ui/figure/figure_text.h"
#include "ui/scene/legend.h"
#include "ui/scene/network_picture.h"
#include "ui/scene/timeline_picture.h"

#include <QFontMetricsF>

namespace entente::ui {

namespace {

constexpr qreal margin = 24;
constexpr qreal gap = 16;
constexpr float titleSize = 22;
constexpr float captionSize = 12;
constexpr float noteSize = 10;
constexpr qreal lineSpacing = 1.35;

void addLines(DisplayList& page, const QStringList& lines, QPointF topLeft, float pixelSize,
              bool bold, const QColor& colour) {
    qreal baseLine = topLeft.y() + QFontMetricsF(figureFont(pixelSize, bold)).ascent();
    for (const QString& line : lines) {
        Label label;
        label.text = line;
        label.position = {topLeft.x(), baseLine};
        label.anchor = Label::Anchor::Left;
        label.pixelSize = pixelSize;
        label.bold = bold;
        label.colour = colour;
        label.halo = Qt::transparent;
        page.labels.push_back(std::move(label));
        baseLine += pixelSize * lineSpacing;
    }
}

qreal heightOf(const QStringList& lines, float pixelSize) {
    return static_cast<qreal>(lines.size()) * pixelSize * lineSpacing;
}

/// As many sources as fit into `most` lines; says how many are left out, if any.
QStringList sourceNote(const QStringList& sources, qreal width, qsizetype most) {
    const QFont font = figureFont(noteSize);
    for (qsizetype count = sources.size(); count > 0; --count) {
        QString text = QObject::tr("Sources: %1").arg(sources.mid(0, count).join(QStringLiteral("; ")));
        if (count < sources.size()) {
            text += QObject::tr("; and %n more, listed in the dossier", nullptr,
                                static_cast<int>(sources.size() - count));
        }
        const QStringList lines = wrapText(text + QLatin1Char('.'), font, width);
        if (lines.size() <= most) {
            return lines;
        }
    }
    return {};
}

} // namespace

DisplayList composeFigure(const Workspace& workspace, const FigureOptions& options) {
    Style style = workspace.style();
    style.theme = options.theme;
    style.font = figureFont(13);
    const Colours& colours = style.colours();
    const QRectF sheet(QPointF(), options.size);
    const qreal width = sheet.width() - 2 * margin;

    DisplayList page;
    page.ground = colours.ground;
    page.bounds = sheet;

    qreal top = margin;
    if (!options.title.isEmpty()) {
        const QStringList lines = wrapText(options.title, figureFont(titleSize, true), width);
        addLines(page, lines, {margin, top}, titleSize, true, colours.text);
        top += heightOf(lines, titleSize) + gap / 2;
    }

    qreal bottom = sheet.height() - margin;
    constexpr qsizetype mostNoteLines = 6;
    if (options.sources) {
        const QStringList lines = sourceNote(figureSources(workspace), width, mostNoteLines);
        bottom -= heightOf(lines, noteSize);
        addLines(page, lines, {margin, bottom}, noteSize, false, colours.quietText);
        bottom -= lines.isEmpty() ? 0 : gap / 2;
    }
    if (options.caption) {
        const QStringList lines =
            wrapText(figureCaption(workspace), figureFont(captionSize), width);
        bottom -= heightOf(lines, captionSize);
        addLines(page, lines, {margin, bottom}, captionSize, false, colours.text);
        bottom -= gap / 2;
    }
    if (options.legend) {
        // A row or more under the picture, as wide as the page.
        const DisplayList legend = options.view == FigureView::Network
                                       ? networkLegendRows(workspace, style, width)
                                       : timelineLegendRows(workspace, style, width);
        bottom -= legend.bounds.height();
        append(page, legend, QPointF(margin, bottom) - legend.bounds.topLeft());
        bottom -= gap;
    }

    const QSizeF room(width, std::max<qreal>(1, bottom - top));
    const DisplayList picture =
        options.view == FigureView::Network
            ? networkPicture(workspace, style, room)
            : timelinePicture(workspace, style, room,
                              options.byActor ? TimelineGrouping::Actor : TimelineGrouping::Sector);
    append(page, picture, {margin, top});
    return page;
}

} // namespace entente::ui
