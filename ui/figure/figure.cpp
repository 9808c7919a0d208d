#include "ui/figure/figure.h"

#include "ui/figure/figure_text.h"
#include "ui/scene/legend.h"
#include "ui/scene/network_picture.h"
#include "ui/scene/timeline_picture.h"

#include <QFontMetricsF>

#include <cmath>

namespace entente::ui {

namespace {

constexpr qreal margin = 24;
constexpr qreal gap = 16;
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

Style figureStyle(const Workspace& workspace, const FigureOptions& options) {
    Style style = workspace.style();
    style.theme = options.theme;
    style.font = figureFont(13);
    return style;
}

TimelineGrouping groupingOf(const FigureOptions& options) {
    return options.byActor ? TimelineGrouping::Actor : TimelineGrouping::Sector;
}

/// Puts title, legend, caption and source note on the page; gives the room left for the picture.
QRectF addSurroundings(DisplayList& page, const Workspace& workspace, const Style& style,
                       const FigureOptions& options) {
    const Colours& colours = style.colours();
    const qreal width = options.size.width() - 2 * margin;
    const auto titleSize = static_cast<float>(std::clamp(width / 45, 14.0, 22.0));
    qreal top = margin;
    if (!options.title.isEmpty()) {
        const QStringList lines = wrapText(options.title, figureFont(titleSize, true), width);
        addLines(page, lines, {margin, top}, titleSize, true, colours.text);
        top += heightOf(lines, titleSize) + gap / 2;
    }

    qreal bottom = options.size.height() - margin;
    // On small pages the note gives way before the picture does.
    const auto mostNoteLines = std::clamp<qsizetype>(
        static_cast<qsizetype>(options.size.height() * 0.12 / (noteSize * lineSpacing)), 1, 6);
    if (options.sources) {
        const QStringList lines = sourceNote(figureSources(workspace), width, mostNoteLines);
        bottom -= heightOf(lines, noteSize);
        addLines(page, lines, {margin, bottom}, noteSize, false, colours.quietText);
        bottom -= lines.isEmpty() ? 0 : gap / 2;
    }
    if (options.caption) {
        const QStringList lines =
            wrapText(figureCaption(workspace, options.view), figureFont(captionSize), width);
        bottom -= heightOf(lines, captionSize);
        addLines(page, lines, {margin, bottom}, captionSize, false, colours.text);
        bottom -= gap / 2;
    }
    if (options.legend) {
        const DisplayList legend = options.view == FigureView::Network
                                       ? networkLegendRows(workspace, style, width)
                                       : timelineLegendRows(workspace, style, width);
        bottom -= legend.bounds.height();
        append(page, legend, QPointF(margin, bottom) - legend.bounds.topLeft());
        bottom -= gap;
    }
    return {margin, top, width, std::max<qreal>(1, bottom - top)};
}

} // namespace

DisplayList composeFigure(const Workspace& workspace, const FigureOptions& options) {
    // A smaller page is a larger one made smaller: title, legend and notes keep their proportions.
    constexpr QSizeF least{640, 440};
    const qreal factor = std::min({1.0, options.size.width() / least.width(),
                                   options.size.height() / least.height()});
    if (factor < 1) {
        FigureOptions larger = options;
        larger.size = options.size / factor;
        return scaledList(composeFigure(workspace, larger), factor);
    }
    const Style style = figureStyle(workspace, options);
    DisplayList page;
    page.ground = style.colours().ground;
    page.font = style.font;
    page.bounds = QRectF(QPointF(), options.size);
    const QRectF room = addSurroundings(page, workspace, style, options);
    append(page,
           options.view == FigureView::Network
               ? networkPicture(workspace, style, room.size())
               : timelinePicture(workspace, style, room.size(), groupingOf(options)),
           room.topLeft());
    return page;
}

qreal naturalHeight(const Workspace& workspace, const FigureOptions& options) {
    constexpr qreal networkShare = 0.64;
    if (options.view == FigureView::Network) {
        return options.size.width() * networkShare;
    }
    constexpr qreal mostPixels = 12'000;
    const Style style = figureStyle(workspace, options);
    FigureOptions high = options;
    high.size.setHeight(mostPixels);
    DisplayList page;
    const QRectF room = addSurroundings(page, workspace, style, high);
    const qreal lanes =
        wholeTimelineHeight(workspace, style, room.width(), groupingOf(options));
    return std::min(mostPixels, std::ceil(mostPixels - room.height() + lanes));
}

} // namespace entente::ui
