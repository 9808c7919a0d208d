#pragma once

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QRect>
#include <QSize>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace entente::ui {

/// A line of text as glyphs of an atlas.
struct ShapedText {
    struct Glyph {
        std::uint32_t number; ///< for `GlyphAtlas::place`
        QPointF offset;       ///< of its origin from the line's, in logical pixels
    };
    std::vector<Glyph> glyphs;
    qreal width = 0; ///< logical pixels
};

/// Glyphs as pictures in one table, each with its halo, drawn when they are first asked for. Any
/// script that the fonts have: Qt shapes the text.
class GlyphAtlas {
public:
    /// Quarters of a pixel at which a glyph's origin may lie.
    static constexpr int phases = 4;
    /// How far halos reach around glyphs, in logical pixels.
    static constexpr qreal haloReach = 1.75;

    explicit GlyphAtlas(qreal pixelRatio, int side = 2048);

    [[nodiscard]] qreal pixelRatio() const { return pixelRatio_; }
    [[nodiscard]] QSize size() const { return {side_, side_}; }

    /// Remembered until the atlas is emptied. `font`: see `fontNumber`.
    const ShapedText& shape(const QString& text, std::uint32_t font);
    /// Of a font that text is shaped in; holds until the atlas is emptied.
    std::uint32_t fontNumber(const QFont& font);

    /// Where a glyph is in the table, and where its picture lies about its origin: pixels of the
    /// device.
    struct Place {
        QRect texels;
        QPoint offset;
    };
    /// Nothing for glyphs without a picture (spaces), and where there is no room left.
    std::optional<Place> place(std::uint32_t glyph, int phase);
    /// Whether a glyph had no room since the atlas was emptied last.
    [[nodiscard]] bool isFull() const { return full_; }
    /// Starts anew: what was shaped and placed before is void.
    void clear();

    /// Two bytes a texel, row by row: how much of it the glyph covers, and its halo.
    [[nodiscard]] const std::uint8_t* texels() const { return texels_.data(); }
    /// What has changed since it was asked last; empty: nothing.
    QRect takeChanged();

private:
    struct Entry {
        QRawFont font; ///< at the device's size
        quint32 index;
        std::array<std::optional<Place>, phases> places;
        std::array<bool, phases> drawn{};
    };

    std::uint32_t entryOf(const QRawFont& font, quint32 index);
    std::optional<Place> draw(const Entry& entry, int phase);
    std::optional<QPoint> room(QSize size);

    qreal pixelRatio_;
    int side_;
    std::vector<std::uint8_t> texels_;
    QRect changed_;
    int shelfTop_ = 0;
    int shelfHeight_ = 0;
    int shelfEnd_ = 0;
    bool full_ = false;
    std::vector<QRawFont> fonts_;
    QHash<quint64, std::uint32_t> numbers_; ///< by font and index
    std::vector<Entry> entries_;
    std::vector<QFont> textFonts_;
    QHash<std::pair<std::uint32_t, QString>, ShapedText> shaped_;
};

} // namespace entente::ui
