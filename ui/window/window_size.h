#pragma once

#include <QSize>

class QWidget;

namespace entente::ui {

/// Gives a window that was not shown yet that size, or as much of it as its screen has room for.
void resizeWithinScreen(QWidget& window, const QSize& size);

} // namespace entente::ui
