#include "ui/window/window_size.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace entente::ui {

void resizeWithinScreen(QWidget& window, const QSize& size) {
    const QScreen* const screen =
        window.parentWidget() != nullptr ? window.parentWidget()->screen() : window.screen();
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    constexpr int frame = 8; // How wide it is, window managers say only once it is shown.
    const QSize room = screen->availableSize() - QSize(2 * frame, title + 2 * frame);
    window.resize(size.boundedTo(room));
}

} // namespace entente::ui
