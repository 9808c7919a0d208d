#include "ui/render/glyph_atlas.h"

#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr qsizetype mostTexts = 20'000;

QImage covered(const QPainterPath& path, const QRect& box, qreal haloWidth) {
    QImage image(box.size(), QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-box.topLeft());
    painter.setBrush(Qt::white);
    painter.setPen(haloWidth > 0
                       ? QPen(Qt::white, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                       : QPen(Qt::NoPen));
    painter.drawPath(path);
    return image;
}

} // namespace

GlyphAtlas::GlyphAtlas(qreal pixelRatio, int side)
    : pixelRatio_(pixelRatio), side_(side),
      texels_(2 * static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0) {}

void GlyphAtlas::clear() {
    std::ranges::fill(texels_, std::uint8_t{0});
    changed_ = QRect(QPoint(), size());
    shelfTop_ = 0;
    shelfHeight_ = 0;
    shelfEnd_ = 0;
    full_ = false;
    fonts_.clear();
    numbers_.clear();
    entries_.clear();
    textFonts_.clear();
    shaped_.clear();
}

std::uint32_t GlyphAtlas::fontNumber(const QFont& font) {
    const auto known = std::ranges::find(textFonts_, font);
    if (known != textFonts_.end()) {
        return static_cast<std::uint32_t>(known - textFonts_.begin());
    }
    textFonts_.push_back(font);
    return static_cast<std::uint32_t>(textFonts_.size() - 1);
}

const ShapedText& GlyphAtlas::shape(const QString& text, std::uint32_t font) {
    const std::pair key(font, text);
    if (const auto known = shaped_.constFind(key); known != shaped_.cend()) {
        return *known;
    }
    if (shaped_.size() >= mostTexts) {
        shaped_.clear();
    }
    ShapedText shaped;
    QTextLayout layout(text, textFonts_[font]);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    if (line.isValid()) {
        shaped.width = line.naturalTextWidth();
        for (const QGlyphRun& run : line.glyphRuns()) {
            QRawFont raw = run.rawFont();
            raw.setPixelSize(raw.pixelSize() * pixelRatio_);
            const QList<quint32> indexes = run.glyphIndexes();
            const QList<QPointF> positions = run.positions();
            for (qsizetype i = 0; i < indexes.size(); ++i) {
                shaped.glyphs.push_back(
                    {entryOf(raw, indexes[i]), positions[i] - QPointF(0, line.ascent())});
            }
        }
    }
    return *shaped_.insert(key, std::move(shaped));
}

std::uint32_t GlyphAtlas::entryOf(const QRawFont& font, quint32 index) {
    auto known = std::ranges::find(fonts_, font);
    if (known == fonts_.end()) {
        fonts_.push_back(font);
        known = std::prev(fonts_.end());
    }
    const auto number = static_cast<quint64>(known - fonts_.begin());
    const quint64 key = (number << 32U) | index;
    if (const auto entry = numbers_.constFind(key); entry != numbers_.cend()) {
        return *entry;
    }
    entries_.push_back({*known, index, {}, {}});
    return *numbers_.insert(key, static_cast<std::uint32_t>(entries_.size() - 1));
}

std::optional<GlyphAtlas::Place> GlyphAtlas::place(std::uint32_t glyph, int phase) {
    Entry& entry = entries_[glyph];
    const auto at = static_cast<std::size_t>(phase);
    if (!entry.drawn[at]) {
        entry.drawn[at] = true;
        entry.places[at] = draw(entry, phase);
    }
    return entry.places[at];
}

std::optional<GlyphAtlas::Place> GlyphAtlas::draw(const Entry& entry, int phase) {
    QPainterPath path = entry.font.pathForGlyph(entry.index);
    if (path.isEmpty()) {
        return std::nullopt;
    }
    path.setFillRule(Qt::WindingFill);
    path.translate(static_cast<qreal>(phase) / phases, 0);
    const qreal reach = haloReach * pixelRatio_ + 1;
    const QRect box = path.boundingRect().adjusted(-reach, -reach, reach, reach).toAlignedRect();
    const std::optional<QPoint> corner = room(box.size());
    if (!corner) {
        full_ = true;
        return std::nullopt;
    }
    const QImage glyph = covered(path, box, 0);
    const QImage halo = covered(path, box, 2 * haloReach * pixelRatio_);
    for (int y = 0; y < box.height(); ++y) {
        const uchar* const glyphRow = glyph.constScanLine(y);
        const uchar* const haloRow = halo.constScanLine(y);
        std::size_t texel =
            2 * (static_cast<std::size_t>(corner->y() + y) * static_cast<std::size_t>(side_) +
                 static_cast<std::size_t>(corner->x()));
        for (int x = 0; x < box.width(); ++x) {
            texels_[texel++] = glyphRow[x];
            texels_[texel++] = haloRow[x];
        }
    }
    const QRect texels(*corner, box.size());
    changed_ |= texels;
    return Place{texels, box.topLeft()};
}

/// Shelf by shelf, each as high as its highest glyph.
std::optional<QPoint> GlyphAtlas::room(QSize size) {
    if (shelfEnd_ + size.width() > side_) {
        shelfTop_ += shelfHeight_ + 1;
        shelfHeight_ = 0;
        shelfEnd_ = 0;
    }
    if (size.width() > side_ || shelfTop_ + size.height() > side_) {
        return std::nullopt;
    }
    const QPoint corner(shelfEnd_, shelfTop_);
    shelfEnd_ += size.width() + 1;
    shelfHeight_ = std::max(shelfHeight_, size.height());
    return corner;
}

QRect GlyphAtlas::takeChanged() {
    return std::exchange(changed_, QRect());
}

} // namespace entente::ui
