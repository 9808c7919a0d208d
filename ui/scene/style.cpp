#include "ui/scene/style.h"

#include <QFontMetricsF>

#include <algorithm>

namespace entente::ui {

const Colours& Colours::of(Theme theme) {
    static const Colours light{
        QColor(0xFC, 0xFC, 0xFA), QColor(0xF4, 0xF4, 0xF1), QColor(0x1B, 0x1F, 0x26),
        QColor(0x66, 0x6B, 0x75), QColor(0xE2, 0xE3, 0xE0), QColor(0x1B, 0x1F, 0x26),
        QColor(0xFF, 0xFF, 0xFF), QColor(0xDC, 0xE4, 0xEC), QColor(0x00, 0x72, 0xB2),
        QColor(0xB0, 0x12, 0x23)};
    static const Colours dark{
        QColor(0x16, 0x18, 0x1D), QColor(0x1E, 0x21, 0x28), QColor(0xE8, 0xEA, 0xEE),
        QColor(0x9D, 0xA3, 0xAE), QColor(0x31, 0x35, 0x3E), QColor(0xD5, 0xD9, 0xE0),
        QColor(0x23, 0x27, 0x2F), QColor(0x3D, 0x49, 0x58), QColor(0x5C, 0xB8, 0xF0),
        QColor(0xFF, 0x5A, 0x5F)};
    return theme == Theme::Dark ? dark : light;
}

Shape shapeOf(VertexKind kind) {
    switch (kind) {
    case VertexKind::State:
        return Shape::Circle;
    case VertexKind::Leader:
        return Shape::RoundedSquare;
    case VertexKind::Organisation:
        return Shape::Hexagon;
    case VertexKind::Group:
        return Shape::Diamond;
    case VertexKind::Company:
        return Shape::Rectangle;
    case VertexKind::Other:
        return Shape::Dot;
    case VertexKind::Agreement:
        return Shape::Sheet;
    case VertexKind::Event:
        return Shape::Triangle;
    }
    return Shape::Dot;
}

Dash dashOf(Confidence confidence) {
    switch (confidence) {
    case Confidence::Confirmed:
        return Dash::Solid;
    case Confidence::Reported:
        return Dash::LongDash;
    case Confidence::Alleged:
        return Dash::Dotted;
    case Confidence::Planned:
        return Dash::ShortDash;
    }
    return Dash::Solid;
}

namespace {

/// The luma of a colour (ITU-R BT.709), 0 to 1.
double brightness(const QColor& colour) {
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF();
}

} // namespace

QColor onGround(const QColor& colour, Theme theme) {
    // Finance, and what is as dark, sinks into the dark ground; the others keep their hue.
    return theme == Theme::Dark && brightness(colour) < 0.4 ? colour.lighter(125) : colour;
}

QColor sectorColour(const Sector& sector, Theme theme) {
    return onGround(QColor::fromRgb(sector.colour | 0xFF000000U), theme);
}

QColor sectorCasing(const Sector& sector, Theme theme) {
    const QColor colour = sectorColour(sector, theme);
    return theme == Theme::Light && brightness(colour) > 0.75 ? colour.darker(165)
                                                              : QColor(Qt::transparent);
}

QColor plainColour(Theme theme) {
    return Colours::of(theme).quietText;
}

QColor mixed(const QColor& colour, const QColor& other, qreal share) {
    const auto channel = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {channel(colour.red(), other.red()), channel(colour.green(), other.green()),
            channel(colour.blue(), other.blue())};
}

QFont labelFont(QFont family, float pixelSize, bool bold) {
    family.setPixelSize(std::max(1, qRound(pixelSize)));
    family.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    // Hinted advances would make the same text wider on screen than on the page.
    family.setHintingPreference(QFont::PreferNoHinting);
    return family;
}

QRectF labelBox(const Label& label, const QFont& family) {
    const QFontMetricsF metrics(labelFont(family, label.pixelSize, label.bold));
    const qreal width = metrics.horizontalAdvance(label.text);
    const qreal left = label.anchor == Label::Anchor::Left     ? 0
                       : label.anchor == Label::Anchor::Centre ? width / 2
                                                               : width;
    return {label.position.x() - left, label.position.y() - metrics.ascent(), width,
            metrics.height()};
}

} // namespace entente::ui
