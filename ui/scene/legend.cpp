#include "ui/scene/legend.h"

#include "ui/scene/sector_glyph.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace entente::ui {

namespace {

constexpr float textSize = 12;
constexpr qreal rowHeight = 20;
constexpr qreal groupGap = 8;
constexpr qreal padding = 12;
constexpr qreal columnGap = 20;
constexpr qreal sampleGap = 10;
constexpr qsizetype mostInColumn = 13;

QString translated(const char* text) {
    return QCoreApplication::translate("Legend", text);
}

Strand sampleStrand(const QColor& colour) {
    Strand strand;
    strand.from = {0, legendSampleSize.height() / 2};
    strand.to = {legendSampleSize.width(), legendSampleSize.height() / 2};
    strand.colour = colour;
    strand.casing = Qt::transparent;
    strand.width = 2.5F;
    return strand;
}

LegendEntry sectorEntry(const Sector& sector, const Style& style) {
    LegendEntry entry;
    entry.text = QString::fromStdString(sector.name.empty() ? sector.id : sector.name);
    Strand strand = sampleStrand(sectorColour(sector, style.theme));
    strand.casing = sectorCasing(sector, style.theme);
    constexpr qreal glyphRadius = 5.5;
    strand.to.rx() -= 3 * glyphRadius;
    entry.sample.strands.push_back(strand);
    entry.sample.glyphs.push_back(
        {sectorGlyph(sector.id,
                     {legendSampleSize.width() - glyphRadius, legendSampleSize.height() / 2},
                     glyphRadius),
         strand.casing.alpha() > 0 ? strand.casing : strand.colour, Qt::transparent, 1});
    return entry;
}

LegendEntry lineEntry(const Strand& strand, const QString& text) {
    LegendEntry entry;
    entry.text = text;
    entry.sample.strands.push_back(strand);
    return entry;
}

LegendEntry kindEntry(VertexKind kind, const Style& style) {
    LegendEntry entry;
    entry.text = capitalised(kindWord(kind));
    Mark mark;
    mark.centre = {legendSampleSize.width() / 2, legendSampleSize.height() / 2};
    mark.radius = kind == VertexKind::Event ? 5.5F : 6.5F;
    mark.shape = shapeOf(kind);
    mark.fill = style.colours().markFill;
    mark.outline = style.colours().outline;
    mark.outlineWidth = 1.4F;
    if (kind == VertexKind::Event) {
        mark.centre += QPointF(0, 1.5);
    }
    entry.sample.marks.push_back(mark);
    return entry;
}

LegendEntry headingEntry(const QString& text) {
    LegendEntry entry;
    entry.text = text;
    entry.heading = true;
    return entry;
}

LegendEntry swatchEntry(const LegendScale::Swatch& swatch, LegendScale::Of of, const Style& style) {
    if (of == LegendScale::Of::EdgeColour) {
        return lineEntry(sampleStrand(QColor(swatch.colour)), swatch.text);
    }
    LegendEntry entry = kindEntry(VertexKind::State, style);
    entry.text = swatch.text;
    entry.sample.marks.front().fill = QColor(swatch.colour);
    return entry;
}

/// A line in pieces, each drawn as `dress` has it.
template <typename Dress>
LegendEntry piecesEntry(std::size_t count, const Style& style, const Dress& dress) {
    LegendEntry entry;
    const qreal length = legendSampleSize.width() / static_cast<qreal>(count);
    for (std::size_t i = 0; i < count; ++i) {
        Strand piece = sampleStrand(style.colours().quietText);
        piece.from.setX(length * static_cast<qreal>(i));
        piece.to.setX(length * static_cast<qreal>(i + 1));
        dress(piece, i);
        entry.sample.strands.push_back(piece);
    }
    return entry;
}

LegendEntry rampEntry(const LegendScale& scale, const Style& style) {
    constexpr std::size_t pieces = 12;
    return piecesEntry(pieces, style, [&](Strand& piece, std::size_t i) {
        piece.colour = QColor(scale.ramp[i * (scale.ramp.size() - 1) / (pieces - 1)]);
        piece.width = 7;
    });
}

LegendEntry sizesEntry(const Style& style) {
    LegendEntry entry;
    constexpr std::array<float, 3> radii = {2.5F, 4.5F, 7};
    constexpr std::array<qreal, 3> places = {4, 13, 27};
    for (std::size_t i = 0; i < radii.size(); ++i) {
        LegendEntry one = kindEntry(VertexKind::State, style);
        one.sample.marks.front().radius = radii[i];
        one.sample.marks.front().centre.setX(places[i]);
        one.sample.marks.front().outlineWidth = 1.2F;
        entry.sample.marks.push_back(one.sample.marks.front());
    }
    return entry;
}

LegendEntry widthsEntry(const Style& style) {
    constexpr std::size_t pieces = 9;
    return piecesEntry(pieces, style, [](Strand& piece, std::size_t i) {
        piece.width = 0.8F + 0.4F * static_cast<float>(i);
    });
}

/// "gdp: 1.2 – 340".
QString rangeText(const LegendScale& scale) {
    return scale.least == scale.most
               ? QStringLiteral("%1: %2").arg(scale.attribute, readableNumber(scale.least))
               : QStringLiteral("%1: %2 – %3")
                     .arg(scale.attribute, readableNumber(scale.least), readableNumber(scale.most));
}

QString partText(LegendScale::Of of) {
    switch (of) {
    case LegendScale::Of::MarkColour:
        return translated("colours");
    case LegendScale::Of::MarkSize:
        return translated("sizes");
    case LegendScale::Of::EdgeColour:
        return translated("edges’ colours");
    case LegendScale::Of::EdgeWidth:
        return translated("edges’ widths");
    }
    return {};
}

/// "As in the file: colours, sizes"; nothing where the file decides nothing.
QString fileText(const std::vector<LegendScale>& scales) {
    QStringList parts;
    for (const LegendScale& scale : scales) {
        if (scale.attribute.isEmpty()) {
            parts << partText(scale.of);
        }
    }
    return parts.isEmpty() ? QString()
                           : translated("As in the file: %1").arg(parts.join(QStringLiteral(", ")));
}

/// What colours, sizes or widths say of an attribute.
std::vector<LegendEntry> scaleEntries(const LegendScale& scale, const Style& style) {
    std::vector<LegendEntry> entries;
    if (scale.attribute.isEmpty()) {
        return entries;
    }
    if (!scale.ramp.empty()) {
        entries.push_back(rampEntry(scale, style));
        entries.back().text = rangeText(scale);
    } else if (scale.of == LegendScale::Of::MarkSize || scale.of == LegendScale::Of::EdgeWidth) {
        entries.push_back(scale.of == LegendScale::Of::MarkSize ? sizesEntry(style)
                                                                : widthsEntry(style));
        entries.back().text = rangeText(scale);
    } else {
        entries.push_back(headingEntry(scale.attribute));
    }
    for (const LegendScale::Swatch& swatch : scale.swatches) {
        entries.push_back(swatchEntry(swatch, scale.of, style));
        // Under a ramp its name is not near any more.
        if (!scale.ramp.empty()) {
            entries.back().text = QStringLiteral("%1: %2").arg(scale.attribute, swatch.text);
        }
    }
    return entries;
}

/// Long values would make a legend as wide as the picture.
QString elided(const QString& text, const Style& style) {
    constexpr qreal mostWidth = 220;
    return QFontMetricsF(labelFont(style.font, textSize, false))
        .elidedText(text, Qt::ElideRight, mostWidth);
}

Label textOf(const LegendEntry& entry, QPointF topLeft, const Style& style) {
    Label label;
    label.text = entry.text;
    label.position = topLeft + QPointF(entry.heading ? 0 : legendSampleSize.width() + sampleGap,
                                       legendSampleSize.height() / 2 + textSize * 0.36);
    label.anchor = Label::Anchor::Left;
    label.pixelSize = textSize;
    label.colour = entry.heading ? style.colours().quietText : style.colours().text;
    label.halo = Qt::transparent;
    return label;
}

qreal widthOf(const LegendEntry& entry, const Style& style) {
    return (entry.heading ? 0 : legendSampleSize.width() + sampleGap) +
           QFontMetricsF(labelFont(style.font, textSize, false)).horizontalAdvance(entry.text);
}

void place(DisplayList& list, const LegendEntry& entry, QPointF topLeft, const Style& style) {
    append(list, entry.sample, topLeft);
    list.labels.push_back(textOf(entry, topLeft, style));
}

} // namespace

std::vector<LegendEntry> legendEntries(const LegendContents& contents, const Dossier& dossier,
                                       const Style& style) {
    const Colours& colours = style.colours();
    std::vector<LegendEntry> entries;
    const auto add = [&entries](LegendEntry entry, bool& fresh) {
        entry.startsGroup = fresh && !entries.empty();
        fresh = false;
        entries.push_back(std::move(entry));
    };
    bool fresh = true;
    for (const LegendScale& scale : contents.scales) {
        fresh = true;
        for (LegendEntry& entry : scaleEntries(scale, style)) {
            entry.text = elided(entry.text, style);
            add(std::move(entry), fresh);
        }
    }
    fresh = true;
    if (const QString text = fileText(contents.scales); !text.isEmpty()) {
        add(headingEntry(text), fresh);
        fresh = true;
    }
    for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
        if ((contents.sectors & sectorBit(i)) != 0) {
            add(sectorEntry(dossier.sectors()[i], style), fresh);
        }
    }
    if (contents.plain) {
        Strand strand = sampleStrand(mixed(plainColour(style.theme), colours.ground, 0.35));
        strand.width = 1.4F;
        add(lineEntry(strand, translated("No sector stated")), fresh);
    }
    fresh = true;
    // Solid lines explain themselves where all are solid.
    for (unsigned i = 0; contents.confidences != 1 && i < confidenceCount; ++i) {
        if ((contents.confidences >> i & 1U) != 0) {
            Strand strand = sampleStrand(colours.text);
            strand.width = 2;
            strand.dash = dashOf(static_cast<Confidence>(i));
            add(lineEntry(strand, capitalised(confidenceWord(static_cast<Confidence>(i)))), fresh);
        }
    }
    if (contents.conflict) {
        Strand strand = sampleStrand(colours.quietText);
        strand.conflictBar = true;
        strand.barColour = colours.conflict;
        add(lineEntry(strand, translated("In conflict")), fresh);
    }
    if (contents.arrows) {
        Strand strand = sampleStrand(colours.quietText);
        strand.arrowAtEnd = true;
        add(lineEntry(strand, translated("Directed")), fresh);
    }
    fresh = true;
    for (unsigned i = 0; i < vertexKindCount; ++i) {
        if ((contents.kinds >> i & 1U) != 0) {
            add(kindEntry(static_cast<VertexKind>(i), style), fresh);
        }
    }
    if (contents.communities) {
        LegendEntry entry = kindEntry(VertexKind::State, style);
        entry.sample.marks.front().fill = colours.communityFill;
        entry.sample.marks.front().radius = legendSampleSize.height() / 2;
        entry.text = translated("Community");
        add(std::move(entry), fresh);
    }
    if (contents.pins) {
        LegendEntry entry = kindEntry(VertexKind::State, style);
        entry.sample.marks.front().pinned = true;
        entry.text = translated("Pinned in place");
        add(std::move(entry), fresh);
    }
    return entries;
}

DisplayList legendCard(const std::vector<LegendEntry>& entries, const Style& style) {
    DisplayList card;
    card.font = style.font;
    if (entries.empty()) {
        return card;
    }
    const auto total = static_cast<qsizetype>(entries.size());
    const qsizetype columns = (total + mostInColumn - 1) / mostInColumn;
    const qsizetype perColumn = (total + columns - 1) / columns;
    qreal x = padding;
    qreal y = padding;
    qreal columnWidth = 0;
    qreal bottom = 0;
    qsizetype inColumn = 0;
    qsizetype column = 1;
    for (qsizetype i = 0; i < total; ++i) {
        const LegendEntry& entry = entries[static_cast<std::size_t>(i)];
        // A column breaks between groups where that leaves it about as long.
        const bool full =
            inColumn >= perColumn + 2 || (inColumn >= perColumn - 3 && entry.startsGroup);
        if (column < columns && full) {
            ++column;
            x += columnWidth + columnGap;
            y = padding;
            columnWidth = 0;
            inColumn = 0;
        } else if (entry.startsGroup) {
            y += groupGap;
        }
        place(card, entry, {x, y + (rowHeight - legendSampleSize.height()) / 2}, style);
        columnWidth = std::max(columnWidth, widthOf(entry, style));
        y += rowHeight;
        bottom = std::max(bottom, y);
        ++inColumn;
    }
    card.bounds = QRectF(0, 0, std::ceil(x + columnWidth + padding), std::ceil(bottom + padding));
    Bar ground;
    ground.rect = card.bounds.adjusted(0.5, 0.5, -0.5, -0.5);
    ground.colour = mixed(style.colours().ground, style.colours().markFill, 0.7);
    ground.outline = style.colours().line;
    card.bands.push_back(ground);
    return card;
}

DisplayList legendRows(const std::vector<LegendEntry>& entries, const Style& style, qreal width) {
    DisplayList rows;
    rows.font = style.font;
    QPointF at;
    for (const LegendEntry& entry : entries) {
        const qreal wide = widthOf(entry, style);
        if (at.x() > 0 && at.x() + wide > width) {
            at = {0, at.y() + rowHeight};
        }
        place(rows, entry, at + QPointF(0, (rowHeight - legendSampleSize.height()) / 2), style);
        at.rx() += wide + columnGap;
    }
    rows.bounds = QRectF(0, 0, width, entries.empty() ? 0 : at.y() + rowHeight);
    return rows;
}

QPointF emptiestCorner(const DisplayList& list, const QRectF& view, QSizeF size, qreal margin,
                       int preferred) {
    const qreal left = view.left() + margin;
    const qreal top = view.top() + margin;
    const qreal right = view.right() - margin - size.width();
    const qreal bottom = view.bottom() - margin - size.height();
    const std::array<QPointF, 4> corners{QPointF(left, top), QPointF(right, top),
                                         QPointF(left, bottom), QPointF(right, bottom)};
    constexpr double markCost = 100;
    constexpr double labelCost = 30;
    constexpr double strandCost = 1;
    std::array<double, 4> costs{};
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QRectF box = QRectF(corners[i], size).adjusted(-4, -4, 4, 4);
        costs[i] = static_cast<int>(i) == preferred ? -0.5 : 0;
        for (const Mark& mark : list.marks) {
            const QPointF reach(mark.radius, mark.radius);
            costs[i] +=
                box.intersects(QRectF(mark.centre - reach, mark.centre + reach)) ? markCost : 0;
        }
        for (const Label& label : list.labels) {
            costs[i] += box.intersects(labelBox(label, list.font)) ? labelCost : 0;
        }
        for (const Strand& strand : list.strands) {
            costs[i] += box.contains((strand.from + strand.to) / 2) || box.contains(strand.from) ||
                                box.contains(strand.to)
                            ? strandCost
                            : 0;
        }
    }
    return corners[static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin())];
}

} // namespace entente::ui
