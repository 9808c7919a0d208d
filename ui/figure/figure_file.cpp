#include "ui/figure/figure_file.h"

#include "core/store/replace_file.h"
#include "ui/render/painter_renderer.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <fmt/format.h>

#include <cmath>

namespace entente::ui {

namespace {

constexpr double millimetresPerInch = 25.4;

QString extensionOf(const std::filesystem::path& path) {
    return QString::fromStdString(path.extension().string()).toLower();
}

QByteArray svgBytes(const DisplayList& page, QSizeF size, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(pixelsPerInch));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(title);
    generator.setDescription(QStringLiteral("Made with Entente."));
    QPainter painter(&generator);
    paint(painter, page, TextMode::Outlines);
    painter.end();
    // Qt rounds the size in millimetres to whole pixels; the page has the size asked for.
    const auto millimetres = [](double pixels) {
        return QByteArray::number(pixels / pixelsPerInch * millimetresPerInch, 'g', 6);
    };
    const qsizetype begin = bytes.indexOf("<svg width=\"");
    const qsizetype end = bytes.indexOf("\n", begin);
    if (begin >= 0 && end > begin) {
        bytes.replace(begin, end - begin,
                      "<svg width=\"" + millimetres(size.width()) + "mm\" height=\"" +
                          millimetres(size.height()) + "mm\"");
    }
    return bytes;
}

QByteArray pdfBytes(const DisplayList& page, QSizeF size, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int dotsPerInch = 1200;
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(size / pixelsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Entente"));
    QPainter painter(&writer);
    painter.scale(dotsPerInch / pixelsPerInch, dotsPerInch / pixelsPerInch);
    paint(painter, page);
    painter.end();
    // The clock must not show in the bytes: the same figure is the same file.
    const QByteArray key = "/CreationDate (D:";
    const qsizetype date = bytes.indexOf(key);
    if (date >= 0) {
        const QByteArray fixed = "20000101000000";
        bytes.replace(date + key.size(), fixed.size(), fixed);
    }
    return bytes;
}

QByteArray pngBytes(const DisplayList& page, QSizeF size, const QString& title, double dpi) {
    const double scale = dpi / pixelsPerInch;
    const QSize pixels(static_cast<int>(std::lround(size.width() * scale)),
                       static_cast<int>(std::lround(size.height() * scale)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull()) {
        throw FileError(fmt::format("A picture of {} × {} pixels does not fit into memory: choose "
                                    "a smaller size or fewer dots an inch.",
                                    pixels.width(), pixels.height()));
    }
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / millimetresPerInch * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), title);
    image.setText(QStringLiteral("Software"), QStringLiteral("Entente"));
    image.fill(page.ground);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter, page);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

bool isFigureFile(const std::filesystem::path& path) {
    const QString extension = extensionOf(path);
    return extension == QLatin1String(".svg") || extension == QLatin1String(".pdf") ||
           extension == QLatin1String(".png");
}

void writeFigure(const DisplayList& page, QSizeF size, const QString& title, double dpi,
                 const std::filesystem::path& path) {
    const QString extension = extensionOf(path);
    if (!isFigureFile(path)) {
        throw FileError(fmt::format("{}: figures are written as .svg, .pdf or .png; give the file "
                                    "one of these endings.",
                                    path.string()));
    }
    const QByteArray bytes = extension == QLatin1String(".svg")   ? svgBytes(page, size, title)
                             : extension == QLatin1String(".pdf") ? pdfBytes(page, size, title)
                                                                  : pngBytes(page, size, title, dpi);
    replaceFile(path, std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())));
}

} // namespace entente::ui
