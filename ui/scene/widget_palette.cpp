#include "ui/scene/widget_palette.h"

namespace entente::ui {

QPalette widgetPalette(const Colours& colours) {
    QPalette palette;
    palette.setColor(QPalette::Window, colours.ground);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.ground);
    palette.setColor(QPalette::AlternateBase, colours.panel);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.quietText);
    palette.setColor(QPalette::Button, colours.panel);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.conflict);
    palette.setColor(QPalette::ToolTipBase, colours.panel);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.ground);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Midlight, colours.line);
    palette.setColor(QPalette::Light, colours.panel);
    palette.setColor(QPalette::Dark, colours.line);
    palette.setColor(QPalette::Shadow, colours.line);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colours.quietText);
    }
    return palette;
}

QPalette inputPalette(const Colours& colours) {
    QPalette palette = widgetPalette(colours);
    if (colours.ground.lightness() < 128) {
        palette.setColor(QPalette::Window, colours.line.lighter(200));
    }
    return palette;
}

QFont smallFont(const QFont& base) {
    constexpr double ratio = 0.85;
    QFont font = base;
    if (base.pixelSize() > 0) {
        font.setPixelSize(qRound(base.pixelSize() * ratio));
    } else {
        font.setPointSizeF(base.pointSizeF() * ratio);
    }
    return font;
}

} // namespace entente::ui
