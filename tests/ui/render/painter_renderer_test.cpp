#include "ui/render/painter_renderer.h"

#include "ui/scene/shapes.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QSvgRenderer>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

constexpr int side = 200;
const QColor orange(0xD5, 0x5E, 0x00);

QImage drawn(const DisplayList& list, TextMode mode = TextMode::Text) {
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, list, mode);
    return image;
}

bool isGround(const QImage& image, int x, int y) {
    return image.pixelColor(x, y) == Qt::white;
}

Strand line(QPointF from, QPointF to) {
    Strand strand;
    strand.from = from;
    strand.to = to;
    strand.colour = orange;
    strand.casing = Qt::transparent;
    strand.width = 4;
    return strand;
}

/// Pixels that look another grey: the rounding of edges left aside.
int differences(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 60 ? 1 : 0;
        }
    }
    return count;
}

/// One of everything.
DisplayList everything() {
    DisplayList list;
    list.font = QFont(QStringLiteral("Noto Sans"));
    list.bounds = QRectF(0, 0, side, side);
    Bar bar;
    bar.colour = orange;
    bar.outline = Qt::black;
    int y = 4;
    for (const BarEnd end : {BarEnd::Square, BarEnd::Fade, BarEnd::Ragged, BarEnd::Soft}) {
        bar.rect = QRectF(10, y, 180, 10);
        bar.begin = end;
        bar.end = end;
        bar.dash = end == BarEnd::Soft ? Dash::ShortDash : Dash::Solid;
        list.bars.push_back(bar);
        y += 14;
    }
    list.strands = {line({10, 80}, {190, 80}), line({10, 95}, {190, 95})};
    list.strands[0].arrowAtEnd = true;
    list.strands[0].dash = Dash::LongDash;
    list.strands[0].casing = Qt::black;
    list.strands[1].conflictBar = true;
    list.strands[1].straight = false;
    list.strands[1].control = {100, 120};
    Mark mark;
    mark.centre = {60, 150};
    mark.radius = 20;
    mark.fill = Qt::white;
    mark.outline = Qt::black;
    mark.pinned = true;
    mark.selected = true;
    list.marks.push_back(mark);
    Label label;
    label.text = QStringLiteral("Россия ایران 中国");
    label.position = {140, 160};
    label.colour = Qt::black;
    label.halo = Qt::white;
    list.labels.push_back(label);
    return list;
}

TEST(PainterRenderer, FadingEndsGrowPaleAndSquareOnesDoNot) {
    DisplayList list;
    Bar bar;
    bar.rect = QRectF(20, 20, 160, 12);
    bar.colour = orange;
    bar.outline = Qt::transparent;
    bar.end = BarEnd::Fade;
    list.bars.push_back(bar);
    const QImage image = drawn(list);
    EXPECT_EQ(image.pixelColor(30, 26), orange);
    EXPECT_GT(image.pixelColor(175, 26).lightness(), 200);
    EXPECT_LT(image.pixelColor(140, 26).lightness(), 150);
}

TEST(PainterRenderer, RaggedEndsHaveTeeth) {
    DisplayList list;
    Bar bar;
    bar.rect = QRectF(20, 20, 160, 12);
    bar.colour = orange;
    bar.outline = Qt::transparent;
    bar.end = BarEnd::Ragged;
    list.bars.push_back(bar);
    const QImage image = drawn(list);
    int changes = 0;
    for (int y = 21; y < 32; ++y) {
        changes += (image.pixelColor(177, y).lightness() > 180) !=
                           (image.pixelColor(177, y - 1).lightness() > 180)
                       ? 1
                       : 0;
    }
    EXPECT_GE(changes, 4);
}

TEST(PainterRenderer, BrokenBarsAndLinesHaveGaps) {
    DisplayList list;
    Bar bar;
    bar.rect = QRectF(20, 20, 160, 12);
    bar.colour = orange;
    bar.outline = Qt::transparent;
    bar.dash = Dash::ShortDash;
    list.bars.push_back(bar);
    list.strands.push_back(line({20, 100}, {180, 100}));
    list.strands.back().dash = Dash::ShortDash;
    list.strands.back().casing = Qt::black;
    const QImage image = drawn(list);
    const auto gaps = [&image](int y) {
        int count = 0;
        for (int x = 21; x < 180; ++x) {
            count += isGround(image, x, y) && !isGround(image, x - 1, y) ? 1 : 0;
        }
        return count;
    };
    EXPECT_GE(gaps(26), 4);
    // The casing's dashes lie under the line's: there are gaps in both together.
    EXPECT_GE(gaps(100), 5);
}

TEST(PainterRenderer, ArrowheadEndsAtTheStrandsEnd) {
    DisplayList list;
    list.strands.push_back(line({20, 100}, {180, 100}));
    list.strands.back().arrowAtEnd = true;
    const QImage image = drawn(list);
    EXPECT_FALSE(isGround(image, 168, 104));
    EXPECT_TRUE(isGround(image, 150, 104));
    EXPECT_TRUE(isGround(image, 183, 100));
}

TEST(PainterRenderer, ConflictBarCrossesTheMiddle) {
    DisplayList list;
    list.strands.push_back(line({20, 100}, {180, 100}));
    list.strands.back().conflictBar = true;
    const QImage image = drawn(list);
    EXPECT_EQ(image.pixelColor(100, 95).red(), list.strands.back().barColour.red());
    EXPECT_TRUE(isGround(image, 80, 95));
}

TEST(PainterRenderer, EveryShapeIsFilledAndOutlined) {
    for (const Shape shape : {Shape::Circle, Shape::RoundedSquare, Shape::Hexagon, Shape::Diamond,
                              Shape::Rectangle, Shape::Sheet, Shape::Triangle}) {
        DisplayList list;
        Mark mark;
        mark.centre = {100, 100};
        mark.radius = 40;
        mark.shape = shape;
        mark.fill = orange;
        mark.outline = Qt::black;
        mark.outlineWidth = 3;
        list.marks.push_back(mark);
        const QImage image = drawn(list);
        EXPECT_EQ(image.pixelColor(100, 105), orange);
        const double reach = shapeReach(shape, 40, {-1, 0});
        EXPECT_LT(image.pixelColor(100 - qRound(reach), 100).lightness(), 90);
        EXPECT_TRUE(isGround(image, 100 - qRound(reach) - 4, 100));
    }
}

TEST(PainterRenderer, PaintsNothingOutsideWhatItIsGiven) {
    DisplayList list = everything();
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(5000, 0);
    paint(painter, list);
    painter.end();
    for (int x = 0; x < side; x += 7) {
        EXPECT_TRUE(isGround(image, x, 84));
    }
}

TEST(PainterRenderer, SkippingWhatIsOutsideChangesNoPixel) {
    const DisplayList list = everything();
    const QImage whole = drawn(list);
    QImage part(100, side, QImage::Format_ARGB32_Premultiplied);
    part.fill(Qt::white);
    QPainter painter(&part);
    painter.translate(-100, 0);
    paint(painter, list);
    painter.end();
    EXPECT_EQ(differences(part, whole.copy(100, 0, 100, side)), 0);
}

TEST(PainterRenderer, SvgShowsWhatTheScreenShows) {
    const DisplayList list = everything();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({side, side});
    generator.setViewBox(QRect(0, 0, side, side));
    QPainter painter(&generator);
    paint(painter, list, TextMode::Outlines);
    painter.end();
    QSvgRenderer renderer(buffer.data());
    ASSERT_TRUE(renderer.isValid());
    QImage again(side, side, QImage::Format_ARGB32_Premultiplied);
    again.fill(Qt::white);
    QPainter second(&again);
    second.setRenderHint(QPainter::Antialiasing);
    renderer.render(&second, QRectF(0, 0, side, side));
    second.end();
    const QImage screen = drawn(list, TextMode::Outlines);
    EXPECT_LT(differences(screen, again), side * side / 100);
}

TEST(PainterRenderer, PdfTakesAllOfIt) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    paint(painter, everything());
    painter.end();
    EXPECT_GT(buffer.data().size(), 4000);
}

TEST(PainterRenderer, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setPen(Qt::green);
    EXPECT_THROW(paint(painter, everything(), TextMode::Text, {{}, source.get_token()}), Cancelled);
    EXPECT_EQ(painter.pen().color(), QColor(Qt::green));
}

} // namespace

} // namespace entente::ui
